import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../../shared/campaign/campaign.ts';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { EPOCH } from '../../../shared/campaign/gate.ts';
import { letterHash } from '../../../shared/campaign/letter-hashes.ts';
import { applyCampaign, lettersToAgreeTo } from '../../../shared/operations/applying/apply.ts';
import {
  agreedToOtherLetter,
  askRemaining,
  askSignOn,
  continueAsking,
  countToAsk,
} from '../../../shared/operations/applying/ask-again.ts';
import { planCampaign } from '../../../shared/operations/applying/plan.ts';
import { countAndOpenGate } from '../../../shared/operations/counting/count-and-open-gate.ts';
import { openGate } from '../../../shared/operations/counting/open-gate.ts';
import { approveSignOn } from '../../../shared/operations/deciding/approve.ts';
import { mergeSignOns } from '../../../shared/operations/deciding/merge.ts';
import { promoteSignOn } from '../../../shared/operations/deciding/promote.ts';
import { reinstateSignOn } from '../../../shared/operations/deciding/reinstate.ts';
import { rejectSignOn } from '../../../shared/operations/deciding/reject.ts';
import { readVacantClaims } from '../../../shared/operations/deciding/vacant-claims.ts';
import { forcePublication } from '../../../shared/operations/publishing/campaign-commands.ts';
import { markDelivered } from '../../../shared/operations/publishing/opening-commands.ts';
import { readCampaignStatus } from '../../../shared/operations/reporting/campaign-status.ts';
import { confirmSignOn } from '../../../shared/operations/signing/confirm.ts';
import { correctSignOn } from '../../../shared/operations/signing/correct.ts';
import { beginImport } from '../../../shared/operations/signing/import.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { detailsHash } from '../../../shared/sign-on/ids.ts';
import type { Details, SignOn } from '../../../shared/sign-on/sign-on.ts';
import { claimKey, gateKey, signOnKey } from '../../../shared/table/keys.ts';
import { readSettings } from '../../../shared/table/settings.ts';
import { readSignOn } from '../../../shared/table/sign-ons.ts';
import type { Store } from '../../../shared/table/table.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../../support/intruder.ts';
import {
  aConfirmedSignOn,
  addressKey,
  aSettings,
  aSignOn,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../../support/records.ts';
import {
  claimOf,
  freshStore,
  gateOf,
  invariantViolations,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';

const first = letterHash('the letter');
const second = letterHash('another letter');
const settings = aSettings();
const { newUlid, newNonce } = newIds();

let table: TestStore;
let now: Date;

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const pause = async (milliseconds: number) => later(milliseconds / 1000);

const aCampaign = (letter: string): Campaign => ({
  settings,
  gate: { thresholdOrganizations: 2, thresholdIndividuals: 0, notBefore: EPOCH, quotesApproved: 'yes' },
  texts: [{ language: 'en', letter, release: 'the release' }],
  press: [],
});

/** Confirmed, with nothing that waits for a button. */
const confirmed = (changed: Partial<SignOn>, signed: Details): SignOn => {
  const { submission, submissionHash, ...row } = aConfirmedSignOn({ submission: signed, signed, ...changed });
  return row;
};
const organization = (name: string, email: string, changed: Partial<SignOn> = {}) =>
  confirmed({ kind: 'organization', email, ...changed }, organizationDetails(name, { agreedTo: first }));
const person = (email: string, changed: Partial<SignOn> = {}, agreedTo: string | undefined = first) =>
  confirmed({ email, ...changed }, someDetails({ agreedTo }));

/** A campaign with the first letter, and who has signed it, at rest; the gate is not tried. */
async function signedBy(...signOns: SignOn[]): Promise<void> {
  table = await freshStore();
  const plan = await planCampaign(table.store, {
    campaign: aCampaign('the letter'),
    addressKey: testAddressKey,
    now,
  });
  await applyCampaign(table.store, { plan, now, newUlid, newNonce });
  for (const signOn of signOns) await table.put({ ...signOnKey(slug, signOn.id), ...signOn });
  const keys = new Set(signOns.flatMap((signOn) => signOn.organizationKey ?? []));
  for (const key of keys) {
    const rows = signOns.filter((signOn) => signOn.organizationKey === key);
    const waiting = rows.filter(({ eligible }) => eligible === 'no').map(({ id }) => id);
    await table.put({
      ...claimKey(slug, key),
      holder: rows.find(({ eligible }) => eligible === 'yes')?.id,
      ...(waiting.length > 0 && { waiting: new Set(waiting) }),
    });
  }
  const counted = (kind: SignOn['kind']) =>
    signOns.filter((signOn) => signOn.kind === kind && signOn.counted === 'yes').length;
  await table.store.update({
    key: { PK: `CAMPAIGN#${slug}`, SK: 'GATE' },
    update: 'SET organizations = :organizations, individuals = :individuals',
    values: { ':organizations': counted('organization'), ':individuals': counted('individual') },
  });
}

async function apply(
  letter: string,
  options: { asksAgain?: boolean; why?: string; store?: Store; delivery?: 'hand' } = { asksAgain: true },
) {
  const { store = table.store, delivery, why: reason, ...how } = options;
  const folder = aCampaign(letter);
  const campaign = delivery ? { ...folder, gate: { ...folder.gate, delivery } } : folder;
  const plan = await planCampaign(store, { campaign, addressKey: testAddressKey, now });
  return await applyCampaign(store, { plan, now, newUlid, newNonce, reason, ...how });
}

const finish = (store = table.store) => askRemaining(store, { slug, now: () => now, newUlid, pause });

/** What `tally` does, whatever has changed. */
async function tally(): Promise<void> {
  await countAndOpenGate({ store: table.store, now: () => now, newUlid }, slug, await signOnsOf(table));
}

async function read({ id }: Pick<SignOn, 'id'>): Promise<SignOn> {
  const signOn = await readSignOn(table.store, { slug, id, now });
  if (!signOn) throw new Error('no such sign-on');
  return signOn;
}

const lettersNow = async () => (await readSettings(table.store, slug))?.letters;

const confirm = async (
  signOn: SignOn,
  shownHash?: string,
  letters?: Awaited<ReturnType<typeof lettersNow>>,
) =>
  await confirmSignOn(table.store, {
    settings,
    letters: letters ?? (await lettersNow()),
    signOn,
    shownHash,
    now,
    newUlid,
    addressKey,
  });

async function happenings() {
  const { items } = await table.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event }) => event);
}

