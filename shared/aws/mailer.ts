import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { failureOf } from '../failure.ts';

/** A mail as a person reads it; text and HTML say the same words. */
export interface Message {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}

/** The row that a mail belongs to; for a press contact `id` is the hash of the address. */
export interface MailReference {
  slug: string;
  item: 'sign-on' | 'press';
  id: string;
}

export interface OutgoingMail {
  message: Message;
  sender: { name: string; address: string; replyTo: string };
  to: string | readonly string[];
  cc?: readonly string[];
  attachments?: readonly { filename: string; contentType: string; content: Uint8Array }[];
  /** Whose mail it is: tags that come back with a bounce or a complaint, so that no address need be looked up. */
  reference?: MailReference;
  /** Sets List-Unsubscribe with one click (RFC 8058), which subscribed mail needs and confirmations do not. */
  unsubscribeLink?: string;
}

/**
 * - `too-fast`: over the sending rate, nothing was sent; wait a moment.
 * - `not-now`: over the day's quota, or the account cannot send; nothing was sent; wait long.
 * - `refused`: SES will not take this mail; nothing was sent.
 * - `unknown`: no answer; it may have been sent.
 */
export type SendOutcome = 'accepted' | 'too-fast' | 'not-now' | 'refused' | 'unknown';

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Mails a second that SES takes from this account. */
  rate(): Promise<number>;
}

/**
 * Sends through SES. SES v1's `SendEmail` has no room for own headers, so mails go raw. The client must not retry by
 * itself (`maxAttempts: 1`): SES has no idempotency key, and a retry after a timeout would send twice.
 */
export function openMailer(configurationSet: string, client = new SESClient({ maxAttempts: 1 })): Mailer {
  return {
    send: async (mail) => {
      const Data = await composeRawMail(mail);
      try {
        await client.send(
          new SendRawEmailCommand({
            Source: mail.sender.address,
            Destinations: [mail.to, mail.cc ?? []].flat(),
            RawMessage: { Data },
            ConfigurationSetName: configurationSet,
            ...(mail.reference && {
              Tags: Object.entries(mail.reference).map(([Name, Value]) => ({ Name, Value: String(Value) })),
            }),
          }),
        );
        return 'accepted';
      } catch (error) {
        return sendOutcome(error);
      }
    },
    rate: async () => (await client.send(new GetSendQuotaCommand({}))).MaxSendRate ?? 1,
  };
}

const bare = (address: string) => ({ name: '', address });

/** A mail as it goes over the wire. */
export const composeRawMail = ({
  message,
  sender,
  to,
  cc = [],
  attachments = [],
  unsubscribeLink,
}: OutgoingMail): Promise<Buffer> =>
  new MailComposer({
    from: { name: sender.name, address: sender.address },
    replyTo: sender.replyTo,
    to: [to].flat().map(bare),
    cc: cc.map(bare),
    attachments: attachments.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...(unsubscribeLink && {
      headers: {
        'List-Unsubscribe': `<${unsubscribeLink}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    }),
  })
    .compile()
    .build();

/** Refusals that are about the one mail. Any other (sending paused, an identity not verified yet) is the account's, and passes. */
const refusalsOfMail = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'ValidationError',
]);

/** What an error of SES says about the mail. Its message is read here and goes no further: it can hold addresses. */
export function sendOutcome(error: unknown): SendOutcome {
  const failure = failureOf(error, 'SendRawEmail');
  if (failure.kind === 'unavailable') return 'unknown';
  if (failure.kind === 'refused') return refusalsOfMail.has(failure.code) ? 'refused' : 'not-now';
  return error instanceof Error && /daily/i.test(error.message) ? 'not-now' : 'too-fast';
}
