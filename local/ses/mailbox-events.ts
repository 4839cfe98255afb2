import { randomUUID } from 'node:crypto';
import { account, region } from '../aws.ts';
import type { Email } from './email.ts';

/**
 * What SES reports about an email: that it was sent, and what happened at each mailbox. Mailboxes named `bounce`,
 * `complaint` and `ooto`, with or without a `+` part, behave as in SES's mailbox simulator
 * (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html). Events have SES's form, as far as the
 * system reads it. `ooto` accepts the email and sends an automatic answer, which SES reports as a bounce.
 */
export function mailboxEvents(
  { id, at, from, to, cc, bcc }: Email,
  tags: Record<string, string>,
  configurationSet: string | null,
): object[] {
  const timestamp = new Date().toISOString();
  const mail = {
    timestamp: at,
    messageId: id,
    source: from,
    destination: [...to, ...cc, ...bcc],
    tags: {
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      ...(configurationSet && { 'ses:configuration-set': [configurationSet] }),
    },
  };
  const event = (detailType: string, detail: object): object => ({
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.ses',
    account,
    region,
    time: timestamp,
    resources: [],
    detail: { ...detail, mail },
  });
  const bounced = (bounceType: string, bounceSubType: string): object =>
    event('Email Bounced', { eventType: 'Bounce', bounce: { bounceType, bounceSubType, timestamp } });
  const delivered = (): object =>
    event('Email Delivered', { eventType: 'Delivery', delivery: { timestamp } });
  const sent = event('Email Sent', { eventType: 'Send', send: {} });
  const atMailboxes = mail.destination.flatMap((address) => {
    switch (address.toLowerCase().split(/[+@]/)[0]) {
      case 'bounce':
        return [bounced('Permanent', 'General')];
      case 'ooto':
        return [delivered(), bounced('Transient', 'General')];
      case 'complaint':
        return [event('Email Complaint Received', { eventType: 'Complaint', complaint: { timestamp } })];
      default:
        return [delivered()];
    }
  });
  return [sent, ...atMailboxes];
}
