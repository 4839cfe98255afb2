import type { SendQuota } from '../aws/mailer.ts';
import { log } from '../log.ts';

/** This part of SES's quota of 24 hours is kept for all other mails: confirmations stop before it. */
const reservedForOthers = 0.2;
/** Messages of the organizers stop before this part, which is kept for confirmations and all other mails. */
export const reservedBeforeMessages = 0.5;

const freshFor = 60_000;

/**
 * Tells whether a mail may still be sent today that waits for others. By default it is a confirmation to an address
 * that has confirmed nothing; the rest of the quota is for publications, press, thanks, notices and the console. SES is
 * asked once a minute; if it does not answer, the mail goes.
 */
export function newQuotaReserve(
  readQuota: () => Promise<SendQuota>,
  now: () => Date,
  reservedPart = reservedForOthers,
): () => Promise<boolean> {
  let known: { isLeft: boolean; readAt: number } | undefined;
  return async () => {
    const at = now().getTime();
    if (!known || at - known.readAt > freshFor) known = { isLeft: await isLeft(), readAt: at };
    return known.isLeft;
  };

  async function isLeft(): Promise<boolean> {
    try {
      const { perDay, sentLastDay } = await readQuota();
      return perDay < 0 || sentLastDay < perDay * (1 - reservedPart);
    } catch {
      log('warn', 'quota not read', { task: 'confirm' });
      return true;
    }
  }
}
