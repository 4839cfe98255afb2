/** Functions that send at the same time. It is the maximum concurrency of the mail queue's trigger. */
export const concurrentSenders = 2;

const rateFreshFor = 5 * 60_000;

/**
 * Spaces mails so that all senders together stay within SES's rate. Each call waits for its turn.
 *
 * @param readRate mails a second that this stage may send; read again every five minutes
 */
export function newRateLimiter(
  readRate: () => Promise<number>,
  now: () => Date,
  pause: (milliseconds: number) => Promise<void>,
): () => Promise<void> {
  let known: { interval: number; readAt: number } | undefined;
  let nextTurn = 0;
  return async () => {
    if (!known || now().getTime() - known.readAt > rateFreshFor)
      known = {
        interval: (1000 * concurrentSenders) / Math.max(await readRate(), 0.1),
        readAt: now().getTime(),
      };
    const turn = Math.max(nextTurn, now().getTime());
    nextTurn = turn + known.interval;
    await pause(turn - now().getTime());
  };
}
