import { Failure } from '../failure.ts';

/**
 * Functions that send at the same time. The triggers of the mail queue and of the confirmation queue start two each.
 */
export const concurrentSenders = 4;

/**
 * How long a batch waits for the turns of its mails. The function has sixty seconds, and SES may take 25 of them to
 * answer. It is longer than the longest interval between two mails, so that each batch sends one at least.
 */
const longestWait = 25_000;

/** At least one mail in six seconds, since zero would wait for ever. */
const slowestRate = 0.17;

/** Mails a second while SES does not say. A new account has one. */
const unknownRate = 1;

const noTurnLeft = 'NoTurnLeft';

/** Whether a mail was not sent because its turn comes after the time that its batch has. Nothing was tried. */
export const isOutOfTurn = (error: unknown): boolean => error instanceof Failure && error.code === noTurnLeft;

export interface RateLimiter {
  /** Begins a batch: its mails have 25 seconds from now. */
  startBatch: () => void;
  /** Waits until a mail may be sent. Throws if that is later than the batch may wait (`isOutOfTurn`). */
  waitForTurn: () => Promise<void>;
}

/**
 * Spaces mails so that all senders together stay within SES's rate. A function sends one batch at a time.
 *
 * @param readRate mails a second that this stage may send, if it is known. Otherwise the last known rate holds
 */
export function newRateLimiter(
  readRate: () => Promise<number | undefined>,
  now: () => Date,
  pause: (milliseconds: number) => Promise<void>,
): RateLimiter {
  let rate = unknownRate;
  let nextTurn = 0;
  let batchEnd = Number.POSITIVE_INFINITY;
  /** The next turn, if the batch may wait for it. Checked also before SES is asked, since its answer can take long. */
  function turnInTime(): number {
    const turn = Math.max(nextTurn, now().getTime());
    if (turn > batchEnd) throw new Failure('throttled', 'wait for the rate limit', noTurnLeft);
    return turn;
  }
  return {
    startBatch: () => {
      batchEnd = now().getTime() + longestWait;
    },
    waitForTurn: async () => {
      turnInTime();
      rate = (await readRate()) ?? rate;
      const interval = (1000 * concurrentSenders) / Math.max(rate, slowestRate);
      const turn = turnInTime();
      nextTurn = turn + interval;
      await pause(turn - now().getTime());
    },
  };
}
