import type { SendQuota } from '../aws/mailer.ts';

/** The part of SES's quota of 24 hours that these mails leave to all others. Messages are the organizers'. */
export const reservedParts = { confirm: 0.2, message: 0.5 };

/**
 * Tells whether SES's quota of 24 hours has room for a mail that gives way to others: confirmations for sign-ons that
 * were never confirmed, or organizers' messages. Publications, press, thanks, notices and the console use all of it. If
 * the quota is not known, or SES says that there is none, the mail goes, and SES answers for itself.
 */
export const newQuotaReserve =
  (readQuota: () => Promise<SendQuota | undefined>, task: keyof typeof reservedParts = 'confirm') =>
  async (): Promise<boolean> => {
    const { perDay = -1, sentLastDay = 0 } = (await readQuota()) ?? {};
    return perDay <= 0 || sentLastDay < perDay * (1 - reservedParts[task]);
  };
