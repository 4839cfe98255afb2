import type { Gate } from '../../campaign/gate.ts';
import { type CampaignCommand, eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey, settingsKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

export type TakeDownOutcome = 'taken-down' | 'already-taken-down' | 'not-published' | 'no-such-campaign';

/**
 * Takes a campaign down for good, if it is published, or is being published and has its snapshot. One transaction with
 * its event. From then on nobody can sign and no mail is sent. The mark calls for the site job, which replaces every
 * file of the campaign. A job that is writing pages loses its lease when it next renews it. Safe to repeat.
 */
export async function takeDown(
  store: Store,
  { slug, now, newUlid, actor = 'organizer' }: CampaignCommand,
): Promise<{ outcome: TakeDownOutcome; status?: Gate['status'] }> {
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: `SET #status = :takenDown, takenDownAt = :now, dirty = :mark,
        revokedLease = if_not_exists(lease, :none) REMOVE pendingPublicationMail, pendingSupplementMail`,
      condition: `attribute_not_exists(deletion)
        AND (#status = :published OR (#status = :publishing AND attribute_exists(#snapshot)))`,
      names: { '#status': 'status', '#snapshot': 'snapshot' },
      values: {
        ':takenDown': 'taken-down',
        ':published': 'published',
        ':publishing': 'publishing',
        ':now': now.toISOString(),
        ':mark': newUlid(),
        ':none': 'none',
      },
    },
    {
      key: settingsKey(slug),
      update: 'SET takenDown = :yes',
      condition: 'attribute_exists(PK)',
      values: { ':yes': true },
    },
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'taken-down' },
    }),
  ]);
  if (failed.length === 0) return { outcome: 'taken-down' };
  const gate = await readGate(store, slug);
  if (!gate || gate.deletion) return { outcome: 'no-such-campaign' };
  return {
    outcome: gate.status === 'taken-down' ? 'already-taken-down' : 'not-published',
    status: gate.status,
  };
}
