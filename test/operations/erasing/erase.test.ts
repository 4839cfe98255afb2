import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Campaign } from '../../../shared/campaign/campaign.ts';
import { eventSchema } from '../../../shared/campaign/events.ts';
import type { Gate } from '../../../shared/campaign/gate.ts';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { sendPendingToSigner, sendPublishedToSigner } from '../../../shared/mail/send-to-signer.ts';
import { applyCampaign } from '../../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../../shared/operations/applying/plan.ts';
import { beginErasure, continueErasure } from '../../../shared/operations/erasing/erase-campaign.ts';
import { eraseSignOn } from '../../../shared/operations/erasing/erase-sign-on.ts';
import { readAllInvited } from '../../../shared/operations/inviting/invited.ts';
import { readPressListPage } from '../../../shared/operations/mailing/press-contacts.ts';
import { claimPressMail } from '../../../shared/operations/mailing/press-mail-claim.ts';
import { setPaused } from '../../../shared/operations/publishing/campaign-commands.ts';
import { beginImport, endImport } from '../../../shared/operations/signing/import.ts';
import { submitSignOn } from '../../../shared/operations/signing/submit.ts';
import { erasedDetails, isErased } from '../../../shared/sign-on/erased-details.ts';
import { addressHash } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { sweep } from '../../../shared/sweep/sweep.ts';
import {
  claimKey,
  erasureKey,
  eventKey,
  gateKey,
  invitedKey,
  type Key,
  pressContactKey,
  signOnKey,
} from '../../../shared/table/keys.ts';
import { readSettings } from '../../../shared/table/settings.ts';
import { readSignOn } from '../../../shared/table/sign-ons.ts';
import type { Store } from '../../../shared/table/table.ts';
import { crashingStore, newCrashRun } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { newMailbox } from '../../support/mailbox.ts';
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
  freshStore,
  gateOf,
  invariantViolations,
  type KeyedTestStore,
  seed,
  signOnsOf,
} from '../../support/store.ts';

const ids = newIds();
const now = new Date('2027-11-24T12:00:00.000Z');
let table: KeyedTestStore;

beforeEach(async () => {
  table = await freshStore();
});
afterEach(() => table.client.destroy());

/** Every one of these words is personal; none may be left anywhere. */
const personal =
  /ana@|ben@|noor@|kim@|eva@|desk@|Ana Ruiz|Director|Ben Okafor|Noor|Kim Lee|Eva|Harbor Ledger/;

const harborFamilies = aConfirmedSignOn({
  kind: 'organization',
  email: 'ana@example.org',
  submission: undefined,
  signed: organizationDetails('Harbor Families', { website: 'https://families.example.org/', country: 'US' }),
});
const ben = aConfirmedSignOn({
  email: 'ben@example.org',
  submission: undefined,
  signed: someDetails({ name: 'Ben Okafor', publicName: 'full' }),
});
const pendingNoor = aSignOn({ email: 'noor@example.org', submission: someDetails({ name: 'Noor' }) });
const withdrawnKim = aConfirmedSignOn({
  email: 'kim@example.org',
  submission: undefined,
  signed: someDetails({ name: 'Kim Lee' }),
  status: 'withdrawn',
  eligible: 'no',
  counted: 'no',
});
const rejectedEva = {
  ...withdrawnKim,
  ...aSignOn({ email: 'eva@example.org' }),
  status: 'rejected' as const,
};
const everybody = () => [harborFamilies, ben, pendingNoor, withdrawnKim, rejectedEva];

const erase = (signOn: SignOn, store: Store = table.store) => eraseSignOn(store, { signOn, now, ...ids });
const read = (id: string) => readSignOn(table.store, { slug, id, now });
const gateCounts = { organizations: 1, individuals: 1 };

