import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { log, withRequestId } from '../shared/log.ts';
import { suppressAddress } from '../shared/operations/mailing/daily-mail-cap.ts';
import { mailFeedbackSchema, recordMailFeedback } from '../shared/operations/mailing/mail-feedback.ts';
import { mailboxHash } from '../shared/sign-on/ids.ts';
import { openStore, type Store } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), ADDRESS_KEY_SECRET: z.string() });

export interface MailEventDependencies {
  store: Store;
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
}

/** Records a bounce or a complaint beside the signer or journalist. Whoever complains gets no more mail from here. */
export const newHandler =
  ({ store, addressKey }: MailEventDependencies) =>
  async (event: unknown): Promise<void> => {
    const returned = mailFeedbackSchema.parse(event);
    const { slug, item, what } = returned;
    const email = await recordMailFeedback(store, returned);
    if (email && what === 'complained') await suppressAddress(store, mailboxHash(await addressKey(), email));
    log('warn', 'mail returned', { slug, task: item, outcome: what });
  };

const { TABLE_NAME, ADDRESS_KEY_SECRET } = environment.parse(process.env);

export const handler = withRequestId(
  newHandler({
    store: openStore(TABLE_NAME),
    addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  }),
);
