import * as z from 'zod';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import { mailFeedbackTypes } from '../../sign-on/sign-on.ts';
import { type Key, pressContactKey, signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** A bounce or complaint, as the event rules write it (infra/mail-events.ts): whose mail, and no address. */
export const mailFeedbackSchema = z.object({
  what: z.enum(mailFeedbackTypes),
  slug: slugSchema,
  item: z.enum(['sign-on', 'press']),
  id: z.string(),
  at: z.iso.datetime(),
});
export type MailFeedback = z.infer<typeof mailFeedbackSchema>;

const keyOf = ({ slug, item, id }: MailFeedback): Key =>
  item === 'press' ? pressContactKey(slug, id) : signOnKey(slug, id);

const addressSchema = z.object({ email: z.string().optional() });

/**
 * Writes beside a signer or a press contact what came back from their mailbox. Repeated or late: the newest stands. A row
 * that is gone stays gone.
 *
 * @returns the row's address, if there still is one
 */
export async function recordMailFeedback(store: Store, feedback: MailFeedback): Promise<string | undefined> {
  const at = instantSchema.parse(new Date(feedback.at).toISOString());
  await store.update({
    key: keyOf(feedback),
    update: 'SET mailFeedback = :feedback',
    condition: 'attribute_exists(PK) AND (attribute_not_exists(mailFeedback) OR mailFeedback.#at < :at)',
    names: { '#at': 'at' },
    values: { ':feedback': { what: feedback.what, at }, ':at': at },
  });
  return (await store.get(addressSchema, keyOf(feedback)))?.email;
}
