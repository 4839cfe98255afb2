import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { listForReview } from '../../../shared/operations/searching/review-list.ts';
import { removeSubmission } from '../../../shared/operations/signing/remove-submission.ts';
import { slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { freshStore, seed, type TestStore } from '../../support/store.ts';

let table: TestStore;
let signing: Signing;

const open = async (review: NonNullable<Settings['review']>): Promise<void> => {
  await seed(table, { settings: { review } });
  signing = newSigning(table, { review });
};
beforeEach(async () => {
  table = await freshStore();
  await open('flagged');
});
afterEach(() => table.client.destroy());

const nothingAgainst = (name: string) => ({
  email: `ana@${name.toLowerCase().replaceAll(' ', '-')}.org`,
  website: `https://${name.toLowerCase().replaceAll(' ', '-')}.org/`,
});
async function submit(name: string, network?: string): Promise<string> {
  const { email, website } = nothingAgainst(name);
  return await signing.submit(email, name, { website, ...(network !== undefined && { network }) });
}
async function sign(name: string, network?: string): Promise<string> {
  const id = await submit(name, network);
  await signing.confirm(id);
  return id;
}
async function signAll(names: string[], network?: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    ids.push(await sign(name, network));
    // Several in a minute, as from a full room.
    signing.later(-45);
  }
  return ids;
}
const hall = [
  'Alder',
  'Birch',
  'Cedar',
  'Dune',
  'Elm',
  'Fern',
  'Gull',
  'Heron',
  'Iris',
  'Juniper',
  'Kelp',
  'Lark',
].map((name) => `${name} Rowing Club`);

const list = async () => await listForReview(table.store, { slug, now: signing.now() });
const burstOf = async (id: string) => (await list()).find(({ signOn }) => signOn.id === id)?.evidence;

describe('a burst from one network', () => {
  test('is shown with each sign-on of a full room, and does not stop them from counting', async () => {
    const ids = await signAll(hall, 'the hall');
    const home = await sign('Marsh Choir', 'a home');
    for (const { signOn, state, evidence, suspicionScore } of await list()) {
      expect(state).toBe('counted');
      const isThere = ids.includes(signOn.id);
      expect(evidence).toEqual(isThere ? [{ flag: 'burst', signOns: hall.length }] : []);
      expect(suspicionScore > 0).toBe(isThere);
    }
    expect(await burstOf(home)).toEqual([]);
  });

  test('moves waiting sign-ons from there to the top of the queue, including the first ones', async () => {
    await open('before-counting');
    const honest = await signAll(['Marsh Choir', 'Nettle Choir'], 'a home');
    const ids = await signAll(hall, 'one machine');
    const later = await sign('Osprey Choir');
    const order = (await list()).map(({ signOn }) => signOn.id);
    expect(new Set(order.slice(0, hall.length))).toEqual(new Set(ids));
    expect(order.slice(hall.length)).toEqual([...honest, later]);
  });

  test('includes unconfirmed sign-ons, and is visible in a partial list', async () => {
    const [one] = await signAll(hall.slice(0, 1), 'one machine');
    for (const name of hall.slice(1)) {
      await submit(name, 'one machine');
      signing.later(-45);
    }
    const counted = await listForReview(table.store, { slug, now: signing.now(), state: 'counted' });
    expect(counted).toMatchObject([
      { signOn: { id: one }, evidence: [{ flag: 'burst', signOns: hall.length }] },
    ]);
  });

  test('does not include a signer for whom a stranger typed a change there', async () => {
    const id = await sign('Marsh Choir', 'a home');
    await signAll(hall, 'one machine');
    await submit('Marsh Choir', 'one machine');
    expect(await signing.read(id)).toMatchObject({
      network: 'one machine',
      signedOrigin: { network: 'a home' },
    });
    expect(await burstOf(id)).toEqual([]);
  });

  test('stays with a signer who corrects or changes their words, from any network', async () => {
    const ids = await signAll(hall, 'one machine');
    const { signedOrigin } = await signing.read(ids[0] ?? '');
    signing.later(3600);
    await signing.correct(ids[0] ?? '', { city: 'Elsewhere' });
    for (const [index, id] of ids.entries()) {
      const name = hall[index] ?? '';
      await signing.submit(nothingAgainst(name).email, name, { city: 'Harbor City', network: 'a home' });
      await signing.confirm(id);
    }
    expect((await signing.read(ids[0] ?? '')).signedOrigin).toEqual(signedOrigin);
    for (const id of ids) expect(await burstOf(id)).toEqual([{ flag: 'burst', signOns: hall.length }]);
  });

  test('is a different one if a signer withdraws and signs again from another network', async () => {
    const [id = ''] = await signAll(hall, 'one machine');
    await submit(hall[0] ?? '', 'one machine');
    await signing.withdraw(id);
    expect(await signing.read(id)).not.toHaveProperty('network');
    await sign(hall[0] ?? '', 'a home');
    expect((await signing.read(id)).signedOrigin?.network).toBe('a home');
    expect(await burstOf(id)).toEqual([]);
  });

  test('forgets a form that an organizer rejects with what is signed', async () => {
    const id = await sign('Marsh Choir', 'a home');
    await submit('Marsh Choir', 'one machine');
    await signing.reject(id);
    expect(await signing.read(id)).not.toHaveProperty('network');
    expect((await signing.read(id)).signedOrigin?.network).toBe('a home');
  });

  test('forgets words that nobody confirmed, and an erased person', async () => {
    const id = await sign('Marsh Choir', 'a home');
    await submit('Marsh Choir', 'elsewhere');
    await removeSubmission(table.store, await signing.read(id));
    expect(await signing.read(id)).not.toHaveProperty('network');
    await signing.erase(id);
    expect(await signing.read(id)).not.toHaveProperty('signedOrigin');
  });
});
