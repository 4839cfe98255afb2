import type { CampaignEvent } from '../../campaign/events.ts';
import { type Gate, gateObstacles } from '../../campaign/gate.ts';
import { type CampaignCommand, eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey, settingsKey } from '../../table/keys.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store, Update } from '../../table/table.ts';
import { onlyCountsAndTimeMissing, openGate } from '../counting/open-gate.ts';

type CommandEvent = Extract<
  CampaignEvent['type'],
  'held' | 'resumed' | 'paused' | 'unpaused' | 'publish-forced' | 'delivered'
>;

/** The change and its event, in one transaction. False if its condition failed. */
export async function commit(
  store: Store,
  { slug, now, newUlid, actor = 'organizer' }: CampaignCommand,
  type: CommandEvent,
  updates: Update[],
): Promise<boolean> {
  const campaignEvent = { type };
  const event = eventCreation({ slug, now, newUlid, actor, event: campaignEvent });
  return (await store.transact([...updates, event])).length === 0;
}

export type HoldOutcome = 'held' | 'already-held' | 'too-late' | 'no-such-campaign';

/** Shuts the gate until `resumeGate`. Too late once publishing has begun. */
export async function holdGate(store: Store, command: CampaignCommand): Promise<HoldOutcome> {
  if (await commit(store, command, 'held', [heldUpdate(command.slug, 'yes')])) return 'held';
  const gate = await readGate(store, command.slug);
  if (!gate) return 'no-such-campaign';
  return gate.status === 'collecting' ? 'already-held' : 'too-late';
}

/** Sets or removes the hold of a campaign that is not published. */
export function heldUpdate(slug: string, held: Gate['held']): Update {
  return {
    key: gateKey(slug),
    // A hold cancels a forced publication that has not happened yet.
    update: held === 'yes' ? 'SET held = :held, forced = :no' : 'SET held = :held',
    condition: '#status = :collecting AND held <> :held AND attribute_not_exists(deletion)',
    names: { '#status': 'status' },
    values: { ':held': held, ':collecting': 'collecting', ...(held === 'yes' && { ':no': 'no' }) },
  };
}

export type PauseOutcome = 'changed' | 'already-so' | 'no-such-campaign';

/** Stops signing (`paused`) or restarts it. The gate does not change. */
export async function setPaused(
  store: Store,
  command: CampaignCommand,
  paused: boolean,
): Promise<PauseOutcome> {
  const { slug, now, newUlid } = command;
  const updates: Update[] = [
    {
      key: settingsKey(slug),
      update: 'SET paused = :paused',
      condition: 'paused = :was',
      values: { ':paused': paused, ':was': !paused },
    },
    {
      key: gateKey(slug),
      update: `SET dirty = :mark${paused ? '' : ', personalDataAt = :now'}`,
      condition: 'attribute_exists(PK) AND attribute_not_exists(deletion)',
      values: { ':mark': newUlid(), ...(!paused && { ':now': now.toISOString() }) },
    },
  ];
  if (await commit(store, command, paused ? 'paused' : 'unpaused', updates)) return 'changed';
  return (await readSettings(store, slug)) ? 'already-so' : 'no-such-campaign';
}

export type ForceOutcome =
  | 'publishing'
  | 'already-publishing'
  | 'too-late'
  | 'held'
  | 'quotes-not-approved'
  | 'not-delivered'
  | 'importing'
  | 'asking'
  | 'nobody-signed'
  | 'no-such-campaign';

/**
 * Publishes below the threshold and before its time, but never past a hold, an unapproved quote or a letter that was
 * not handed over. A call after a crash continues the first one.
 */
export async function forcePublication(store: Store, command: CampaignCommand): Promise<ForceOutcome> {
  const { slug, now } = command;
  const forced: Update = {
    key: gateKey(slug),
    update: 'SET forced = :yes',
    condition: `#status = :collecting AND ${onlyCountsAndTimeMissing.condition}
      AND forced = :no AND (organizations > :none OR individuals > :none)`,
    names: { '#status': 'status' },
    values: { ...onlyCountsAndTimeMissing.values, ':collecting': 'collecting', ':none': 0 },
  };
  await commit(store, command, 'publish-forced', [forced]);
  if (await openGate(store, slug, now)) return 'publishing';
  const gate = await readGate(store, slug);
  if (!gate) return 'no-such-campaign';
  if (gate.status !== 'collecting') return gate.status === 'publishing' ? 'already-publishing' : 'too-late';
  const obstacles = gateObstacles({ ...gate, forced: 'yes' }, now);
  if (obstacles.includes('hold')) return 'held';
  if (obstacles.includes('quotes')) return 'quotes-not-approved';
  if (obstacles.includes('delivery')) return 'not-delivered';
  if (obstacles.includes('import')) return 'importing';
  if (obstacles.includes('asking')) return 'asking';
  return 'nobody-signed';
}
