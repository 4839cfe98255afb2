import type { Store } from '../../table/table.ts';
import {
  type PressContact,
  type PressMailState,
  readEntirePressList,
  readPressListPage,
} from './press-contacts.ts';

/** States of one kind of mail to the press: how many contacts are in each. */
export type PressOutcomes = Partial<Record<PressMailState['state'], number>>;

/** The states of each kind of mail to a campaign's press list. A kind that was not asked for is empty. */
export async function readPressOutcomes(
  store: Store,
  slug: string,
): Promise<{ kind: 'embargo' | 'release' | 'correction'; outcomes: PressOutcomes }[]> {
  const contacts = await readEntirePressList(store, slug);
  const count = (statesOf: (contact: PressContact) => (PressMailState | undefined)[]): PressOutcomes => {
    const outcomes: PressOutcomes = {};
    for (const mail of contacts.flatMap(statesOf))
      if (mail) outcomes[mail.state] = (outcomes[mail.state] ?? 0) + 1;
    return outcomes;
  };
  return [
    { kind: 'embargo', outcomes: count(({ embargo }) => [embargo]) },
    { kind: 'release', outcomes: count(({ release }) => [release]) },
    { kind: 'correction', outcomes: count(({ corrections = {} }) => Object.values(corrections)) },
  ];
}

/** One contact of the press list, with what became of each mail to it. */
export interface PressReport extends Pick<PressContact, 'email' | 'name' | 'outlet'> {
  mails: { kind: 'embargo' | 'release' | 'correction'; state: PressMailState['state']; at: string }[];
}

/** Contacts that a page shows at most. */
const maxContacts = 200;

/** The contacts that a mail was made for, in the order of their outlets and names. Reads a limited number. */
export async function readPressReports(store: Store, slug: string): Promise<PressReport[]> {
  const { items } = await readPressListPage(store, { slug, limit: maxContacts, onUnreadable: () => {} });
  return items
    .map(
      ({ email, name, outlet, embargo, release, corrections = {} }): PressReport => ({
        email,
        name,
        outlet,
        mails: [
          ...(embargo ? [{ kind: 'embargo' as const, state: embargo.state, at: embargo.at }] : []),
          ...(release ? [{ kind: 'release' as const, state: release.state, at: release.at }] : []),
          ...Object.values(corrections).map(({ state, at }) => ({ kind: 'correction' as const, state, at })),
        ],
      }),
    )
    .filter(({ mails }) => mails.length > 0)
    .toSorted((one, other) => sortName(one).localeCompare(sortName(other)));
}

const sortName = ({ outlet = '', name = '', email }: PressReport): string => `${outlet} ${name} ${email}`;
