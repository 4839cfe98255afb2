import type { SendQuota } from '../aws/mailer.ts';
import { log } from '../log.ts';

/** The part of SES's quota of 24 hours that these mails leave to all others. Messages are the organizers'. */
export const reservedParts = { confirm: 0.2, message: 0.5 };

const freshFor = 60_000;

/**
 * Tells whether SES's quota of 24 hours has room for a mail that gives way to others: confirmations for sign-ons that
 * were never confirmed, or organizers' messages. Publications, press, thanks, notices and the console use all of it.
 * SES is asked once a minute; if it does not answer, the mail goes.
 */
export function newQuotaReserve(
  readQuota: () => Promise<SendQuota>,
  now: () => Date,
  task: keyof typeof reservedParts = 'confirm',
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
      return perDay < 0 || sentLastDay < perDay * (1 - reservedParts[task]);
    } catch {
      log('warn', 'quota not read', { task });
      return true;
    }
  }
}