beforeEach(() => {
  now = new Date('2026-11-10T12:00:00.000Z');
});
afterAll(() => table.client.destroy());

const ana = organization('Harbor Families', 'ana@example.org');
const ben = organization('Dock Workers', 'ben@example.org');
const behindAna = organization('Harbor Families', 'chloe@example.org', { eligible: 'no', counted: 'no' });
const dana = person('dana@example.org');

describe('asking again', () => {
  test('removes signers who agreed to the old letter from the count, sends each an email, and counts them again when they agree', async () => {
    await signedBy(ana, ben, behindAna, dana);
    await apply('another letter');
    expect(await finish()).toBe(4);
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
    expect(await gateOf(table)).toMatchObject({ organizations: 0, individuals: 0, status: 'collecting' });
    for (const { id } of [ana, ben, behindAna, dana])
      expect(await read({ id })).toMatchObject({
        status: 'confirmed',
        eligible: 'no',
        askedAgainAt: now.toISOString(),
      });
    expect(new Set((await signOnsOf(table)).map(({ pendingMail }) => pendingMail)).size).toBe(4);
    expect(await readCampaignStatus(table.store, { slug, now })).toMatchObject({
      waiting: { asked: 4, duplicates: 0 },
    });

    expect(await confirm(await read(ana))).toBe('confirmed');
    expect(await read(ana)).toMatchObject({
      eligible: 'yes',
      signed: { agreedTo: second },
      organizationKey: ana.organizationKey,
    });
    expect((await read(ana)).askedAgainAt).toBeUndefined();
    expect(await confirm(await read(behindAna))).toBe('already-signed-by-organization');
    expect(await confirm(await read(dana))).toBe('confirmed');
    expect(await confirm(await read(dana))).toBe('already-confirmed');
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
    expect(await gateOf(table)).toMatchObject({ organizations: 1, individuals: 1 });
    expect((await claimOf(table, ana.organizationKey ?? '')).waiting).toEqual(new Set([behindAna.id]));
  });

  test.each([
    ['is told to organizers if one waits for it who need not be asked', true],
    ['is told to nobody if all who wait for it are asked', false],
  ])('a claim that becomes vacant %s', async (_, isSpanish) => {
    const spanish = letterHash('la carta');
    const typed = organizationDetails('Harbor Families', { agreedTo: isSpanish ? spanish : first });
    const colleague = confirmed(
      { kind: 'organization', email: 'luz@example.org', eligible: 'no', counted: 'no' },
      typed,
    );
    await signedBy(ana, colleague);
    const letters = {
      current: { en: second, es: spanish },
      accepted: [second, spanish],
      askedAgainAt: now.toISOString(),
    };
    const asking = { letters, isReviewed: true, now, newUlid };
    expect(await askSignOn(table.store, { signOn: ana, ...asking })).toBe('asked');
    expect(await askSignOn(table.store, { signOn: colleague, ...asking })).toBe(
      isSpanish ? 'not-to-be-asked' : 'asked',
    );
    const { claims } = await readVacantClaims(table.store, { slug, now, newUlid });
    expect(claims).toEqual(
      isSpanish ? [{ organizationName: 'Harbor Families', waiting: [colleague.id] }] : [],
    );
    const vacated = (await happenings()).filter(({ type }) => type === 'claim-vacated');
    expect(vacated).toHaveLength(isSpanish ? 1 : 0);
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('does not affect signers who are pending, withdrawn or rejected, or agreed to an edited or unchanged letter', async () => {
    const left = [
      aSignOn({ email: 'pending@example.org', submission: someDetails({ agreedTo: first }) }),
      person('withdrawn@example.org', { status: 'withdrawn', eligible: 'no', counted: 'no' }),
      person('rejected@example.org', { status: 'rejected', eligible: 'no', counted: 'no' }),
    ];
    await signedBy(...left, person('new@example.org', {}, second), dana);
    await apply('another letter');
    expect(await finish()).toBe(1);
    for (const signOn of left) expect(await read(signOn)).toEqual(signOn);
    expect((await read(person('new@example.org'))).eligible).toBe('yes');
  });

  test('keeps the gate shut from the change of the text until the last signer was asked, whoever tries to open it', async () => {
    await signedBy(ana, ben);
    await apply('another letter');
    expect(await openGate(table.store, slug, now)).toBe(false);
    expect(await forcePublication(table.store, { slug, now, newUlid })).toBe('asking');
    await tally();
    expect((await gateOf(table)).status).toBe('collecting');
    expect((await readCampaignStatus(table.store, { slug, now }))?.gate.waitingFor).toEqual(['asking']);
    await finish();
    // Before anybody looks at the stream: numbers of before would say that the threshold is reached.
    expect(await openGate(table.store, slug, now)).toBe(false);
    expect(await gateOf(table)).toMatchObject({ status: 'collecting', organizations: 0 });
    await tally();
    for (const signOn of [ana, ben]) await confirm(await read(signOn));
    await tally();
    expect((await gateOf(table)).status).toBe('publishing');
  });

  test('undoes a forced publication that has not started, and a letter that was handed over', async () => {
    await signedBy(ana, ben);
    await table.store.update({
      key: gateKey(slug),
      update: 'SET forced = :yes, delivery = :hand, deliveredAt = :now',
      values: { ':yes': 'yes', ':hand': 'hand', ':now': now.toISOString() },
    });
    await apply('another letter', { asksAgain: true, delivery: 'hand' });
    await finish();
    expect(await openGate(table.store, slug, now)).toBe(false);
    expect(await gateOf(table)).toMatchObject({ status: 'collecting', forced: 'no' });
    for (const signOn of [ana, ben]) await confirm(await read(signOn));
    await tally();
    expect((await readCampaignStatus(table.store, { slug, now }))?.gate.waitingFor).toEqual(['delivery']);
    await markDelivered(table.store, { slug, now, newUlid, mayPublish: true });
    expect((await gateOf(table)).status).toBe('publishing');
  });

  test('asks nobody after an editorial change, and the next time asks who agreed to either text', async () => {
    await signedBy(dana);
    await apply('a better word', { why: 'a better word' });
    expect(await finish()).toBeUndefined();
    expect((await read(dana)).eligible).toBe('yes');
    await apply('another letter');
    expect(await finish()).toBe(1);
  });

  test('says how many it would ask', async () => {
    await signedBy(ana, dana, person('new@example.org', {}, second));
    const campaign = aCampaign('another letter');
    const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
    expect(await countToAsk(table.store, slug, lettersToAgreeTo(plan, now))).toBe(2);
  });

  test('is refused during an import, and an import while signers are being asked', async () => {
    await signedBy(dana);
    expect(await beginImport(table.store, slug, 'a file', { now })).toBe('begun');
    expect((await apply('another letter')).outcome).toBe('importing');
    await table.store.update({ key: { PK: `CAMPAIGN#${slug}`, SK: 'GATE' }, update: 'REMOVE importId' });
    await apply('another letter');
    expect(await beginImport(table.store, slug, 'a file', { now })).toBe('not-now');
  });

  test('is refused if nobody could agree any more', async () => {
    await signedBy(dana);
    const closesAt = now.toISOString();
    const campaign = { ...aCampaign('another letter'), settings: aSettings({ closesAt }) };
    const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
    later(24 * 60 * 60);
    const applying = { plan, asksAgain: true, now, newUlid, newNonce };
    expect((await applyCampaign(table.store, applying)).outcome).toBe('closed');
    expect((await gateOf(table)).askingStartedAt).toBeUndefined();
  });

  test('waits until no function has the old letter in its cache, but not again when it is resumed', async () => {
    await signedBy(dana);
    const began = now.getTime();
    await apply('another letter');
    await finish();
    expect(now.getTime() - began).toBe(20_000);
    expect(await finish()).toBeUndefined();
    expect(now.getTime() - began).toBe(20_000);
  });

  test('continues after the last page where its time ran out, and says in the end how many were asked', async () => {
    const signers = Array.from({ length: 40 }, (_, index) => person(`${index}@example.org`));
    await signedBy(...signers);
    await apply('another letter');
    later(20);
    const read: number[] = [];
    const query: Store['query'] = async (schema, options) => {
      later(1);
      read.push(Number(options.PK.split('#').at(-1)));
      return await table.store.query(schema, options);
    };
    const minute = async () => {
      read.length = 0;
      const until = new Date(now.getTime() + 5_000);
      await continueAsking({ ...table.store, query }, { slug, now: () => now, newUlid, until });
      return [read.at(0), read.at(-1)];
    };
    expect(await minute()).toEqual([0, 4]);
    expect(await minute()).toEqual([4, 8]);
    expect(await minute()).toEqual([8, 12]);
    expect(await minute()).toEqual([12, 15]);
    expect(await gateOf(table)).not.toHaveProperty('askingProgress');
    expect(await happenings()).toContainEqual({ type: 'asked-again', waiting: 40 });
    for (const signer of signers)
      expect((await readSignOn(table.store, { slug, id: signer.id, now }))?.askedAgainAt).toBeDefined();
  });

  test('leaves no progress behind when somebody else asks the last meanwhile, and says how many', async () => {
    await signedBy(...Array.from({ length: 20 }, (_, index) => person(`${index}@example.org`)));
    await apply('another letter');
    let isFirst = true;
    const transact: Store['transact'] = async (writes) => {
      if (isFirst) {
        isFirst = false;
        await finish();
      }
      return await table.store.transact(writes);
    };
    expect(await finish({ ...table.store, transact })).toBeGreaterThan(0);
    expect(await gateOf(table)).not.toHaveProperty('askingProgress');
    expect((await happenings()).filter(({ type }) => type === 'asked-again')).toHaveLength(1);
  });

  test('begins with the first page when the letter changes while it is asked about', async () => {
    await signedBy(...Array.from({ length: 20 }, (_, index) => person(`${index}@example.org`)));
    await apply('another letter');
    later(20);
    await table.store.update({
      key: { PK: `CAMPAIGN#${slug}`, SK: 'GATE' },
      update: 'SET askingProgress = :old',
      values: { ':old': { startedAt: '2026-11-01T12:00:00.000Z', waiting: 7, shard: 15 } },
    });
    expect(await finish()).toBe(20);
  });

  test('asks for the last letter if it is changed once more meanwhile, and nobody twice', async () => {
    await signedBy(dana);
    await apply('another letter');
    const askedOnce = await finish();
    const { askedAgainAt, pendingMail } = await read(dana);
    await apply('a third letter');
    expect([askedOnce, await finish()]).toEqual([1, 1]);
    expect(await read(dana)).toMatchObject({ askedAgainAt, pendingMail });
    await confirm(await read(dana));
    expect((await read(dana)).signed?.agreedTo).toBe(letterHash('a third letter'));
  });
});

test('does not ask a signer who meanwhile agrees to a wording that has changed once more', async () => {
  await signedBy(dana);
  await apply('another letter');
  const { store } = table;
  const late = person('late@example.org', {}, letterHash('another letter, better put'));
  let isFirst = true;
  const query: Store['query'] = async (schema, options) => {
    if (isFirst) {
      isFirst = false;
      await apply('another letter, better put', { why: 'a word' });
      await table.put({ ...signOnKey(slug, late.id), ...late });
    }
    return await store.query(schema, options);
  };
  expect(await finish({ ...store, query })).toBe(1);
  expect((await read(late)).askedAgainAt).toBeUndefined();
});

test('while an organizer decides counts a signer only after they agree, at any step of the decision', async () => {
  const waits = { eligible: 'no', counted: 'no', review: 'waiting', organizationKey: undefined } as const;
  const waiting = organization('Dock Workers', 'ben@example.org', waits);
  const decisions = { approveSignOn, rejectSignOn };
  for (const decide of Object.values(decisions)) {
    const steps = await intrudeAtEveryStep(async (at) => {
      await signedBy(waiting);
      const { store } = table;
      const signOn = await read(waiting);
      const intruded = storeWithIntruder(store, at, () =>
        askSignOn(store, { signOn, letters: { current: { en: second }, accepted: [second] }, now, newUlid }),
      );
      await decide(intruded.store, { signOn, now, newUlid });
      await tally();
      expect(await invariantViolations(table)).toEqual([]);
      if (intruded.wasIntruded())
        expect(await read(waiting)).toMatchObject({ eligible: 'no', counted: 'no' });
      return intruded;
    });
    expect(steps).toBeGreaterThan(0);
  }
});

test('asks everyone again if the letter is changed once more while the last are asked, at any step', async () => {
  const steps = await intrudeAtEveryStep(async (at) => {
    await signedBy(ana);
    await apply('another letter');
    const { store } = table;
    // Agrees to the letter that is changed at once: only the second round can ask.
    const late = person('late@example.org', {}, second);
    const intruded = storeWithIntruder(store, at, async () => {
      later(1);
      await table.put({ ...signOnKey(slug, late.id), ...late });
      await apply('a third letter');
    });
    await finish(intruded.store);
    if (intruded.wasIntruded()) expect((await read(late)).askedAgainAt).toBeDefined();
    return intruded;
  });
  expect(steps).toBeGreaterThan(16);
});

test('leaves the gate shut or everyone asked if the command dies at any step, and continues when it is run again', async () => {
  const steps = await crashAtEveryStep(async (run) => {
    now = new Date('2026-11-10T12:00:00.000Z');
    await signedBy(ana, behindAna, dana);
    // What is only read changes nothing: it suffices to die around each write.
    const { get, query } = table.store;
    const mortal = { ...crashingStore(table.store, run), get, query };
    await (async () => {
      await apply('another letter', { asksAgain: true, store: mortal });
      await finish(mortal);
    })().catch(() => undefined);
    // What the rest of the system does meanwhile, as often as it likes.
    await tally();
    const isTextNew = (await lettersNow())?.accepted.includes(second) === true;
    const gate = await gateOf(table);
    if (isTextNew) expect(gate.status).toBe('collecting');
    if (isTextNew && gate.askingStartedAt === undefined)
      for (const signOn of await signOnsOf(table)) expect(signOn.eligible).toBe('no');
    if (gate.status !== 'collecting') return;
    await apply('another letter');
    await finish();
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
    expect(await gateOf(table)).toMatchObject({ organizations: 0, individuals: 0, status: 'collecting' });
    expect(
      (await signOnsOf(table)).every(({ askedAgainAt, pendingMail }) => askedAgainAt && pendingMail),
    ).toBe(true);
    expect((await happenings()).filter(({ type }) => type === 'asked-again')).toHaveLength(1);
  });
  expect(steps).toBeGreaterThanOrEqual(5);
});

test('during confirmations, changes and withdrawals counts nobody for a letter they have not agreed to', async () => {
  const people = Array.from({ length: 8 }, (_, index) =>
    organization(`Club ${index}`, `club-${index}@example.org`),
  );
  const changed = people.map((signOn) => ({
    ...signOn,
    submission: organizationDetails(signOn.signed?.organizationName ?? '', {
      city: 'Elsewhere',
      agreedTo: first,
    }),
    submissionHash: 'a change',
  }));
  await signedBy(...changed);
  await apply('another letter');
  const letters = await lettersNow();
  await Promise.all(
    changed.flatMap((signOn, index) => [
      askSignOn(table.store, { signOn, letters, now, newUlid }),
      index % 2 === 0
        ? confirm(signOn, undefined, letters)
        : withdrawSignOn(table.store, { signOn, now, newUlid }),
    ]),
  );
  await finish();
  await tally();
  expect(await invariantViolations(table)).toEqual([]);
  for (const signOn of await signOnsOf(table))
    if (signOn.eligible === 'yes') expect(signOn.signed?.agreedTo).toBe(second);
});

describe('a signer who is asked', () => {
  const asked = async (...signOns: SignOn[]) => {
    await signedBy(...signOns);
    await apply('another letter');
    await finish();
    await tally();
  };

  test('agrees only to the letter that the page named', async () => {
    await asked(dana);
    const shownThen = detailsHash(someDetails({ agreedTo: second }));
    await apply('a third letter');
    await finish();
    expect(await confirm(await read(dana), shownThen)).toBe('changed');
    expect((await read(dana)).eligible).toBe('no');
    expect(
      await confirm(await read(dana), detailsHash(someDetails({ agreedTo: letterHash('a third letter') }))),
    ).toBe('confirmed');
  });

  test('can correct their details, which does not make them count', async () => {
    await asked(ana);
    const correcting = { settings, now, newUlid, addressKey, signOn: await read(ana) };
    await correctSignOn(table.store, { ...correcting, typed: { city: 'Elsewhere' } });
    await correctSignOn(table.store, {
      ...correcting,
      signOn: await read(ana),
      typed: { organizationName: 'Harbour Families' },
    });
    expect(await read(ana)).toMatchObject({
      eligible: 'no',
      askedAgainAt: expect.any(String),
      signed: { city: 'Elsewhere', organizationName: 'Harbour Families', agreedTo: first },
    });
    expect(await confirm(await read(ana))).toBe('confirmed');
    expect((await read(ana)).organizationKey).toBe(organizationKey('Harbour Families'));
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('under another name is reviewed if there is a review, and under the same one only if it waited before', async () => {
    const waits = organization('Eelgrass Club', 'eel@example.org', {
      eligible: 'no',
      counted: 'no',
      review: 'waiting',
      organizationKey: undefined,
    });
    await asked(ana, ben, waits);
    const reviewed = aSettings({ review: 'before-counting' });
    const press = async (signOn: SignOn) =>
      await confirmSignOn(table.store, {
        settings: reviewed,
        letters: await lettersNow(),
        signOn: await read(signOn),
        now,
        newUlid,
        addressKey,
      });
    await correctSignOn(table.store, {
      settings: reviewed,
      now,
      newUlid,
      addressKey,
      signOn: await read(ben),
      typed: { organizationName: 'Somebody Else' },
    });
    expect(await press(ana)).toBe('confirmed');
    expect(await press(ben)).toBe('waiting-for-review');
    expect(await press(waits)).toBe('waiting-for-review');
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('cannot be made to count by an organizer who promotes, approves, merges or reinstates', async () => {
    const waits = organization('Eelgrass Club', 'eel@example.org', {
      eligible: 'no',
      counted: 'no',
      review: 'waiting',
      organizationKey: undefined,
    });
    const rejected = person('rejected@example.org');
    await signedBy(ana, ben, waits, rejected);
    const deciding = (signOn: SignOn) => ({ signOn, now, newUlid });
    await rejectSignOn(table.store, deciding(rejected));
    await apply('another letter');
    await finish();
    expect(await promoteSignOn(table.store, deciding(await read(ana)))).toBe('asked-again');
    expect(await mergeSignOns(table.store, { keep: ana, ...deciding(await read(ben)) })).toBe(
      'keep-asked-again',
    );
    expect(await approveSignOn(table.store, deciding(await read(waits)))).toBe('approved-asked-again');
    expect(await reinstateSignOn(table.store, deciding(await read(rejected)))).toBe('reinstated-asked-again');
    await tally();
    expect((await signOnsOf(table)).map(({ eligible }) => eligible)).toEqual(['no', 'no', 'no', 'no']);
    expect(await confirm(await read(waits))).toBe('confirmed');
    expect(await confirm(await read(rejected))).toBe('confirmed');
    await tally();
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('can withdraw the signature, and is not asked any more', async () => {
    await asked(ana);
    await withdrawSignOn(table.store, { signOn: await read(ana), now, newUlid });
    expect(await read(ana)).toMatchObject({ status: 'withdrawn', eligible: 'no' });
    expect((await read(ana)).askedAgainAt).toBeUndefined();
  });
});

describe('a signer who filled in the form below an older letter', () => {
  const pending = aSignOn({ email: 'ed@example.org', submission: someDetails({ agreedTo: first }) });

  test('agrees with the button to the current letter', async () => {
    await signedBy(dana, pending);
    await apply('another letter');
    await finish();
    expect(await confirm(await read(pending), pending.submissionHash)).toBe('changed');
    expect(await confirm(await read(pending), detailsHash(someDetails({ agreedTo: second })))).toBe(
      'confirmed',
    );
    expect((await read(pending)).signed).toEqual(someDetails({ agreedTo: second }));
  });

  test('agrees without a hash to the current letter, or to what they read after an editorial change', async () => {
    await signedBy(dana, pending);
    await apply('a better word', { why: 'a better word' });
    expect(await confirm(await read(pending), pending.submissionHash)).toBe('confirmed');
    expect((await read(pending)).signed?.agreedTo).toBe(first);
    await signedBy(dana, pending);
    await apply('another letter');
    expect(await confirm(await read(pending))).toBe('confirmed');
    expect(agreedToOtherLetter(await read(pending), await lettersNow())).toBe(false);
  });

  test('agrees to the current letter if they named one that never existed', async () => {
    await signedBy();
    const named = aSignOn({ email: 'ed@example.org', submission: someDetails({ agreedTo: 'x'.repeat(43) }) });
    await table.put({ ...signOnKey(slug, named.id), ...named });
    expect(await confirm(named, named.submissionHash)).toBe('changed');
    expect(await confirm(named)).toBe('confirmed');
    expect((await read(named)).signed?.agreedTo).toBe(first);
    expect(agreedToOtherLetter(await read(named), await lettersNow())).toBe(false);
  });

  test('sees the new letter even if nobody else had signed when it changed', async () => {
    await signedBy();
    await apply('another letter', {});
    await table.put({ ...signOnKey(slug, pending.id), ...pending });
    expect(await confirm(pending, pending.submissionHash)).toBe('changed');
  });
});

test('who signs while an organizer reads what would change is not given another letter without a question', async () => {
  await signedBy();
  const campaign = aCampaign('another letter');
  const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
  await table.put({ ...signOnKey(slug, dana.id), ...dana });
  expect((await applyCampaign(table.store, { plan, now, newUlid, newNonce })).outcome).toBe(
    'changed-meanwhile',
  );
});
