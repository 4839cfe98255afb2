/**
 * Functions that send at the same time. The triggers of the mail queue and of the confirmation queue start two each.
 */
export const concurrentSenders = 4;

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
