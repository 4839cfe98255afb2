import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { type Context, systemContext } from '../shared/context.ts';
import { log, withRequestId } from '../shared/log.ts';
import { mailEventSchema, recordMailEvent } from '../shared/operations/mailing/mail-events.ts';
import { suppressAddress } from '../shared/operations/mailing/unsubscribing.ts';
import { openStore, type Store } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), ADDRESS_KEY_SECRET: z.string() });

export interface MailEventDependencies extends Pick<Context, 'newUlid'> {
  store: Store;
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
}

/**
 * Records what SES reports about a mail. Permanent bounces, rejections and complaints: for every mail. Transient
 * bounces, sent and delivered: for letter, supplement and press. Whoever complains gets no more mail from this site.
 */
export const newHandler =
  ({ store, addressKey, newUlid }: MailEventDependencies) =>
  async (event: unknown): Promise<void> => {
    const mailEvent = mailEventSchema.parse(event);
    const { slug, item, what } = mailEvent;
    const mailbox = await recordMailEvent(store, mailEvent, { newUlid, addressKey });
    if (mailbox && what === 'complained') await suppressAddress(store, mailbox);
    const isReturned = what === 'bounced' || what === 'complained';
    if (isReturned) log('warn', 'mail returned', { slug, task: item, outcome: what });
  };

const { TABLE_NAME, ADDRESS_KEY_SECRET } = environment.parse(process.env);

export const handler = withRequestId(
  newHandler({
    store: openStore(TABLE_NAME),
    addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
    newUlid: systemContext.newUlid,
  }),
);
