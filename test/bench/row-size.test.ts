import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { letterHash } from '../../shared/campaign/letter-hashes.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import { aSettings, slug, testAddressKey } from '../support/records.ts';
import { freshStore, seed } from '../support/store.ts';
import { itemSize, writeUnits } from './item-size.ts';

/** Every field filled in as real organizations do, and everything beside the answers that a campaign can ask for. */
const everyField: Details = {
  organizationName: 'Asociación de Vecinos de la Ribera Norte del Puerto',
  website: 'https://vecinos-ribera-norte.example.org/',
  scope: 'local',
  name: 'María del Carmen Rodríguez Fuentes',
  title: 'Directora de Participación',
  city: 'Harbor City',
  region: 'Massachusetts',
  country: 'US',
  language: 'es',
  agreedTo: letterHash('the letter'),
  newsletter: true,
  newsletterAt: '2026-11-28T12:00:00.000Z',
  source: 'newsletter-november',
  showSignatories: 'always',
};
/** Five answers of 300 bytes together. */
const fullAnswers = {
  members: 1200,
  help: 'Share the letter',
  day: 'Wednesday',
  visited: true,
  why: 'x'.repeat(267),
};

/** Bytes of the row as it is submitted, and as it is confirmed. */
async function rowSizes(details: Details): Promise<number[]> {
  const table = await freshStore();
  const { store } = table;
  const email = 'mc.rodriguez@vecinos-ribera-norte.example.org';
  const id = signOnId(testAddressKey, { kind: 'organization', email, organizationKey: 'vecinos' });
  const now = new Date('2026-11-28T12:00:00.000Z');
  const outside = { now, newUlid: () => '01JD0000000000000000000000' };
  const settings = aSettings({ review: 'flagged' });
  await seed(table, {});
  await submitSignOn(store, {
    ...{ slug, id, kind: 'organization', email, details },
    ...{ network: 'f'.repeat(32), mailNetwork: 'f'.repeat(10), newNonce: () => 'n'.repeat(22), ...outside },
  });
  const size = async () => {
    const signOn = await readSignOn(store, { slug, id, now });
    return signOn
      ? itemSize(marshall({ ...signOnKey(slug, id), ...signOn }, { removeUndefinedValues: true }))
      : 0;
  };
  const submitted = await size();
  const signOn = await readSignOn(store, { slug, id, now });
  if (!signOn) throw new Error('no row');
  const addressKey = async () => testAddressKey;
  await confirmSignOn(store, { settings, signOn, addressKey, ...outside });
  return [submitted, await size()];
}

describe('the row of an organization that filled in every field, with names of the length that is met', () => {
  test('is one write unit', async () => {
    for (const bytes of await rowSizes(everyField)) expect(writeUnits(bytes, false)).toBe(1);
  });

  test('is two with five answers of 300 bytes, and one with answers of 40', async () => {
    for (const bytes of await rowSizes({ ...everyField, answers: fullAnswers }))
      expect(writeUnits(bytes, false)).toBe(2);
    const [submitted = 0] = await rowSizes({
      ...everyField,
      answers: { members: 1200, help: 'Share the letter' },
    });
    expect(writeUnits(submitted, false)).toBe(1);
  });
});
