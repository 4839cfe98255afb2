import type { Happening } from '../../campaign/events.ts';
import { type Gate, waitingFor } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey, settingsKey } from '../../table/keys.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store, Update } from '../../table/table.ts';
import { deliveryAllows, openGate } from '../counting/open-gate.ts';
import { letterHandedOver } from '../mailing/letter-mail.ts';

export interface Switching {
  slug: string;
  now: Date;
  newUlid: () => string;
}

type Switched = Extract<
  Happening['type'],
  'held' | 'resumed' | 'paused' | 'unpaused' | 'publish-forced' | 'delivered'
>;

/** The change and its event in one transaction; false if its condition failed. */
async function change(
  store: Store,
  { slug, now, newUlid }: Switching,
  type: Switched,
  updates: Update[],
): Promise<boolean> {
  const happening = { type };
  // Whoever else organizes must know why nothing is published, or why it may be any moment.
  const isNotice = type === 'held' || type === 'resumed';
  const event = eventCreation({ slug, now, newUlid, actor: 'organizer', happening, isNotice });
  return (await store.transact([...updates, event])).length === 0;
}

export type HoldOutcome = 'held' | 'already-held' | 'too-late' | 'no-such-campaign';

/** Shuts the gate until `resumeGate`. Once publishing has begun it is too late. */
export async function holdGate(store: Store, switching: Switching): Promise<HoldOutcome> {
  if (await change(store, switching, 'held', [heldUpdate(switching.slug, 'yes')])) return 'held';
  const gate = await readGate(store, switching.slug);
  if (!gate) return 'no-such-campaign';
  return gate.status === 'collecting' ? 'already-held' : 'too-late';
}

export interface ResumeOutcome {
  outcome: 'resumed' | 'not-held' | 'no-such-campaign';
  opened: boolean;
}

/** Takes the hold away; if nothing else is waited for, the gate opens at once. */
export async function resumeGate(store: Store, switching: Switching): Promise<ResumeOutcome> {
  const resumed = await change(store, switching, 'resumed', [heldUpdate(switching.slug, 'no')]);
  if (!resumed && !(await readGate(store, switching.slug)))
    return { outcome: 'no-such-campaign', opened: false };
  const opened = await openGate(store, switching.slug, switching.now);
  return { outcome: resumed ? 'resumed' : 'not-held', opened };
}

function heldUpdate(slug: string, held: Gate['held']): Update {
  return {
    key: gateKey(slug),
    // A publication that was forced and did not come to pass is no longer wanted once somebody holds.
    update: held === 'yes' ? 'SET held = :held, forced = :no' : 'SET held = :held',
    condition: '#status = :collecting AND held <> :held',
    names: { '#status': 'status' },
    values: { ':held': held, ':collecting': 'collecting', ...(held === 'yes' && { ':no': 'no' }) },
  };
}

export type PauseOutcome = 'changed' | 'already-so' | 'no-such-campaign';

/** Stops signing (`paused`), or lets it go on. The gate is untouched. */
export async function setPaused(store: Store, switching: Switching, paused: boolean): Promise<PauseOutcome> {
  const { slug, newUlid } = switching;
  const updates: Update[] = [
    {
      key: settingsKey(slug),
      update: 'SET paused = :paused',
      condition: 'paused = :was',
      values: { ':paused': paused, ':was': !paused },
    },
    {
      key: gateKey(slug),
      update: 'SET dirty = :mark',
      condition: 'attribute_exists(PK)',
      values: { ':mark': newUlid() },
    },
  ];
  if (await change(store, switching, paused ? 'paused' : 'unpaused', updates)) return 'changed';
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
 * Publishes below the threshold and before its time; never past a hold, a quote that is not approved or a
 * letter that has not been handed over. A repeated call after a crash goes on where the first one stopped.
 */
export async function forcePublication(store: Store, switching: Switching): Promise<ForceOutcome> {
  const { slug, now } = switching;
  const forced: Update = {
    key: gateKey(slug),
    update: 'SET forced = :yes',
    condition: `#status = :collecting AND held = :no AND quotesApproved = :yes AND ${deliveryAllows}
      AND attribute_not_exists(importing) AND attribute_not_exists(asking)
      AND forced = :no AND (organizations > :none OR individuals > :none)`,
    names: { '#status': 'status' },
    values: { ':yes': 'yes', ':no': 'no', ':collecting': 'collecting', ':hand': 'hand', ':none': 0 },
  };
  await change(store, switching, 'publish-forced', [forced]);
  if (await openGate(store, slug, now)) return 'publishing';
  const gate = await readGate(store, slug);
  if (!gate) return 'no-such-campaign';
  if (gate.status !== 'collecting') return gate.status === 'publishing' ? 'already-publishing' : 'too-late';
  const obstacles = waitingFor({ ...gate, forced: 'yes' }, now);
  if (obstacles.includes('hold')) return 'held';
  if (obstacles.includes('quotes')) return 'quotes-not-approved';
  if (obstacles.includes('delivery')) return 'not-delivered';
  if (obstacles.includes('import')) return 'importing';
  if (obstacles.includes('asking')) return 'asking';
  return 'nobody-signed';
}

export interface DeliveredOutcome {
  /** `being-mailed`: an attempt to mail it is under way this minute. */
  outcome: 'delivered' | 'already-delivered' | 'not-awaited' | 'being-mailed' | 'no-such-campaign';
  opened: boolean;
}

/**
 * Says that the letter is in its recipient's hands. Where it is delivered by hand and nothing else is waited for, the gate
 * opens at once; where it was to go by mail and it is not known that it has, press and signers are told now.
 */
export async function sayDelivered(store: Store, switching: Switching): Promise<DeliveredOutcome> {
  const { slug, now } = switching;
  const update: Update = {
    key: gateKey(slug),
    update: 'SET deliveredAt = :now',
    condition: '#status = :collecting AND delivery = :hand AND attribute_not_exists(deliveredAt)',
    names: { '#status': 'status' },
    values: { ':now': now.toISOString(), ':collecting': 'collecting', ':hand': 'hand' },
  };
  const isNew =
    (await change(store, switching, 'delivered', [update])) ||
    (await change(store, switching, 'delivered', [letterHandedOver(slug, now)]));
  const gate = await readGate(store, slug);
  if (!gate) return { outcome: 'no-such-campaign', opened: false };
  if (!gate.deliveredAt) return { outcome: gate.letterDue ? 'being-mailed' : 'not-awaited', opened: false };
  const opened = await openGate(store, slug, now);
  return { outcome: isNew ? 'delivered' : 'already-delivered', opened };
}
