import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../../shared/campaign/campaign.ts';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { EPOCH } from '../../../shared/campaign/gate.ts';
import { applyCampaign } from '../../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../../shared/operations/applying/plan.ts';
import { beginDeletion } from '../../../shared/operations/deleting/delete-campaign.ts';
import { readAllInvited } from '../../../shared/operations/inviting/invited.ts';
import { readPressContact } from '../../../shared/operations/mailing/press-contacts.ts';
import { claimPressMail } from '../../../shared/operations/mailing/press-mail-claim.ts';
import { beginImport } from '../../../shared/operations/signing/import.ts';
import { addressHash } from '../../../shared/sign-on/ids.ts';
import { gateKey, settingsKey, signOnKey } from '../../../shared/table/keys.ts';
import { readSettings } from '../../../shared/table/settings.ts';
import { newIds } from '../../support/ids.ts';
import { aConfirmedSignOn, aSettings, slug, someDetails, testAddressKey } from '../../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../../support/store.ts';

const now = new Date('2026-11-05T12:00:00.000Z');
const ids = newIds();
let table: TestStore;

beforeEach(async () => {
  table = await freshStore();
});

const aCampaign = (changed: Partial<Campaign> = {}): Campaign => ({
  settings: aSettings(),
  gate: { thresholdOrganizations: 3, thresholdIndividuals: 0, notBefore: EPOCH, quotesApproved: 'yes' },
  texts: [{ language: 'en', letter: 'the letter', release: 'the release' }],
  press: [],
  ...changed,
});
const titled = (title: string) => aCampaign({ settings: aSettings({ title }) });

/** What somebody would do who now says yes to what they have read. */
async function planned(campaign: Campaign, options: { asksAgain?: boolean } = {}) {
  const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
  return async () => (await applyCampaign(table.store, { plan, now, ...ids, ...options })).outcome;
}

async function events() {
  const { items } = await table.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event }) => event);
}

describe('Of two applies with plans made at the same time, the second changes nothing:', () => {
  test('of a new campaign', async () => {
    const [first, second] = [await planned(titled('First')), await planned(titled('Second'))];
    expect([await first(), await second()]).toEqual(['created', 'changed-meanwhile']);
    expect((await readSettings(table.store, slug))?.settings.title).toBe('First');
    expect(await events()).toHaveLength(1);
  });

  test('of a campaign that has been applied', async () => {
    await (await planned(aCampaign()))();
    const [first, second] = [await planned(titled('First')), await planned(titled('Second'))];
    expect([await first(), await second()]).toEqual(['updated', 'changed-meanwhile']);
    expect((await readSettings(table.store, slug))?.settings.title).toBe('First');
  });

  test('of a campaign without a version of its last apply', async () => {
    await seed(table, { letter: 'the letter', release: 'the release' });
    const [first, second] = [await planned(titled('First')), await planned(titled('Second'))];
    expect([await first(), await second()]).toEqual(['updated', 'changed-meanwhile']);
    expect((await readSettings(table.store, slug))?.settings.title).toBe('First');
  });
});

test('An apply succeeds while sign-ons are being counted', async () => {
  await (await planned(aCampaign()))();
  const apply = await planned(titled('Another'));
  const { transact } = table.store;
  let writes = 0;
  table.store.transact = async (all) => {
    if (writes++ < 2) await table.put({ ...gateKey(slug), ...(await gateOf(table)), organizations: writes });
    return await transact(all);
  };
  expect(await apply()).toBe('updated');
  expect(writes).toBe(3);
  expect(await gateOf(table)).toMatchObject({ status: 'collecting', organizations: 2 });
});

