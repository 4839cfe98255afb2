import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Question } from '../../../shared/campaign/questions.ts';
import { confirmSignOn } from '../../../shared/operations/signing/confirm.ts';
import { correctSignOn } from '../../../shared/operations/signing/correct.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { readCorrection } from '../../../shared/sign-on/correction.ts';
import { detailsHash } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { readSignOn } from '../../../shared/table/sign-ons.ts';
import type { Store } from '../../../shared/table/table.ts';
import { withoutInvisibleEnds } from '../../../shared/visible-text.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import {
  aConfirmedSignOn,
  aSettings,
  aSignOn,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../../support/records.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
  gateOf,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';
import { runs } from '../../support/suite.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const settings = aSettings();
const ids = newIds();
const addressKey = async () => testAddressKey;
let table: TestStore;

beforeEach(async () => {
  table = await freshStore();
});
afterEach(() => table.client.destroy());

const correct = (
  signOn: SignOn,
  typed: object,
  options: { store?: Store; review?: 'before-counting' } = {},
) =>
  correctSignOn(options.store ?? table.store, {
    settings: { ...settings, ...(options.review && { review: options.review }) },
    signOn,
    typed: { ...typed },
    now,
    newUlid: ids.newUlid,
    addressKey,
  });
const confirm = (signOn: SignOn, shownHash: string | undefined) =>
  confirmSignOn(table.store, { settings, signOn, shownHash, now, newUlid: ids.newUlid, addressKey });
async function read({ id }: SignOn): Promise<SignOn> {
  const signOn = await readSignOn(table.store, { slug, id, now });
  if (!signOn) throw new Error('no such sign-on');
  return signOn;
}

const anOrganization = (name: string, changed: Partial<SignOn> = {}): SignOn => {
  const signed = organizationDetails(name);
  return {
    ...aConfirmedSignOn({
      kind: 'organization',
      email: `${name.at(0)}@example.org`,
      submission: signed,
      signed,
    }),
    submission: undefined,
    submissionHash: undefined,
    ...changed,
  };
};

describe('a correction', () => {
  test('before the confirmation changes what waits for it, and the old words can no longer be confirmed', async () => {
    const pending = aSignOn();
    await seed(table, { signOns: [pending] });
    expect(await correct(pending, { name: 'Ana María Ruiz', city: '' })).toBe('corrected');
    const corrected = await read(pending);
    expect(corrected).toMatchObject({ status: 'pending', submission: { name: 'Ana María Ruiz' } });
    expect(corrected.submission?.city).toBeUndefined();
    expect(await confirm(corrected, pending.submissionHash)).toBe('changed');
    expect(await confirm(corrected, corrected.submissionHash)).toBe('confirmed');
  });

  test('afterwards changes what is signed, counts nothing again, and requests new pages', async () => {
    const signed = aConfirmedSignOn({
      submission: undefined,
      signed: someDetails(),
      agreedTo: undefined,
    } as object);
    await seed(table, { gate: { individuals: 1, status: 'published' }, signOns: [signed] });
    expect(await correct(signed, { name: 'Ana María Ruiz' })).toBe('corrected');
    expect(await read(signed)).toMatchObject({
      signed: { name: 'Ana María Ruiz', city: 'Harbor City' },
      eligible: 'yes',
      counted: 'yes',
      confirmedAt: signed.confirmedAt,
    });
    expect((await gateOf(table)).dirty).toBeDefined();
    expect(await correct(signed, { name: 'Ana María Ruiz' })).toBe('unchanged');
  });

  test('does not affect a waiting change, which may be a stranger’s', async () => {
    const signed = someDetails();
    const typed = someDetails({ name: 'Somebody Else' });
    const row = { ...aConfirmedSignOn({ signed, submission: typed }), submissionHash: detailsHash(typed) };
    await seed(table, { gate: { individuals: 1 }, signOns: [row] });
    await correct(row, { city: 'Bayside' });
    expect(await read(row)).toMatchObject({
      signed: { name: 'Ana Ruiz', city: 'Bayside' },
      submission: { name: 'Somebody Else' },
    });
  });

  test('of an organization’s name releases the old claim and takes the new one, or waits for it', async () => {
    const [one, other] = [anOrganization('Harbor Families'), anOrganization('Bayside Union')];
    await seed(table, { gate: { organizations: 2 }, signOns: [one, other] });
    expect(await correct(one, { organizationName: 'Harbour Families' })).toBe('corrected');
    expect(await claimOf(table, organizationKey('Harbor Families'))).toEqual({ former: one.id });
    expect(await claimOf(table, organizationKey('Harbour Families'))).toMatchObject({ holder: one.id });
    expect((await read(one)).eligible).toBe('yes');
    expect(await correct(await read(one), { organizationName: 'Bayside Union' })).toBe('corrected');
    expect(await read(one)).toMatchObject({
      eligible: 'no',
      organizationKey: organizationKey('Bayside Union'),
    });
    expect(await claimViolations(table, await signOnsOf(table))).toEqual([]);
  });

  test('of an organization’s name waits for review if there is one, and keeps its claim', async () => {
    const one = anOrganization('Harbor Families');
    await seed(table, { gate: { organizations: 1 }, signOns: [one] });
    await correct(one, { organizationName: 'Grand Ministry' }, { review: 'before-counting' });
    expect(await read(one)).toMatchObject({
      eligible: 'yes',
      proposed: { organizationName: 'Grand Ministry' },
    });
    expect((await claimOf(table, organizationKey('Harbor Families'))).holder).toBe(one.id);
  });

  test('is not possible after a withdrawal', async () => {
    const one = aConfirmedSignOn({ submission: undefined, signed: someDetails() });
    await seed(table, { gate: { individuals: 1 }, signOns: [one] });
    await withdrawSignOn(table.store, { signOn: one, now, newUlid: ids.newUlid });
    expect(await correct(one, { city: 'Bayside' })).toBe('nothing-to-correct');
  });

  test('that dies at any step is complete or has no effect', async () => {
    await crashAtEveryStep(async (run) => {
      table.client.destroy();
      table = await freshStore();
      const one = anOrganization('Harbor Families');
      await seed(table, { gate: { organizations: 1 }, signOns: [one] });
      const typed = { organizationName: 'Harbour Families' };
      await correct(one, typed, { store: crashingStore(table.store, run) }).catch(() => undefined);
      expect(await claimViolations(table, await signOnsOf(table))).toEqual([]);
      await correct(await read(one), typed);
      expect((await read(one)).signed?.organizationName).toBe('Harbour Families');
    });
  });

  test('of fifty at the same time leaves one complete', async () => {
    const one = anOrganization('Harbor Families');
    await seed(table, { gate: { organizations: 1 }, signOns: [one] });
    const names = Array.from({ length: 12 }, (_, index) => `Harbor Families ${index}`);
    await Promise.allSettled(names.map((organizationName) => correct(one, { organizationName })));
    const { signed, organizationKey: key } = await read(one);
    expect(key).toBe(organizationKey(signed?.organizationName ?? ''));
    expect(await claimViolations(table, await signOnsOf(table))).toEqual([]);
  });
});

