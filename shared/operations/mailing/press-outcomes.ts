import type { Store } from '../../table/table.ts';
import { type PressContact, type PressMailState, readEntirePressList } from './press-contacts.ts';

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
