import { Failure } from '../failure.ts';

/**
 * Functions that send at the same time. The triggers of the mail queue and of the confirmation queue start two each.
 */
export const concurrentSenders = 4;

const rateFreshFor = 5 * 60_000;

/**
 * How long a batch waits for the turns of its mails. The function has sixty seconds, and SES may need some of them. It
 * is longer than the longest interval between two mails, so that each batch sends one at least.
 */
const longestWait = 45_000;

/** At least one mail in ten seconds, since zero would wait for ever. */
const slowestRate = 0.1;

const noTurnLeft = 'NoTurnLeft';

/** Whether a mail was not sent because its turn comes after the time that its batch has. Nothing was tried. */
export const isOutOfTurn = (error: unknown): boolean => error instanceof Failure && error.code === noTurnLeft;

export interface RateLimiter {
  /** Begins a batch: its mails have 45 seconds from now. */
  startBatch: () => void;
  /** Waits until a mail may be sent. Throws if that is later than the batch may wait (`isOutOfTurn`). */
  waitForTurn: () => Promise<void>;
}

/**
 * Spaces mails so that all senders together stay within SES's rate. A function sends one batch at a time.
 *
 * @param readRate mails a second that this stage may send; read again every five minutes
 */
export function newRateLimiter(
  readRate: () => Promise<number>,
  now: () => Date,
  pause: (milliseconds: number) => Promise<void>,
): RateLimiter {
  let known: { interval: number; readAt: number } | undefined;
  let nextTurn = 0;
  let batchEnd = Number.POSITIVE_INFINITY;
  return {
    startBatch: () => {
      batchEnd = now().getTime() + longestWait;
    },
    waitForTurn: async () => {
      if (!known || now().getTime() - known.readAt > rateFreshFor)
        known = {
          interval: (1000 * concurrentSenders) / Math.max(await readRate(), slowestRate),
          readAt: now().getTime(),
        };
      const turn = Math.max(nextTurn, now().getTime());
      if (turn > batchEnd) throw new Failure('throttled', 'wait for the rate limit', noTurnLeft);
      nextTurn = turn + known.interval;
      await pause(turn - now().getTime());
    },
  };
}
