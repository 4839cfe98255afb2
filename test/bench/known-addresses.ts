import { randomBytes } from 'node:crypto';
import { newHandler } from '../../functions/submit-sign-on.ts';
import { newUlid } from '../../shared/context.ts';
import { log } from '../../shared/log.ts';
import { dailySalt } from '../../shared/operations/signing/network-salt.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { cachedSettings } from '../../shared/table/settings.ts';
import { aRequest, asForm, callHandler } from '../support/api.ts';
import { aConfirmedSignOn, slug, testAddressKey } from '../support/records.ts';
import { seed } from '../support/store.ts';
import { newDatabase } from './database.ts';
import { type Measured, median } from './figure.ts';

const requests = 1000;
const warmUp = 1000;

/** As a person sends it, who signs alone. */
const formOf = (email: string) => ({ kind: 'individual', name: 'Ana Ruiz', publicName: 'full', email });

/**
 * How long the form takes with an address that has signed, beside one that nobody has seen. The two take turns, each
 * first in half of the rounds, so that whatever else the machine does meets both.
 */
export async function measureKnownAddresses(): Promise<Measured> {
  const database = await newDatabase({ settings: { review: 'flagged' } });
  const { store } = database;
  const now = () => new Date();
  const handler = newHandler({
    readCampaign: cachedSettings(store, now),
    addressKey: async () => testAddressKey,
    networkSalt: dailySalt(store, now),
    admit: async () => ({ ok: true }),
    edgeKey: 'of no edge',
    hurriedSeconds: 3,
    submit: (submission) => submitSignOn(store, submission),
    newUlid,
    newNonce: () => randomBytes(16).toString('base64url'),
    now,
    log,
  });
  const addressOf = (kind: string, index: number): string => `${kind}-${index}@some-place.example.org`;
  const known = Array.from({ length: requests }, (_, index) =>
    aConfirmedSignOn({ email: addressOf('known', index) }),
  );
  for (let start = 0; start < requests; start += 50)
    await seed(database, { signOns: known.slice(start, start + 50) });

  const milliseconds = async (email: string): Promise<number> => {
    const event = aRequest({
      method: 'POST',
      path: `/api/campaigns/${slug}/sign-ons`,
      routeKey: 'POST /api/campaigns/{slug}/sign-ons',
      parameters: { slug },
      ...asForm(formOf(email)),
    });
    const start = performance.now();
    const { status } = await callHandler(handler, event);
    if (status !== 303) throw new Error(`A submission was answered ${status}.`);
    return performance.now() - start;
  };
  for (let index = 0; index < warmUp; index++) await milliseconds(addressOf('early', index));

  const times = { known: [] as number[], unknown: [] as number[] };
  for (let index = 0; index < requests; index++) {
    const order = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const kind of order) times[kind].push(await milliseconds(addressOf(kind, index)));
  }
  const value = median(times.known) / median(times.unknown);
  return {
    figures: [
      {
        name: 'the form with a known address against an unknown: p50',
        value,
        unit: 'times',
        bound: { atMost: 1.05 },
      },
      { name: 'the same, not faster either', value, unit: 'times', bound: { atLeast: 0.95 } },
    ],
    details: { p50Milliseconds: { known: median(times.known), unknown: median(times.unknown) } },
  };
}
