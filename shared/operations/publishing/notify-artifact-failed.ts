import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const noticeEvery = 24 * 60 * 60_000;

/** Tells the organizers, once a day at most, that an artifact could not be made. */
export async function notifyArtifactFailed(
  store: Store,
  { slug, documents, now, newUlid }: { slug: string; documents: string[]; now: Date; newUlid: () => string },
): Promise<void> {
  const campaignEvent = { type: 'print-failed' as const, documents };
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET pdfFailureNotifiedAt = :now',
      condition:
        'attribute_exists(PK) AND (attribute_not_exists(pdfFailureNotifiedAt) OR pdfFailureNotifiedAt < :before)',
      values: { ':now': now.toISOString(), ':before': new Date(now.getTime() - noticeEvery).toISOString() },
    },
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
}
