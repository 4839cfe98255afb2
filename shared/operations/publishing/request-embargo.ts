import { canEmbargo } from '../../campaign/embargo.ts';
import { EPOCH } from '../../campaign/gate.ts';
import { type CampaignCommand, eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import { mailingCreation } from '../../table/mailings.ts';
import { readSettings } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';
import { readEntirePressList } from '../mailing/press-contacts.ts';

export type EmbargoRefusal =
  | 'nobody-new'
  | 'nobody-marked'
  | 'no-time'
  | 'time-is-past'
  | 'held'
  | 'quotes-not-approved'
  | 'too-late'
  | 'no-such-campaign';

/** What embargoed copies would contain now. */
export interface EmbargoPlan {
  slug: string;
  /** How many contacts get a copy. */
  contacts: number;
  /** The end of the embargo, and the time zone in which people read it. */
  until: string;
  timeZone: string;
  /** The current counts, which the copies name. */
  organizations: number;
  individuals: number;
}

export type EmbargoCheck = { outcome: 'ready'; plan: EmbargoPlan } | { outcome: EmbargoRefusal };

/**
 * Says whether embargoed copies of the release can be sent to those on the press list who are marked and have not got
 * one. The copies name the time of publication, so there must be one.
 */
export async function checkEmbargo(
  store: Store,
  { slug, now }: Pick<CampaignCommand, 'slug' | 'now'>,
): Promise<EmbargoCheck> {
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  if (!gate || !campaign) return { outcome: 'no-such-campaign' };
  if (gate.status !== 'collecting') return { outcome: 'too-late' };
  if (gate.notBefore === EPOCH) return { outcome: 'no-time' };
  if (gate.held === 'yes') return { outcome: 'held' };
  if (gate.quotesApproved === 'no') return { outcome: 'quotes-not-approved' };
  if (!canEmbargo(gate, now)) return { outcome: 'time-is-past' };

  const marked = (await readEntirePressList(store, slug)).filter(({ embargoed }) => embargoed);
  const contacts = marked.filter(({ embargo }) => !embargo).length;
  if (contacts === 0) return { outcome: marked.length > 0 ? 'nobody-new' : 'nobody-marked' };
  const { notBefore: until, organizations, individuals } = gate;
  const { timeZone } = campaign.settings;
  return { outcome: 'ready', plan: { slug, contacts, until, timeZone, organizations, individuals } };
}

/**
 * Asks for the copies, in one transaction with the event, on condition that the gate still allows them.
 *
 * @returns false if the campaign has changed in the meantime; then nothing is asked for
 */
export async function requestEmbargo(
  store: Store,
  { slug, until, contacts }: EmbargoPlan,
  { now, newUlid, actor = 'organizer' }: Omit<CampaignCommand, 'slug'>,
): Promise<boolean> {
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET embargoedAt = :now',
      condition: '#status = :collecting AND held = :no AND quotesApproved = :yes AND notBefore = :until',
      names: { '#status': 'status' },
      values: {
        ':now': now.toISOString(),
        ':collecting': 'collecting',
        ':no': 'no',
        ':yes': 'yes',
        ':until': until,
      },
    },
    mailingCreation({ slug, id: newUlid(), kind: 'embargo', at: now.toISOString() }),
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'embargoed', until, contacts },
    }),
  ]);
  return failed.length === 0;
}