describe('erasing a sign-on', () => {
  test('of an organization keeps the organization’s own data, and it still counts', async () => {
    await seed(table, { gate: gateCounts, signOns: [harborFamilies, ben] });
    expect(await erase(harborFamilies)).toBe('erased');
    const erased = await read(harborFamilies.id);
    expect(erased).toMatchObject({
      status: 'confirmed',
      counted: 'yes',
      email: '',
      signed: {
        organizationName: 'Harbor Families',
        city: 'Harbor City',
        country: 'US',
        scope: 'local',
        website: 'https://families.example.org/',
      },
    });
    expect(JSON.stringify(erased)).not.toMatch(personal);
    expect(erased?.nonce).not.toBe(harborFamilies.nonce);
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('of a person keeps nothing that says who it was', async () => {
    await seed(table, { gate: gateCounts, signOns: [harborFamilies, ben] });
    await erase(ben);
    const erased = await read(ben.id);
    expect(erased?.signed).toEqual({ name: '', publicName: 'full', language: 'en' });
    expect(JSON.stringify(erased)).not.toMatch(personal);
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('that does not count keeps nothing, and a rejected one stays rejected', async () => {
    await seed(table, { signOns: everybody(), gate: gateCounts });
    for (const signOn of [pendingNoor, withdrawnKim, rejectedEva]) await erase(signOn);
    for (const { id, status } of [pendingNoor, withdrawnKim, rejectedEva]) {
      const erased = await read(id);
      expect(erased).toMatchObject({ status, email: '' });
      expect(erased?.signed ?? erased?.submission).toBeUndefined();
      expect(JSON.stringify(erased)).not.toMatch(personal);
    }
    expect((await read(rejectedEva.id))?.expiresAt).not.toEqual(expect.any(Number));
  });

  test('that waits for its organization’s claim leaves the queue', async () => {
    const second = aConfirmedSignOn({
      kind: 'organization',
      email: 'ben@example.org',
      submission: undefined,
      signed: organizationDetails('Harbor Families'),
      eligible: 'no',
      counted: 'no',
    });
    await seed(table, { gate: { organizations: 1 }, signOns: [harborFamilies, second] });
    await table.put({
      ...claimKey(slug, harborFamilies.organizationKey ?? ''),
      holder: harborFamilies.id,
      waiting: new Set([second.id]),
    });
    await erase(second);
    expect(isErased((await read(second.id)) ?? second)).toBe(true);
    expect(await invariantViolations(table)).toEqual([]);
  });

  test('happens once, and pending emails are not sent', async () => {
    await seed(table, {
      gate: { ...gateCounts, status: 'published' },
      signOns: [{ ...ben, pendingMail: '01JD' }],
    });
    expect([await erase(ben), await erase(ben)]).toEqual(['erased', 'already-erased']);
    const mailbox = newMailbox(table, now);
    await sendPendingToSigner(mailbox.dependencies(), ben, {});
    await sendPublishedToSigner(mailbox.dependencies(), ben, 1);
    expect(mailbox.sent).toEqual([]);
  });

  test('loses no words that come in between, and a signer who signs again gets emails again', async () => {
    await seed(table, { gate: gateCounts, signOns: [ben] });
    const details = someDetails({ name: 'Benjamin' });
    const submission = { slug, id: ben.id, kind: ben.kind, email: ben.email, details, now, ...ids };
    await erase(ben);
    await submitSignOn(table.store, submission);
    const again = await read(ben.id);
    expect(again).toMatchObject({ email: ben.email, submission: details });
    const mailbox = newMailbox(table, now);
    await sendPendingToSigner(mailbox.dependencies(), ben, {});
    expect(mailbox.sent).toMatchObject([{ to: ben.email }]);
  });
});

const journalist = { slug, addressHash: addressHash(testAddressKey, 'desk@example.com'), nonce: 'x' };

const texts = { language: 'en' as const, letter: 'the letter', release: 'the release' };

async function aWholeCampaign(gate: Partial<Gate> = {}, settings: Partial<Settings> = {}): Promise<void> {
  await seed(table, {
    settings,
    ...texts,
    gate: { ...gateCounts, status: 'published', publishedAt: '2026-12-01T00:00:00.000Z', ...gate },
    signOns: everybody(),
  });
  await table.put({
    ...pressContactKey(slug, journalist.addressHash),
    ...journalist,
    email: 'desk@example.com',
    outlet: 'Harbor Ledger',
  });
  const invited = { id: 'b'.repeat(32), organization: 'Dock Choir', email: 'desk@example.com', nonce: 'x' };
  await table.put({ ...invitedKey(slug, invited.id), slug, ...invited });
  const events = [
    { type: 'press-mail-unknown', contact: 'Harbor Ledger' },
    { type: 'review-waiting', organizations: 1, individuals: 0, isWhole: true, names: ['Kim Lee'] },
  ];
  for (const event of events) {
    const id = ids.newUlid();
    await table.put({ ...eventKey(slug, id), slug, id, at: now.toISOString(), actor: 'system', event });
  }
}

async function leftovers(): Promise<string> {
  const { items } = await readPressListPage(table.store, { slug });
  const events = await table.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return JSON.stringify([
    await signOnsOf(table),
    items,
    events.items,
    await readAllInvited(table.store, slug),
  ]);
}

const erasing = { slug, now: () => now, ...ids };

describe('erasing a campaign', () => {
  test('is completed by the next run if it dies at any step, and changes no count', async () => {
    for (let dieAt = 1, isDead = true; isDead; dieAt += 5) {
      table.client.destroy();
      table = await freshStore();
      await aWholeCampaign();
      const run = newCrashRun(dieAt, dieAt % 2 === 0 ? 'before' : 'after');
      const whole = async (store: Store) => {
        await beginErasure(store, erasing, 'organizer');
        await continueErasure(store, erasing);
      };
      await whole(crashingStore(table.store, run)).catch(() => undefined);
      isDead = run.hasCrashed;
      if ((await gateOf(table)).erasedAt === undefined) await whole(table.store);
      const left = await leftovers();
      expect(left).not.toMatch(personal);
      expect(left).toContain('Harbor Families');
      expect(left).toContain('Dock Choir');
      expect(await gateOf(table)).toMatchObject({ ...gateCounts, erasedAt: now.toISOString() });
      expect((await gateOf(table)).erasureId).toBeUndefined();
      expect(await invariantViolations(table)).toEqual([]);
    }
  });

  test('continues where its time ran out', async () => {
    await aWholeCampaign();
    await beginErasure(table.store, erasing, 'organizer');
    expect(await continueErasure(table.store, { ...erasing, until: now })).toBe(false);
    let calls = 0;
    const ticking = { ...erasing, now: () => new Date(now.getTime() + 1000 * calls++) };
    let rounds = 0;
    for (; rounds < 100; rounds++)
      if (
        await continueErasure(table.store, {
          ...ticking,
          until: new Date(now.getTime() + 1000 * (calls + 3)),
        })
      )
        break;
    expect(rounds).toBeGreaterThan(3);
    expect(await leftovers()).not.toMatch(personal);
  });

  test.each([{ step: 'x' }, { mark: 7 }, {}])(
    'begins anew if its progress was damaged: %j',
    async (damage) => {
      await aWholeCampaign();
      await beginErasure(table.store, erasing, 'organizer');
      await table.put({ ...erasureKey(slug), ...damage });
      expect(await continueErasure(table.store, erasing)).toBe(true);
      expect(await leftovers()).not.toMatch(personal);
    },
  );

  test('stops signing, puts an unpublished letter on hold, and waits for a running publication', async () => {
    await aWholeCampaign({ status: 'publishing' });
    expect(await beginErasure(table.store, erasing, 'organizer')).toBe('publishing');
    await aWholeCampaign({ status: 'collecting' });
    expect(await beginErasure(table.store, erasing, 'organizer')).toBe('begun');
    expect(await beginErasure(table.store, erasing, 'organizer')).toBe('under-way');
    expect(await gateOf(table)).toMatchObject({ held: 'yes' });
    expect(await readSettings(table.store, slug)).toMatchObject({ paused: true });
    expect(await beginErasure(table.store, { ...erasing, slug: 'no-such' }, 'organizer')).toBe(
      'no-such-campaign',
    );
  });

  test.each([
    [{ status: 'publishing' as const }, 'publishing'],
    [{ status: 'published' as const }, 'changed-meanwhile'],
    [{ erasureId: ids.newUlid() }, 'under-way'],
  ])('says what stopped it if the gate becomes %j after it was read', async (gate, outcome) => {
    await aWholeCampaign({ status: 'collecting' });
    const store: Store = {
      ...table.store,
      transact: async (all) => {
        await table.put({ ...gateKey(slug), ...(await gateOf(table)), ...gate });
        return await table.store.transact(all);
      },
    };
    expect(await beginErasure(store, erasing, 'organizer')).toBe(outcome);
    expect(await leftovers()).toMatch(personal);
  });

  test('leaves nothing personal in what cannot be read, and reports it', async () => {
    await aWholeCampaign();
    const raw = async () => {
      const keys = await table.tableKeys();
      const items = await Promise.all(keys.map((key) => table.store.get(z.looseObject({}), key)));
      return items.map((item, index) => ({ ...item, ...keys[index] }) as Key & Record<string, unknown>);
    };
    for (const item of await raw())
      if (/^(SIGNON|PRESS|INVITED|EVENT)#/.test(item.SK)) await table.put({ ...item, slug: 7 });
    await beginErasure(table.store, erasing, 'organizer');
    expect(await continueErasure(table.store, erasing)).toBe(true);
    expect(JSON.stringify(await raw())).not.toMatch(personal);
    expect(JSON.stringify(await raw())).toContain('item-unreadable');
  });

  test('does not write anew what goes while it is erased, though it cannot be read', async () => {
    await aWholeCampaign();
    const damaged = (await table.tableKeys()).filter(({ SK }) => /^(SIGNON|PRESS|INVITED|EVENT)#/.test(SK));
    for (const key of damaged)
      await table.put({ ...(await table.store.get(z.looseObject({}), key)), ...key, slug: 7 });
    const query: Store['query'] = async (schema, options) => {
      const page = await table.store.query(schema, options);
      for (const remove of damaged)
        if (remove.PK === options.PK && (!options.prefix || remove.SK.startsWith(options.prefix)))
          await table.store.remove({ remove });
      return page;
    };
    await beginErasure(table.store, erasing, 'organizer');
    await continueErasure({ ...table.store, query }, erasing);
    const left = new Set((await table.tableKeys()).map(({ PK, SK }) => `${PK} ${SK}`));
    expect(damaged.filter(({ PK, SK }) => left.has(`${PK} ${SK}`))).toEqual([]);
  });

  test('keeps what an organization has signed with, also if its row cannot be read until it is erased', async () => {
    await aWholeCampaign();
    const { organizationKey: key, id } = harborFamilies;
    const stored = await table.store.get(z.looseObject({}), signOnKey(slug, id));
    await table.put({ ...stored, ...signOnKey(slug, id), flags: 7 });
    await beginErasure(table.store, erasing, 'organizer');
    expect(await continueErasure(table.store, erasing)).toBe(true);
    const erased = await readSignOn(table.store, { slug, id, now });
    expect(erased).toMatchObject({ eligible: 'yes', organizationKey: key });
    expect(erased?.signed).toEqual(erasedDetails('organization', harborFamilies.signed ?? someDetails()));
    expect(erased?.nonce).not.toBe(harborFamilies.nonce);
  });

  test('sends no email to an erased journalist', async () => {
    await aWholeCampaign();
    await beginErasure(table.store, erasing, 'organizer');
    await continueErasure(table.store, erasing);
    expect(
      await claimPressMail(
        table.store,
        journalist,
        { kind: 'release' },
        { claim: 'c', at: now.toISOString() },
      ),
    ).toBe(false);
  });
});

describe('on its date', () => {
  const sweepAt = (at: string) =>
    sweep({
      store: table.store,
      queueMails: () => Promise.resolve(),
      queueSite: () => Promise.resolve(),
      isMailQueueEmpty: () => Promise.resolve(false),
      queueConfirmations: () => Promise.resolve(),
      isConfirmationQueueEmpty: () => Promise.resolve(true),
      now: () => new Date(at),
      ...ids,
    });

  test('the sweep erases: a number of days after publication or close, whichever is later', async () => {
    await aWholeCampaign({}, { closesAt: '2026-12-31T05:00:00.000Z' });
    await sweepAt('2027-06-29T04:59:00.000Z');
    expect((await gateOf(table)).erasureId).toBeUndefined();
    await sweepAt('2027-06-29T05:00:00.000Z');
    // Somebody may have taken a sign-on who had not read that signing is paused.
    const late = aSignOn({ email: 'eva@example.net', submission: someDetails({ name: 'Eva' }) });
    await table.put({ ...signOnKey(slug, late.id), ...late });
    await sweepAt('2027-06-29T05:01:00.000Z');
    expect(await leftovers()).not.toMatch(personal);
    const erasedAt = (await gateOf(table)).erasedAt;
    await sweepAt('2027-06-30T05:01:00.000Z');
    expect((await gateOf(table)).erasedAt).toBe(erasedAt);
  });

  test('a letter that may still be published keeps its signers, and one that closed unpublished does not', async () => {
    await aWholeCampaign(
      { status: 'collecting', held: 'yes', thresholdOrganizations: 1 },
      { closesAt: '2026-12-31T05:00:00.000Z' },
    );
    await sweepAt('2027-11-24T12:00:00.000Z');
    expect(await leftovers()).toMatch(personal);
    await table.put({
      ...{ PK: `CAMPAIGN#${slug}`, SK: 'GATE' },
      ...(await gateOf(table)),
      thresholdOrganizations: 9,
    });
    await sweepAt('2027-11-24T12:01:00.000Z');
    await sweepAt('2027-11-24T12:02:00.000Z');
    expect(await leftovers()).not.toMatch(personal);
  });

  const command = (at: string) => ({ slug, now: new Date(at), newUlid: ids.newUlid });
  const importAt = async (at: string) => {
    await beginImport(table.store, slug, 'a file', { now: new Date(at) });
    await endImport(table.store, slug, 'a file', { ...command(at), imported: 1 });
  };
  const applyAt = async (at: string) => {
    const settings = (await readSettings(table.store, slug))?.settings ?? aSettings();
    const campaign: Campaign = {
      settings,
      gate: await gateOf(table),
      texts: [texts],
      press: [{ email: 'desk@example.com', outlet: 'Harbor Ledger' }],
      invited: [],
    };
    const now = new Date(at);
    const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
    expect(plan.press.changed).toHaveLength(1);
    const applied = await applyCampaign(table.store, { plan, ...command(at), ...ids });
    expect(applied.outcome).toBe('updated');
  };
  const reopenAt = async (at: string) => {
    await setPaused(table.store, command(at), false);
    await setPaused(table.store, command(at), true);
  };

  test.each([
    ['an import', importAt],
    ['a list that is applied', applyAt],
    ['signing that was open for a while', reopenAt],
  ])('what %s stores after an erasure is erased a day later, once', async (_, storeAt) => {
    await aWholeCampaign();
    await sweepAt('2027-11-24T11:59:00.000Z');
    await sweepAt('2027-11-24T12:00:00.000Z');
    await storeAt('2027-12-24T12:00:00.000Z');
    const late = aConfirmedSignOn({ email: 'kim@example.net', signed: someDetails({ name: 'Kim Lee' }) });
    await table.put({ ...signOnKey(slug, late.id), ...late });
    await sweepAt('2027-12-25T11:59:00.000Z');
    expect(await leftovers()).toMatch(personal);
    await sweepAt('2027-12-25T12:00:00.000Z');
    await sweepAt('2027-12-25T12:01:00.000Z');
    expect(await leftovers()).not.toMatch(personal);
    const { erasedAt } = await gateOf(table);
    await sweepAt('2027-12-27T12:00:00.000Z');
    expect(await gateOf(table)).toMatchObject({ erasedAt });
    expect((await gateOf(table)).erasureId).toBeUndefined();
  });

  test('what an import stores that began before the erasure is erased a day later', async () => {
    await aWholeCampaign();
    await beginImport(table.store, slug, 'a file', { now: new Date('2027-11-24T11:58:00.000Z') });
    await sweepAt('2027-11-24T11:59:00.000Z');
    await sweepAt('2027-11-24T12:00:00.000Z');
    const late = aConfirmedSignOn({ email: 'kim@example.net', signed: someDetails({ name: 'Kim Lee' }) });
    await table.put({ ...signOnKey(slug, late.id), ...late });
    await sweepAt('2027-11-25T12:00:00.000Z');
    await sweepAt('2027-11-25T12:01:00.000Z');
    expect(await leftovers()).not.toMatch(personal);
  });

  test('a signer who signs later, because signing was opened again, is erased the next day', async () => {
    await aWholeCampaign();
    await sweepAt('2027-11-24T11:59:00.000Z');
    await sweepAt('2027-11-24T12:00:00.000Z');
    const late = aConfirmedSignOn({
      email: 'kim@example.net',
      submission: undefined,
      signed: someDetails({ name: 'Kim Lee' }),
    });
    await table.put({ ...signOnKey(slug, late.id), ...late });
    await table.put({
      PK: `CAMPAIGN#${slug}`,
      SK: 'SETTINGS',
      ...(await readSettings(table.store, slug)),
      paused: false,
    });
    await sweepAt('2027-11-24T23:00:00.000Z');
    expect(await leftovers()).toMatch(personal);
    await sweepAt('2027-11-25T12:00:00.000Z');
    await sweepAt('2027-11-25T12:01:00.000Z');
    expect(await leftovers()).not.toMatch(personal);
  });
});

test('a crashed erasure of one sign-on leaves it as it was, or erased', async () => {
  await seed(table, { gate: gateCounts, signOns: [ben] });
  await expect(erase(ben, crashingStore(table.store, newCrashRun(1, 'after')))).rejects.toThrow('crashed');
  expect(await erase(ben)).toBe('already-erased');
});
