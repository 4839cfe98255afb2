import { mayEmbargo } from '../../campaign/embargo.ts';
import { noTime } from '../../campaign/gate.ts';
import type { Switching } from '../campaign-switches.ts';
import { eventCreation } from '../events.ts';
import { readGate } from '../gate.ts';
import { gateKey } from '../keys.ts';
import { mailingCreation } from '../mailing/mailings.ts';
import { readWholePressList } from '../press.ts';
import { readSettings } from '../settings.ts';
import type { Store } from '../table.ts';

export type EmbargoOutcome =
  | 'embargoed'
  | 'ready'
  | 'nobody-new'
  | 'nobody-marked'
  | 'no-time'
  | 'time-is-past'
  | 'held'
  | 'quotes-not-approved'
  | 'too-late'
  | 'changed-meanwhile'
  | 'no-such-campaign';

export interface Embargoed {
  outcome: EmbargoOutcome;
  /** How many get a copy now. */
  contacts: number;
  /** Until when, and in which zone people read it. */
  until?: string;
  timeZone?: string;
  /** Of `ready`: who is counted now, the numbers that the copies would have. */
  counts?: { organizations: number; individuals: number };
}

/**
 * Calls for embargoed copies of the release to everybody on the press list who is marked and has not got one: with its
 * event in one transaction, on condition that the gate is as it was read. The copies name the time, so there must be one.
 * Unless it is agreed, nothing is written: what would go is answered as `ready`.
 */
export async function embargoRelease(
  store: Store,
  { slug, now, newUlid }: Switching,
  isAgreed = true,
): Promise<Embargoed> {
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  const none = (outcome: EmbargoOutcome): Embargoed => ({ outcome, contacts: 0 });
  if (!gate || !campaign) return none('no-such-campaign');
  if (gate.status !== 'collecting') return none('too-late');
  if (gate.notBefore === noTime) return none('no-time');
  if (gate.held === 'yes') return none('held');
  if (gate.quotesApproved === 'no') return none('quotes-not-approved');
  if (!mayEmbargo(gate, now)) return none('time-is-past');

  const marked = (await readWholePressList(store, slug)).filter(({ embargoed }) => embargoed);
  const contacts = marked.filter(({ embargo }) => !embargo).length;
  if (contacts === 0) return none(marked.length > 0 ? 'nobody-new' : 'nobody-marked');
  const until = gate.notBefore;
  const { timeZone } = campaign.settings;
  const counts = { organizations: gate.organizations, individuals: gate.individuals };
  if (!isAgreed) return { outcome: 'ready', contacts, until, timeZone, counts };
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
      actor: 'organizer',
      happening: { type: 'embargoed', until, contacts },
      isNotice: false,
    }),
  ]);
  if (failed.length > 0) return none('changed-meanwhile');
  return { outcome: 'embargoed', contacts, until, timeZone };
}
