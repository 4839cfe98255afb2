import { newUlid } from '../../shared/context.ts';
import { countAndOpenGate } from '../../shared/operations/counting/count-and-open-gate.ts';
import { gateKey, signOnKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { aConfirmedSignOn, slug } from '../support/records.ts';
import { newDatabase } from './database.ts';
import type { Measured } from './figure.ts';

const confirmations = 1000;
/** What the tally's trigger hands over at most. */
const batch = 980;

/** How often a thousand confirmations, in full batches, write the one counter that they share. */
export async function measureCounterWrites(): Promise<Measured> {
  const signOns = Array.from({ length: confirmations }, (_, index) =>
    aConfirmedSignOn({ email: `person-${index}@example.org`, counted: 'no' }),
  );
  const { store, put } = await newDatabase({ gate: { thresholdIndividuals: 1_000_000 } });
  // As many at once as the client has connections.
  for (let at = 0; at < signOns.length; at += 50)
    await Promise.all(
      signOns.slice(at, at + 50).map((signOn) => put({ ...signOnKey(slug, signOn.id), ...signOn })),
    );
  let writes = 0;
  const { PK, SK } = gateKey(slug);
  const isCounter = ({ key }: { key: { PK: string; SK: string } }) => key.PK === PK && key.SK === SK;
  const watched: Store = {
    ...store,
    update: (update) => {
      if (isCounter(update)) writes++;
      return store.update(update);
    },
    transact: (all) => {
      writes += all.filter((write) => 'key' in write && isCounter(write)).length;
      return store.transact(all);
    },
  };
  for (let at = 0; at < signOns.length; at += batch)
    await countAndOpenGate(
      { store: watched, now: () => new Date(), newUlid },
      slug,
      signOns.slice(at, at + batch),
    );
  return {
    figures: [
      {
        name: 'counter writes per 1,000 confirmations',
        value: writes,
        unit: 'writes',
        bound: { atMost: 11 },
      },
    ],
  };
}
