import type { Settings } from '../../campaign/settings.ts';
import { readGate } from '../../table/gate.ts';
import { readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { readEntirePressList } from '../mailing/press-contacts.ts';

/** How many a command about a whole campaign concerns. */
export interface Reach {
  /** Who counts. */
  organizations: number;
  individuals: number;
  /** Journalists on the press list, and to how many of them the release was sent, or may have been. */
  pressContacts: number;
  releasedTo: number;
  /** Addresses that a publication emails the letter to. Empty if it is handed over, or has no recipient. */
  letterTo: string[];
}

/** The addresses of `delivery` if the letter goes by email. */
export const letterAddresses = ({ delivery }: Pick<Settings, 'delivery'>): string[] =>
  delivery?.by === 'email' ? [...delivery.to, ...delivery.cc] : [];

/** Reads how many a command concerns, for its question. Undefined if there is no such campaign. */
export async function readReach(store: Store, slug: string): Promise<Reach | undefined> {
  const gate = await readGate(store, slug);
  if (!gate) return undefined;
  const { organizations, individuals } = gate;
  const press = (await readEntirePressList(store, slug)).filter(({ email }) => email !== '');
  const releasedTo = press.filter(
    ({ release }) => release !== undefined && release.state !== 'refused',
  ).length;
  const campaign = await readSettings(store, slug);
  const letterTo = campaign ? letterAddresses(campaign.settings) : [];
  return { organizations, individuals, pressContacts: press.length, releasedTo, letterTo };
}

/** The number of a campaign's sign-ons in any state. Reads all of them, page by page. */
export async function countSignOnRows(store: Store, slug: string): Promise<number> {
  let count = 0;
  for await (const _ of allSignOns(store, slug)) count++;
  return count;
}
