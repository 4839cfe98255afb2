import * as z from 'zod';
import { instantSchema, slugSchema } from '../campaign/settings.ts';
import { type Language, languageSchema } from '../i18n/language.ts';
import { campaignPartition, type Key, mailingKey, prefixes } from './keys.ts';
import type { Creation, OnUnreadable, Store } from './table.ts';

/** Mails to the press that an organizer calls for with a command, beside those of the publication itself. */
export const pressMailingKinds = ['embargo', 'correction'] as const;

/** Mails that an organizer calls for with a command. A message goes to signers or to invited organizations. */
const mailingKinds = [...pressMailingKinds, 'message'] as const;

const mailingSchema = z.object({
  slug: slugSchema,
  id: z.ulid(),
  kind: z.enum(mailingKinds),
  at: instantSchema,
  /** Id of the message. */
  message: z.string().optional(),
  /** When a message had been sent to everybody. */
  finishedAt: instantSchema.optional(),
  /** Of a test: the languages in which it was sent. */
  sentIn: z.set(languageSchema).optional(),
  /** As on a sign-on: it has not been queued as long as this stands. */
  pendingMail: z.string().optional(),
});
export type Mailing = z.infer<typeof mailingSchema>;

/** The write of a mailing, for the transaction of what it tells of; its mark calls for it. */
export const mailingCreation = (mailing: Omit<Mailing, 'pendingMail'>): Creation => ({
  create: { ...mailingKey(mailing.slug, mailing.id), ...mailing, pendingMail: mailing.id },
});

export const readMailing = (store: Store, slug: string, id: string): Promise<Mailing | undefined> =>
  store.get(mailingSchema, mailingKey(slug, id));

/** Takes the mark away: everybody whom it concerns is queued. */
export async function clearPendingMailing(store: Store, { slug, id }: Mailing): Promise<void> {
  await store.update({
    key: mailingKey(slug, id),
    update: 'REMOVE pendingMail',
    condition: 'attribute_exists(pendingMail)',
  });
}

/** Notes that a test was sent in a language, so that an attempt after an interruption goes on with the next one. */
export async function noteSentIn(
  store: Store,
  { slug, id }: Pick<Mailing, 'slug' | 'id'>,
  language: Language,
): Promise<void> {
  await store.update({
    key: mailingKey(slug, id),
    update: 'ADD sentIn :language',
    condition: 'attribute_exists(pendingMail)',
    values: { ':language': new Set([language]) },
  });
}

const recentMailings = 20;

/** The latest mailings that have not been queued. */
export async function pendingMailings(
  store: Store,
  slug: string,
  onUnreadable?: OnUnreadable,
): Promise<{ at: string; key: Key }[]> {
  const { items } = await store.query(mailingSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.mailing,
    limit: recentMailings,
    newestFirst: true,
    consistent: false,
    onUnreadable,
  });
  return items.flatMap(({ id, at, pendingMail }) => (pendingMail ? [{ at, key: mailingKey(slug, id) }] : []));
}
