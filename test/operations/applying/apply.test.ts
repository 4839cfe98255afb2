import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Campaign, TranslatedTexts } from '../../../shared/campaign/campaign.ts';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { EPOCH } from '../../../shared/campaign/gate.ts';
import { letterHash } from '../../../shared/campaign/letter-hashes.ts';
import { applyCampaign } from '../../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../../shared/operations/applying/plan.ts';
import { readInvited } from '../../../shared/operations/inviting/invited.ts';
import { readPressContact, readPressListPage } from '../../../shared/operations/mailing/press-contacts.ts';
import { claimPressMail } from '../../../shared/operations/mailing/press-mail-claim.ts';
import {
  forcePublication,
  holdGate,
  setPaused,
} from '../../../shared/operations/publishing/campaign-commands.ts';
import { markDelivered, resumeGate } from '../../../shared/operations/publishing/opening-commands.ts';
import { readCampaignStatus } from '../../../shared/operations/reporting/campaign-status.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { addressHash, invitedId } from '../../../shared/sign-on/ids.ts';
import { gateKey, invitedKey, pressContactKey, signOnKey, textKey } from '../../../shared/table/keys.ts';
import { readSettings } from '../../../shared/table/settings.ts';
import { readText, readTranslations, textSchema } from '../../../shared/table/texts.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../../support/intruder.ts';
import {
  aConfirmedSignOn,
  aGate,
  aSettings,
  aSignOn,
  organizationDetails,
  slug,
  testAddressKey,
} from '../../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../../support/store.ts';

const now = new Date('2026-11-05T12:00:00.000Z');

const aCampaign = (changed: Partial<Campaign> = {}): Campaign => ({
  settings: aSettings(),
  gate: { thresholdOrganizations: 3, thresholdIndividuals: 0, notBefore: EPOCH, quotesApproved: 'yes' },
  texts: [{ language: 'en', letter: 'the letter', release: 'the release' }],
  press: [],
  ...changed,
});

const withThreshold = (thresholdOrganizations: number): Campaign =>
  aCampaign({ gate: { ...aCampaign().gate, thresholdOrganizations } });

const withLetter = (letter: string): Campaign =>
  aCampaign({ texts: [{ language: 'en', letter, release: 'the release' }] });

let table: TestStore;
const ids = newIds();
const switching = { slug, now, newUlid: ids.newUlid, mayPublish: true };

beforeEach(async () => {
  table = await freshStore();
});

async function apply(campaign: Campaign, options: { why?: string; store?: TestStore['store'] } = {}) {
  const store = options.store ?? table.store;
  const plan = await planCampaign(store, { campaign, addressKey: testAddressKey, now });
  return { plan, ...(await applyCampaign(store, { plan, reason: options.why, now, ...ids })) };
}

async function events() {
  const { items } = await table.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event }) => event);
}

const gateIs = (changed: Parameters<typeof aGate>[0]) => table.put({ ...gateKey(slug), ...aGate(changed) });

