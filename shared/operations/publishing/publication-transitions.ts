import type { Gate } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import type { Lease } from './lease.ts';

/** Both are reserved words of DynamoDB. */
const names = { '#status': 'status', '#snapshot': 'snapshot' };

/** Claims a written snapshot as the one that is published. False: another was first, or the lease is lost. */
export const claimSnapshot = (
  store: Store,
  { slug, leaseId }: Lease,
  snapshot: { key: string; publishedAt: string; organizations: number; individuals: number },
): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: `SET #snapshot = :key, publishedAt = :publishedAt, releasedOrganizations = :organizations,
      releasedIndividuals = :individuals`,
    condition: '#status = :publishing AND attribute_not_exists(#snapshot) AND lease = :mark',
    names,
    values: {
      ':key': snapshot.key,
      ':publishedAt': snapshot.publishedAt,
      ':organizations': snapshot.organizations,
      ':individuals': snapshot.individuals,
      ':publishing': 'publishing',
      ':mark': leaseId,
    },
  });

const noticeEvery = 60 * 60_000;

/**
 * The recount found too few and no snapshot is claimed: back to `collecting`. The organizers are told once an hour at
 * most.
 */
export async function returnToCollecting(
  store: Store,
  { slug, leaseId }: Lease,
  {
    gate,
    found,
    now,
    newUlid,
  }: { gate: Gate; found: { organizations: number; individuals: number }; now: Date; newUlid: () => string },
): Promise<void> {
  const isNews =
    !gate.recountShortNotifiedAt || now.getTime() - Date.parse(gate.recountShortNotifiedAt) >= noticeEvery;
  const update = {
    key: gateKey(slug),
    update: `SET #status = :collecting${isNews ? ', recountShortNotifiedAt = :now' : ''} REMOVE openedAt`,
    condition: '#status = :publishing AND attribute_not_exists(#snapshot) AND lease = :mark',
    names,
    values: {
      ':collecting': 'collecting',
      ':publishing': 'publishing',
      ':mark': leaseId,
      ...(isNews && { ':now': now.toISOString() }),
    },
  };
  if (!isNews) {
    await store.update(update);
    return;
  }
  const counted = { organizations: gate.organizations, individuals: gate.individuals };
  const campaignEvent = { type: 'recount-short' as const, counted, found };
  await store.transact([
    update,
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
}

/**
 * The last step, when everything is written. Only the holder of the lease succeeds, once. The event tells the
 * organizers.
 */
export async function markPublished(
  store: Store,
  { slug, leaseId }: Lease,
  {
    isLetterMailed,
    now,
    newUlid,
    ...released
  }: {
    organizations: number;
    individuals: number;
    withoutGlyphs?: string[];
    /** Whether the letter goes to its recipient by mail; the other mails then follow it. */
    isLetterMailed: boolean;
    now: Date;
    newUlid: () => string;
  },
): Promise<boolean> {
  const campaignEvent = { type: 'published' as const, ...released };
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: `SET #status = :published, ${isLetterMailed ? 'pendingLetterMail' : 'pendingPublicationMail'} = :now`,
      condition: '#status = :publishing AND lease = :mark AND attribute_exists(#snapshot)',
      names,
      values: {
        ':published': 'published',
        ':publishing': 'publishing',
        ':mark': leaseId,
        ':now': now.toISOString(),
      },
    },
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
  return failed.length === 0;
}