describe('reading a correction', () => {
  const person = { kind: 'individual' as const, email: 'ana@example.org' };
  const standing = someDetails({ agreedTo: 'the letter' });

  test('accepts neither address nor kind, and keeps which letter was agreed to', () => {
    const read = readCorrection({ email: 'b@example.org', kind: 'organization' }, person, standing, {
      ...settings,
      now,
    });
    expect(read).toMatchObject({ ok: false, errors: [{ field: 'email' }, { field: 'kind' }] });
    const good = readCorrection({ city: '' }, person, standing, { ...settings, now });
    expect(good).toMatchObject({ ok: true, details: { name: 'Ana Ruiz', agreedTo: 'the letter' } });
    expect(readCorrection({ agreedTo: 'x' }, person, standing, { ...settings, now }).ok).toBe(false);
    expect(readCorrection({ name: ' ' }, person, standing, { ...settings, now }).ok).toBe(false);
  });

  test('keeps answers that are not sent, also to a removed question, and deletes one that is sent empty', () => {
    const questions: Question[] = [
      { id: 'members', label: 'How many?', type: 'number', for: 'both', required: false },
      { id: 'why', label: 'Why?', type: 'text', for: 'both', required: true },
    ];
    const asked = { ...settings, questions, newsletter: 'News?', now };
    const newsletterAt = '2026-11-01T12:00:00.000Z';
    const answered = someDetails({
      publicName: 'full',
      answers: { members: 3, old: 'kept' },
      newsletter: true,
      newsletterAt,
      source: 'flyer',
      showSignatories: 'always',
    });
    const detailsOf = (typed: Record<string, unknown>, from = answered) => {
      const read = readCorrection(typed, person, from, asked);
      return read.ok ? read.details : read.errors;
    };
    expect(detailsOf({ city: 'Elsewhere' })).toEqual({ ...answered, city: 'Elsewhere' });
    expect(detailsOf({ 'answers.members': '', 'answers.why': 'Shade', newsletter: 'yes' })).toEqual({
      ...answered,
      answers: { old: 'kept', why: 'Shade' },
    });
    expect(detailsOf({ newsletter: 'no' })).toEqual({
      ...answered,
      newsletter: false,
      newsletterAt: now.toISOString(),
    });
    expect(detailsOf({ answers: { why: '' } })).toEqual([{ field: 'answers.why', code: 'required' }]);
    expect(detailsHash({ ...answered, newsletterAt: now.toISOString() })).toBe(detailsHash(answered));
    expect(detailsHash({ ...answered, answers: { old: 'kept', members: 3 } })).toBe(detailsHash(answered));
    expect(detailsHash({ ...answered, answers: { old: 'kept', members: 4 } })).not.toBe(
      detailsHash(answered),
    );
  });

  test('of any Unicode in any field is refused with its field, or stored as it is', () => {
    const fields = fc.constantFrom('name', 'title', 'city', 'region');
    fc.assert(
      fc.property(fields, fc.string({ unit: 'binary' }), (field, text) => {
        const read = readCorrection({ [field]: text }, person, standing, { ...settings, now });
        if (!read.ok) expect(read.errors.map((error) => error.field)).toEqual([field]);
        else {
          const taken = { ...read.details }[field as 'name'];
          if (taken !== undefined) expect(taken).toBe(withoutInvisibleEnds(text).normalize('NFC'));
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