describe('An apply changes nothing if meanwhile', () => {
  test('the campaign was deleted', async () => {
    await seed(table, { letter: 'the letter', release: 'the release' });
    const apply = await planned(titled('Another'));
    await table.store.transact([{ remove: settingsKey(slug) }]);
    expect(await apply()).toBe('changed-meanwhile');
    expect(await readSettings(table.store, slug)).toBeUndefined();
  });

  test('its deletion began: of a long list, nothing is written any more', async () => {
    await (await planned(aCampaign()))();
    const invited = Array.from({ length: 250 }, (_, index) => ({ organization: `Pier Club ${index}` }));
    const apply = await planned(aCampaign({ invited }));
    const deletion = await beginDeletion(table.store, await gateOf(table), { slug, ...ids });
    expect(deletion).toBeDefined();
    expect(await apply()).toBe('changed-meanwhile');
    expect(await readAllInvited(table.store, slug)).toEqual([]);
  });

  test('another has created the campaign: of a long list, nothing is written', async () => {
    const invited = Array.from({ length: 250 }, (_, index) => ({ organization: `Pier Club ${index}` }));
    const apply = await planned(aCampaign({ invited }));
    await (await planned(aCampaign()))();
    expect(await apply()).toBe('changed-meanwhile');
    expect(await readAllInvited(table.store, slug)).toEqual([]);
  });

  test('an import has begun, and the apply would ask everyone again', async () => {
    await (await planned(aCampaign()))();
    const signOn = aConfirmedSignOn({ signed: someDetails(), submission: someDetails() });
    await table.put({ ...signOnKey(slug, signOn.id), ...signOn });
    const texts: Campaign['texts'] = [{ language: 'en', letter: 'another letter', release: 'the release' }];
    const apply = await planned(aCampaign({ texts }), { asksAgain: true });
    expect(await beginImport(table.store, slug, 'a file', { now })).toBe('begun');
    expect(await apply()).toBe('changed-meanwhile');
    expect((await gateOf(table)).askingStartedAt).toBeUndefined();
  });

  test('the email with the letter was sent, and the apply would send it again', async () => {
    const delivery = { by: 'email' as const, to: ['wrong@example.org'], cc: [] };
    const at = now.toISOString();
    const published = {
      status: 'published' as const,
      publishedAt: at,
      pendingLetterMail: at,
      letterMail: { state: 'refused' as const, at, claim: 'first' },
    };
    const press = { letter: 'the letter', release: 'the release' };
    await seed(table, { settings: { delivery }, gate: published, ...press });
    const apply = await planned(
      aCampaign({ settings: aSettings({ delivery: { ...delivery, to: ['right@example.org'] } }) }),
    );
    const letterMail = { state: 'sent' as const, at, claim: 'second' };
    await table.put({ ...gateKey(slug), ...(await gateOf(table)), letterMail });
    expect(await apply()).toBe('changed-meanwhile');
    expect((await gateOf(table)).letterMail).toEqual(letterMail);
  });

  describe('the apply would publish without permission, because', () => {
    const due = { thresholdOrganizations: 3, thresholdIndividuals: 0, notBefore: EPOCH };
    const unapproved = () => aCampaign({ gate: { ...due, quotesApproved: 'no' } });
    const change = async (changed: object) =>
      await table.put({ ...gateKey(slug), ...(await gateOf(table)), ...changed });

    test('the last signature was counted', async () => {
      await (await planned(unapproved()))();
      const apply = await planned(aCampaign());
      await change({ organizations: 3 });
      expect(await apply()).toBe('changed-meanwhile');
      expect(await gateOf(table)).toMatchObject({ status: 'collecting', quotesApproved: 'no' });
      const asked = await planned(aCampaign());
      expect(await asked()).toBe('updated');
      expect((await gateOf(table)).status).toBe('publishing');
    });

    test('the hold ended between its last read of the gate and the write', async () => {
      await (await planned(unapproved()))();
      await change({ organizations: 3, held: 'yes' });
      const apply = await planned(aCampaign());
      const { transact } = table.store;
      let writes = 0;
      table.store.transact = async (all) => {
        if (writes++ === 0) await change({ held: 'no' });
        return await transact(all);
      };
      expect(await apply()).toBe('changed-meanwhile');
      expect(writes).toBe(1);
      expect(await gateOf(table)).toMatchObject({ status: 'collecting', quotesApproved: 'no' });
    });
  });

  test('a journalist is being sent the release whom the apply would remove', async () => {
    const email = 'ana@example.com';
    await (await planned(aCampaign({ press: [{ email }] })))();
    const apply = await planned(aCampaign());
    const contact = { slug, addressHash: addressHash(testAddressKey, email) };
    await claimPressMail(table.store, contact, { kind: 'release' }, { claim: 'c', at: now.toISOString() });
    expect(await apply()).toBe('changed-meanwhile');
    const found = await readPressContact(table.store, slug, contact.addressHash);
    expect(found?.release?.state).toBe('claimed');
  });
});
