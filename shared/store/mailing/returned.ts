import * as z from 'zod';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import { returns } from '../../sign-on/sign-on.ts';
import { type Key, pressContactKey, signOnKey } from '../keys.ts';
import type { Store } from '../table.ts';

/** A bounce or complaint, as the event rules write it (infra/mail-events.ts): whose mail, and no address. */
export const returnedMailSchema = z.object({
  what: z.enum(returns),
  slug: slugSchema,
  item: z.enum(['sign-on', 'press']),
  id: z.string(),
  at: z.iso.datetime(),
});
export type ReturnedMail = z.infer<typeof returnedMailSchema>;

const keyOf = ({ slug, item, id }: ReturnedMail): Key =>
  item === 'press' ? pressContactKey(slug, id) : signOnKey(slug, id);

const addressSchema = z.object({ email: z.string().optional() });

/**
 * Writes beside a signer or a press contact what came back from their mailbox. Repeated or late: the newest stands. A row
 * that is gone stays gone.
 *
 * @returns the row's address, if there still is one
 */
export async function recordReturn(store: Store, returned: ReturnedMail): Promise<string | undefined> {
  const at = instantSchema.parse(new Date(returned.at).toISOString());
  await store.update({
    key: keyOf(returned),
    update: 'SET returned = :returned',
    condition: 'attribute_exists(PK) AND (attribute_not_exists(returned) OR returned.#at < :at)',
    names: { '#at': 'at' },
    values: { ':returned': { what: returned.what, at }, ':at': at },
  });
  return (await store.get(addressSchema, keyOf(returned)))?.email;
}