describe('Applying a campaign', () => {
  test('creates everything that the rest of the system reads', async () => {
    const { outcome, gateOpened } = await apply(aCampaign());
    expect({ outcome, gateOpened }).toEqual({ outcome: 'created', gateOpened: false });
    expect(await readSettings(table.store, slug)).toMatchObject({ settings: aSettings(), paused: false });
    expect(await gateOf(table)).toEqual({ ...aGate(), dirty: expect.any(String) });
    const letter = await table.store.get(textSchema, textKey(slug, 'en', 'letter'));
    expect(letter).toEqual({ source: 'the letter', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { items } = await table.store.query(z.object({ slug: z.string() }), { PK: 'CAMPAIGNS' });
    expect(items).toEqual([{ slug }]);
    expect(await events()).toEqual([
      { type: 'applied', changed: expect.arrayContaining(['title', 'letter', 'release']) },
    ]);
  });

  test('again changes nothing and logs nothing', async () => {
    await apply(aCampaign());
    const before = await gateOf(table);
    const { outcome, plan } = await apply(aCampaign());
    expect(outcome).toBe('unchanged');
    expect(plan.changes).toEqual([]);
    expect(await gateOf(table)).toEqual(before);
    expect(await events()).toHaveLength(1);
  });

  test('describes what changes', async () => {
    await apply(aCampaign());
    const { plan } = await apply(
      aCampaign({
        settings: aSettings({ title: 'Another', closesAt: '2027-01-01T05:00:00.000Z' }),
        gate: { ...aCampaign().gate, thresholdOrganizations: 5 },
      }),
    );
    expect(plan.changes).toEqual([
      { key: 'title', before: aSettings().title, after: 'Another' },
      { key: 'closes', after: '2026-12-31T23:59' },
      { key: 'publication.threshold.organizations', before: '3', after: '5' },
    ]);
    expect((await events()).at(-1)).toEqual({
      type: 'applied',
      changed: ['title', 'closes', 'publication.threshold.organizations'],
    });
  });

  test('never touches counts, hold, pause and state', async () => {
    await apply(aCampaign());
    await gateIs({ organizations: 2, individuals: 7, held: 'yes', thresholdOrganizations: 3 });
    await setPaused(table.store, switching, true);
    await apply(withThreshold(9));
    expect(await gateOf(table)).toMatchObject({
      organizations: 2,
      individuals: 7,
      held: 'yes',
      thresholdOrganizations: 9,
    });
    expect((await readSettings(table.store, slug))?.paused).toBe(true);
  });

  test('with a lower threshold opens the gate, and says so before', async () => {
    await apply(aCampaign());
    await gateIs({ organizations: 2 });
    const { plan, gateOpened } = await apply(withThreshold(2));
    expect(plan.opensGate).toBe(true);
    expect(gateOpened).toBe(true);
    expect((await gateOf(table)).status).toBe('publishing');
  });

  test('with a lower threshold does not open a gate that is held or waits for a quote or its time', async () => {
    await apply(aCampaign());
    await gateIs({ organizations: 2, held: 'yes' });
    expect(await apply(withThreshold(2))).toMatchObject({ gateOpened: false, plan: { opensGate: false } });
    await gateIs({ organizations: 2 });
    const shut = { ...withThreshold(1), gate: { ...withThreshold(1).gate, quotesApproved: 'no' as const } };
    expect(await apply(shut)).toMatchObject({ gateOpened: false, plan: { opensGate: false } });
    const later = {
      ...withThreshold(1),
      gate: { ...withThreshold(1).gate, notBefore: '2026-11-05T12:01:00.000Z' },
    };
    expect(await apply(later)).toMatchObject({ gateOpened: false, plan: { opensGate: false } });
    expect(await apply(withThreshold(1))).toMatchObject({ gateOpened: true, plan: { opensGate: true } });
  });

  test('removes from the gate what the folder no longer says', async () => {
    const window = { timeZone: 'America/New_York', days: ['sat' as const], from: '09:00', to: '17:00' };
    const more = { window, atNotBeforeOrganizations: 2, delivery: 'hand' as const };
    await apply(aCampaign({ gate: { ...aCampaign().gate, ...more } }));
    expect(await gateOf(table)).toMatchObject(more);
    await gateIs({ organizations: 3, ...more });
    expect(await apply(aCampaign())).toMatchObject({ gateOpened: true, plan: { opensGate: true } });
    for (const key of Object.keys(more)) expect(await gateOf(table)).not.toHaveProperty(key);
  });

  test('opens the gate when it is repeated after a crash before the gate opened', async () => {
    await crashAtEveryStep(async (run, name) => {
      table = await freshStore();
      await apply(aCampaign());
      await gateIs({ organizations: 2 });
      await apply(withThreshold(2), { store: crashingStore(table.store, run) }).catch(() => undefined);
      await apply(withThreshold(2));
      expect([name, (await gateOf(table)).status]).toEqual([name, 'publishing']);
      expect(await events()).toHaveLength(2);
    });
  });

  test.each(['publishing', 'published'] as const)(
    'refuses changed texts when %s, and takes the rest',
    async (status) => {
      await apply(aCampaign());
      await gateIs({ status });
      expect((await apply(withLetter('another'))).outcome).toBe('texts-are-frozen');
      expect((await apply(withLetter('another'), { why: 'a comma' })).outcome).toBe('texts-are-frozen');
      const titled = aCampaign({ settings: aSettings({ title: 'Another' }) });
      expect((await apply(titled)).outcome).toBe('texts-are-frozen');
      const summed = aCampaign({ settings: aSettings({ summary: 'Another' }) });
      expect((await apply(summed)).outcome).toBe('updated');
    },
  );

  test('refuses changed texts if publication started after the plan was made', async () => {
    await apply(aCampaign());
    const plan = await planCampaign(table.store, {
      campaign: withLetter('x'),
      addressKey: testAddressKey,
      now,
    });
    await gateIs({ status: 'publishing' });
    const { outcome } = await applyCampaign(table.store, { plan, now, ...ids });
    expect(outcome).toBe('changed-meanwhile');
    expect((await table.store.get(textSchema, textKey(slug, 'en', 'letter')))?.source).toBe('the letter');
  });

  test('a letter whose only signature cannot be read is a signed one', async () => {
    await apply(aCampaign());
    await seed(table, { gate: aGate(), letter: 'the letter', release: 'the release' });
    await table.put({ ...signOnKey(slug, aSignOn().id), slug, status: 7 });
    expect((await apply(withLetter('the better letter'))).outcome).toBe('letter-is-signed');
  });

  test('a signed letter is changed only with a reason, which is logged', async () => {
    await apply(aCampaign());
    await seed(table, { gate: aGate(), signOns: [aSignOn()], letter: 'the letter', release: 'the release' });
    expect((await apply(withLetter('the better letter'))).outcome).toBe('letter-is-signed');
    const changed = await apply(withLetter('the better letter'), { why: 'a comma' });
    expect(changed.outcome).toBe('updated');
    expect((await events()).at(-1)).toEqual({ type: 'applied', changed: ['letter'], why: 'a comma' });
  });

  test('hashes of letters are stored with the settings, and after a change with a reason the old one still counts', async () => {
    await apply(aCampaign());
    const [was, is] = [letterHash('the letter'), letterHash('the better letter')];
    const first = { current: { en: was }, accepted: [was], acceptedByLanguage: { en: [was] } };
    expect((await readSettings(table.store, slug))?.letters).toEqual(first);
    await table.put({ ...signOnKey(slug, aSignOn().id), ...aSignOn() });
    await apply(withLetter('the better letter'), { why: 'a comma' });
    expect((await readSettings(table.store, slug))?.letters).toEqual({
      current: { en: is },
      accepted: [was, is],
      acceptedByLanguage: { en: [was, is] },
    });
  });

  test('a changed release needs no reason', async () => {
    await apply(aCampaign());
    await seed(table, { signOns: [aSignOn()], letter: 'the letter', release: 'the release' });
    const campaign = aCampaign({ texts: [{ language: 'en', letter: 'the letter', release: 'better' }] });
    expect((await apply(campaign)).outcome).toBe('updated');
  });

  test('keeps translations separate, replaces what changed and removes what is gone', async () => {
    const texts = (...translations: TranslatedTexts[]): Campaign['texts'] => [
      { language: 'en', letter: 'the letter', release: 'the release' },
      ...translations,
    ];
    const translated = texts({ language: 'es', letter: 'la carta', release: 'el comunicado' });
    expect((await apply(aCampaign({ texts: translated }))).outcome).toBe('created');
    expect(await readTranslations(table.store, aSettings())).toEqual(translated.slice(1));
    expect((await apply(aCampaign({ texts: translated }))).outcome).toBe('unchanged');
    await apply(aCampaign({ texts: texts({ language: 'es', letter: 'otra carta' }) }));
    expect(await readTranslations(table.store, aSettings())).toEqual([
      { language: 'es', letter: 'otra carta' },
    ]);
    expect((await events()).at(-1)).toMatchObject({ changed: ['letter (es)', 'release (es)'] });
  });

  test('a campaign that changes its language leaves no text of the old one behind', async () => {
    await apply(aCampaign());
    const texts: Campaign['texts'] = [{ language: 'es', letter: 'la carta', release: 'el comunicado' }];
    await apply(aCampaign({ settings: aSettings({ language: 'es' }), texts }));
    expect(await readTranslations(table.store, aSettings({ language: 'es' }))).toEqual([]);
    expect(await readText(table.store, { slug, language: 'es', document: 'letter' })).toBe('la carta');
  });

  test('a letter that people may have read in another language is changed only with a reason', async () => {
    const withTranslation = (letter: string) =>
      aCampaign({ texts: [...aCampaign().texts, { language: 'es', letter }] });
    await apply(aCampaign());
    await seed(table, { signOns: [aSignOn()], letter: 'the letter', release: 'the release' });
    expect((await apply(withTranslation('la carta'))).outcome).toBe('updated');
    expect((await apply(withTranslation('otra carta'))).outcome).toBe('letter-is-signed');
    expect((await apply(aCampaign())).outcome).toBe('letter-is-signed');
    expect((await apply(withTranslation('otra carta'), { why: 'a comma' })).outcome).toBe('updated');
  });

  test('translations are frozen with the rest', async () => {
    await apply(aCampaign());
    await gateIs({ status: 'published' });
    const settings = aSettings({ translations: { es: { title: 'Carta' } } });
    expect((await apply(aCampaign({ settings }))).outcome).toBe('texts-are-frozen');
    const texts: Campaign['texts'] = [...aCampaign().texts, { language: 'es', release: 'el comunicado' }];
    expect((await apply(aCampaign({ texts }))).outcome).toBe('texts-are-frozen');
  });

  test('the second of two at the same time must be planned again', async () => {
    await apply(aCampaign());
    const plans = [
      await planCampaign(table.store, { campaign: withThreshold(5), addressKey: testAddressKey, now }),
      await planCampaign(table.store, { campaign: withThreshold(7), addressKey: testAddressKey, now }),
    ];
    const outcomes = await Promise.all(
      plans.map((plan) => applyCampaign(table.store, { plan, now, ...ids })),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed-meanwhile', 'updated']);
  });
});

describe('The press list', () => {
  const ana = { email: 'ana@example.com', name: 'Ana Ruiz', outlet: 'The Ledger' };
  const ben = { email: 'ben@example.com' };
  const contact = (email: string) => readPressContact(table.store, slug, addressHash(testAddressKey, email));
  const claimRelease = (email: string) =>
    claimPressMail(
      table.store,
      { slug, addressHash: addressHash(testAddressKey, email) },
      { kind: 'release' },
      { claim: 'c', at: now.toISOString() },
    );

  test('becomes contacts with a nonce each', async () => {
    await apply(aCampaign({ press: [ana, ben] }));
    expect(await contact(ana.email)).toEqual({
      slug,
      addressHash: addressHash(testAddressKey, ana.email),
      ...ana,
      nonce: expect.any(String),
    });
    expect(await contact(ben.email)).not.toHaveProperty('name');
  });

  test('applied again keeps nonces and the states of emails', async () => {
    await apply(aCampaign({ press: [ana] }));
    const before = await contact(ana.email);
    await claimRelease(ana.email);
    const { outcome } = await apply(
      aCampaign({ press: [{ email: 'Ana@Example.com', name: 'Ana R.' }, ben] }),
    );
    expect(outcome).toBe('updated');
    expect(await contact(ana.email)).toEqual({
      slug,
      addressHash: addressHash(testAddressKey, ana.email),
      email: 'Ana@Example.com',
      name: 'Ana R.',
      nonce: before?.nonce,
      release: { state: 'claimed', at: now.toISOString(), claim: 'c' },
    });
  });

  test('without a contact removes it, unless it got an email, so nobody gets one twice', async () => {
    await apply(aCampaign({ press: [ana, ben] }));
    await claimRelease(ana.email);
    await apply(aCampaign());
    expect(await contact(ben.email)).toBeUndefined();
    expect((await contact(ana.email))?.release?.state).toBe('claimed');
    expect((await apply(aCampaign())).outcome).toBe('unchanged');
  });

  test('can be long', async () => {
    const press = Array.from({ length: 250 }, (_, index) => ({ email: `desk${index}@example.com` }));
    expect((await apply(aCampaign({ press }))).outcome).toBe('created');
    expect((await readPressListPage(table.store, { slug })).items).toHaveLength(250);
    expect(
      await table.store.get(
        z.object({ email: z.string() }),
        pressContactKey(slug, addressHash(testAddressKey, 'desk249@example.com')),
      ),
    ).toBeDefined();
  });
});

describe('The list of invited organizations', () => {
  const choir = { organization: 'Dock Choir', email: 'choir@example.org' };
  const row = () => readInvited(table.store, slug, invitedId(testAddressKey, organizationKey('Dock Choir')));

  test('applied again keeps the nonce, and that mail came back until the address is another', async () => {
    await apply(aCampaign({ invited: [choir] }));
    const before = await row();
    await table.put({
      ...invitedKey(slug, before?.id ?? ''),
      ...before,
      mailFeedback: { what: 'bounced', at: now.toISOString() },
    });
    await apply(aCampaign({ invited: [{ ...choir, website: 'choir.example.org' }] }));
    expect(await row()).toMatchObject({ nonce: before?.nonce, mailFeedback: { what: 'bounced' } });
    await apply(aCampaign({ invited: [{ ...choir, email: 'song@example.org' }] }));
    expect(await row()).toEqual({ ...before, email: 'song@example.org' });
  });
});

describe('Hold and resume', () => {
  test('shut the gate and open it again, each logged once even if repeated', async () => {
    await apply(aCampaign());
    expect(await holdGate(table.store, switching)).toBe('held');
    expect(await holdGate(table.store, switching)).toBe('already-held');
    await gateIs({ held: 'yes', organizations: 3 });
    expect(await resumeGate(table.store, switching)).toEqual({ outcome: 'resumed', gateOpened: true });
    expect(await resumeGate(table.store, switching)).toEqual({ outcome: 'not-held', gateOpened: false });
    expect((await events()).map(({ type }) => type)).toEqual(['applied', 'held', 'resumed']);
  });

  test('does not open the gate if the threshold is not reached', async () => {
    await apply(aCampaign());
    await holdGate(table.store, switching);
    expect(await resumeGate(table.store, switching)).toEqual({ outcome: 'resumed', gateOpened: false });
  });

  test('is refused if it is too late', async () => {
    await apply(aCampaign());
    await gateIs({ status: 'publishing' });
    expect(await holdGate(table.store, switching)).toBe('too-late');
  });

  test('is refused for a campaign that does not exist', async () => {
    expect(await holdGate(table.store, switching)).toBe('no-such-campaign');
    expect(await resumeGate(table.store, switching)).toEqual({
      outcome: 'no-such-campaign',
      gateOpened: false,
    });
    expect(await setPaused(table.store, switching, true)).toBe('no-such-campaign');
    expect(await forcePublication(table.store, switching)).toBe('no-such-campaign');
    expect(await readCampaignStatus(table.store, { slug, now })).toBeUndefined();
  });
});

describe('Pause', () => {
  test('stops and restarts signing, logged once, and requests new pages', async () => {
    await apply(aCampaign());
    const { dirty } = await gateOf(table);
    expect(await setPaused(table.store, switching, true)).toBe('changed');
    expect(await setPaused(table.store, switching, true)).toBe('already-so');
    expect((await gateOf(table)).dirty).not.toBe(dirty);
    expect(await setPaused(table.store, switching, false)).toBe('changed');
    expect((await events()).map(({ type }) => type)).toEqual(['applied', 'paused', 'unpaused']);
  });
});

describe('A letter that is handed over', () => {
  const byHand = aCampaign({ gate: { ...aCampaign().gate, delivery: 'hand' } });
  const deliver = () => markDelivered(table.store, switching);

  test('keeps the gate shut until an organizer confirms it, which is logged once', async () => {
    await apply(byHand);
    await gateIs({ organizations: 3, delivery: 'hand' });
    expect(await apply(byHand)).toMatchObject({ gateOpened: false });
    expect(await deliver()).toEqual({ outcome: 'delivered', gateOpened: true });
    expect((await gateOf(table)).status).toBe('publishing');
    expect(await deliver()).toEqual({ outcome: 'already-delivered', gateOpened: false });
    expect((await events()).map(({ type }) => type)).toEqual(['applied', 'delivered']);
  });

  test('does not open the gate before enough have signed', async () => {
    await apply(byHand);
    expect(await deliver()).toEqual({ outcome: 'delivered', gateOpened: false });
    expect(await deliver()).toEqual({ outcome: 'already-delivered', gateOpened: false });
  });

  test('opens the gate when it is confirmed again after a crash in between', async () => {
    await apply(byHand);
    await gateIs({ organizations: 3, delivery: 'hand', deliveredAt: now.toISOString() });
    expect(await deliver()).toEqual({ outcome: 'already-delivered', gateOpened: true });
  });

  test('cannot be confirmed for any other campaign', async () => {
    expect(await deliver()).toEqual({ outcome: 'no-such-campaign', gateOpened: false });
    await apply(aCampaign());
    expect(await deliver()).toEqual({ outcome: 'not-awaited', gateOpened: false });
  });
});

describe('A forced publication', () => {
  test('goes below the threshold and before the publication time', async () => {
    await apply(aCampaign());
    await gateIs({ organizations: 1, notBefore: '2027-01-01T00:00:00.000Z' });
    expect(await forcePublication(table.store, switching)).toBe('publishing');
    expect(await gateOf(table)).toMatchObject({ status: 'publishing', forced: 'yes' });
    expect(await forcePublication(table.store, switching)).toBe('already-publishing');
    expect((await events()).map(({ type }) => type)).toEqual(['applied', 'publish-forced']);
  });

  test.each([
    ['held', { held: 'yes', organizations: 1 }],
    ['quotes-not-approved', { quotesApproved: 'no', organizations: 1 }],
    ['not-delivered', { delivery: 'hand', organizations: 1 }],
    ['nobody-signed', {}],
  ] as const)('is refused if %s, and is not remembered', async (outcome, gate) => {
    await apply(aCampaign());
    await gateIs(gate);
    expect(await forcePublication(table.store, switching)).toBe(outcome);
    expect(await gateOf(table)).toMatchObject({ status: 'collecting', forced: 'no' });
    expect(await events()).toHaveLength(1);
  });
});

describe('The status', () => {
  test('says the state of a campaign and what it waits for', async () => {
    const email = (name: string) => `${name}@example.org`;
    const organization = { kind: 'organization' as const, signed: organizationDetails('Harbor Families') };
    await seed(table, {
      gate: {
        organizations: 1,
        thresholdOrganizations: 3,
        notBefore: '2026-12-02T15:00:00.000Z',
        held: 'yes',
      },
      signOns: [
        aSignOn({ email: email('a') }),
        aSignOn({ email: email('b'), expiresAt: now.getTime() / 1000 - 1 }),
        aConfirmedSignOn({ email: email('c'), ...organization }),
        aConfirmedSignOn({ email: email('d'), ...organization, eligible: 'no', counted: 'no' }),
        aConfirmedSignOn({ email: email('e'), status: 'withdrawn', eligible: 'no', counted: 'no' }),
      ],
    });
    expect(await readCampaignStatus(table.store, { slug, now })).toEqual({
      slug,
      status: 'collecting',
      open: true,
      held: true,
      paused: false,
      counts: { organizations: 1, individuals: 0 },
      threshold: { organizations: 3, individuals: null },
      waiting: { unconfirmed: 1, review: 0, duplicates: 1 },
      gate: { waitingFor: ['threshold', 'time', 'hold'], opensAt: '2026-12-02T15:00:00.000Z' },
      publishedAt: null,
    });
  });

  test('of a published campaign waits for nothing', async () => {
    await seed(table, {
      gate: { status: 'published', publishedAt: '2026-11-05T11:00:00.000Z', held: 'yes' },
    });
    expect(await readCampaignStatus(table.store, { slug, now })).toMatchObject({
      status: 'published',
      gate: { waitingFor: [], opensAt: null },
      publishedAt: '2026-11-05T11:00:00.000Z',
    });
  });
});

describe('ending a hold without permission to publish', () => {
  const unasked = { ...switching, mayPublish: false };

  test('changes nothing if it would publish, and says so', async () => {
    await seed(table, { gate: { held: 'yes', organizations: 3, thresholdOrganizations: 3 } });
    expect(await resumeGate(table.store, unasked)).toEqual({ outcome: 'would-publish', gateOpened: false });
    expect(await gateOf(table)).toMatchObject({ held: 'yes', status: 'collecting' });
  });

  test('publishes nothing that is counted, applied or delivered between its read and its write', async () => {
    const shut = { thresholdOrganizations: 3, organizations: 2 };
    const cases = [
      { does: 'resume', run: resumeGate, gate: { ...shut, held: 'yes' }, opens: { organizations: 3 } },
      {
        does: 'resume',
        run: resumeGate,
        gate: { thresholdOrganizations: 0, held: 'yes', quotesApproved: 'no' },
        opens: { quotesApproved: 'yes' },
      },
      {
        does: 'deliver',
        run: markDelivered,
        gate: { ...shut, delivery: 'hand' },
        opens: { organizations: 3 },
      },
    ] as const;
    for (const { run, gate, opens } of cases) {
      const steps = await intrudeAtEveryStep(async (at) => {
        await seed(table, { gate });
        const before = await gateOf(table);
        const intruded = storeWithIntruder(table.store, at, () =>
          table.put({ ...gateKey(slug), ...before, ...opens }),
        );
        const { outcome, gateOpened } = await run(intruded.store, unasked);
        expect(gateOpened).toBe(false);
        if (intruded.wasIntruded()) expect(outcome).toBe('would-publish');
        return intruded;
      });
      expect(steps).toBeGreaterThan(1);
    }
  });
});
