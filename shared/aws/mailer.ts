import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { type SendOutcome, sendOutcome } from './ses-answers.ts';

/** A mail as a person reads it. Text and HTML have the same words. */
export interface MailContent {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}

/** Identifies a mail in the tags that come back with SES's events, without an address. */
export interface MailReference {
  slug: string;
  item: 'sign-on' | 'press' | 'invited' | 'letter' | 'supplement' | 'notice';
  /**
   * Id of the item: a sign-on, an invited organization or an event; the hash of a press contact's address; the
   * supplement; `first` for the letter.
   */
  id: string;
  /** Which mail to it. */
  mail: string;
  /** The claim of the attempt, if SES's events are to settle it: of letter, supplement and press. */
  claim?: string;
}

export interface OutgoingMail {
  message: MailContent;
  sender: { name: string; address: string; replyTo: string };
  to: string | readonly string[];
  cc?: readonly string[];
  attachments?: readonly { filename: string; contentType: string; content: Uint8Array }[];
  reference: MailReference;
  /** Sets List-Unsubscribe with one click (RFC 8058). Subscribed mail needs it; confirmations do not. */
  unsubscribeLink?: string;
}

export interface SendQuota {
  perSecond: number;
  /** In 24 hours; -1: as many as one likes. */
  perDay: number;
  sentLastDay: number;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** What SES takes from this account. */
  quota(): Promise<SendQuota>;
}

/**
 * Sends through SES. `SendEmail` of SES v1 has no custom headers, so mails are sent raw. The client must not repeat a
 * request (`maxAttempts: 1`): SES has no idempotency key, so a repeat after a timeout would send twice.
 */
export function openMailer(configurationSet: string, client = newClient()): Mailer {
  return {
    send: async (mail) => {
      const Data = await composeRawMail(mail);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: mail.sender.address,
            Destinations: [mail.to, mail.cc ?? []].flat(),
            RawMessage: { Data },
            ConfigurationSetName: configurationSet,
            Tags: tagsOf(mail.reference),
          }),
        );
        return MessageId ? 'accepted' : 'unknown';
      } catch (error) {
        return sendOutcome(error);
      }
    },
    quota: async () => {
      const { MaxSendRate, Max24HourSend, SentLast24Hours } = await client.send(new GetSendQuotaCommand({}));
      return { perSecond: MaxSendRate ?? 1, perDay: Max24HourSend ?? -1, sentLastDay: SentLast24Hours ?? 0 };
    },
  };
}

/** Well below the function's timeout, so that the function can record a request without an answer. */
const newClient = (): SESClient =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 25_000,
      socketTimeout: 25_000,
      throwOnRequestTimeout: true,
    },
  });

/** Every tag is always set, since an event rule cannot read a missing one. */
const tagsOf = ({ claim = 'none', ...reference }: MailReference) =>
  Object.entries({ ...reference, claim }).map(([Name, Value]) => ({ Name, Value }));

const bare = (address: string) => ({ name: '', address });

/** A whole mail with its headers, as MIME (RFC 5322). */
export const composeRawMail = ({
  message,
  sender,
  to,
  cc = [],
  attachments = [],
  unsubscribeLink,
}: Omit<OutgoingMail, 'reference'>): Promise<Buffer> =>
  new MailComposer({
    from: { name: sender.name, address: sender.address },
    replyTo: sender.replyTo,
    to: [to].flat().map(bare),
    cc: cc.map(bare),
    attachments: attachments.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
    subject: message.subject,
    text: message.text,
    html: message.html,
    headers: {
      // Tells programs not to answer: no out-of-office replies (RFC 3834; Exchange reads the second header).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribeLink && {
        'List-Unsubscribe': `<${unsubscribeLink}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  })
    .compile()
    .build();
