import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { askSignOn } from '../../../shared/operations/applying/ask-again.ts';
import { countSignOns } from '../../../shared/operations/counting/count-sign-ons.ts';
import { changedItemSchema, tasksForChange } from '../../../shared/operations/mailing/tasks-for-change.ts';
import { holdGate, setPaused } from '../../../shared/operations/publishing/campaign-commands.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { invitedId, mailDomainHash } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { runSiteJob } from '../../../shared/site/site-job.ts';
import { sweep } from '../../../shared/sweep/sweep.ts';
import { readGate } from '../../../shared/table/gate.ts';
import {
  addressSignOnsKey,
  campaignListKey,
  claimKey,
  eventKey,
  gateKey,
  historyKey,
  invitedKey,
  type Key,
  mailingKey,
  pressContactKey,
  settingsKey,
  signOnKey,
  sweepPositionKey,
  textKey,
  websiteKey,
} from '../../../shared/table/keys.ts';
import { newIds } from '../../support/ids.ts';
import { type LogLine, logLinesOf } from '../../support/log-lines.ts';
import { type MemoryStore, newMemoryStore } from '../../support/memory-store/memory-store.ts';
import { aConfirmedSignOn, organizationDetails, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { newSite, type Site } from '../../support/site.ts';
import { seed, type TestStore } from '../../support/store.ts';
import { letterSource, releaseSource } from '../../support/texts.ts';

/** Spoils one item or file at a time, lets ten minutes pass, and looks at what becomes of the rest. */

const [spoiled, healthy] = ['spoiled-letter', 'healthy-letter'];
const ids = newIds();
let store: MemoryStore;
let table: TestStore;
let site: Site;

const signOnsOf = (slug: string): SignOn[] =>
  ['Alder Fund', 'Birch Fund', 'Cedar Fund', 'Dune Fund'].map((name, index) => ({
    ...aConfirmedSignOn({
      kind: 'organization',
      email: `person-${index}@example.org`,
      signed: organizationDetails(name),
    }),
    slug,
  }));
const [alder, birch] = signOnsOf(spoiled);

beforeEach(async () => {
  store = newMemoryStore();
  table = { store, client: { destroy: () => {} }, put: async (item) => store.put(item) };
  site = newSite(table);
  for (const slug of [spoiled, healthy])
    await seed(table, {
      settings: { slug },
      gate: { slug, organizations: 4, thresholdOrganizations: 3 },
      signOns: signOnsOf(slug),
      letter: letterSource,
      release: releaseSource,
    });
});

/**
 * The site job's runs for each campaign while so many seconds pass, with the stream and the sweep as they are deployed.
 */
async function pass(seconds: number): Promise<Record<string, number>> {
  const runs: Record<string, number> = { [spoiled]: 0, [healthy]: 0 };
  let due: { slug: string; at: number }[] = [];
  const later = (slug: string, delaySeconds: number) =>
    due.push({ slug, at: site.now.getTime() + delaySeconds * 1000 });
  const dependencies = {
    ...site.dependencies(),
    requeue: async (slug: string, delaySeconds: number) => void later(slug, delaySeconds),
  };
  let changes = 0;
  for (let second = 0; second < seconds; second++) {
    if (second % 60 === 0)
      await sweep({
        store,
        queueMails: () => Promise.resolve(),
        queueSite: async (slug) => void later(slug, 0),
        isMailQueueEmpty: () => Promise.resolve(true),
        queueConfirmations: () => Promise.resolve(),
        isConfirmationQueueEmpty: () => Promise.resolve(true),
        now: () => site.now,
        ...ids,
      });
    for (const { newImage, oldImage } of store.changes.slice(changes)) {
      const changed = changedItemSchema.safeParse(newImage && unmarshall(newImage));
      const old = changedItemSchema.safeParse(oldImage && unmarshall(oldImage));
      if (changed.success) for (const { slug } of tasksForChange(changed.data, old.data).site) later(slug, 0);
    }
    changes = store.changes.length;
    const now = due.filter(({ at }) => at <= site.now.getTime());
    due = due.filter(({ at }) => at > site.now.getTime());
    if (now.length > 20) throw new Error('the site job spins');
    for (const { slug } of now) {
      await runSiteJob(dependencies, slug).catch(() => {});
      const gate = store.items().find(({ PK, SK }) => SK === 'GATE' && PK === gateKey(slug).PK);
      runs[slug] = Math.max(runs[slug] ?? 0, Number(gate?.siteRuns ?? 0));
    }
    site.now = new Date(site.now.getTime() + 1000);
  }
  return runs;
}

const spoil = (key: Key): void => store.put({ ...key, slug: 7, status: 7, at: 7, settings: 7, source: 7 });

const file = (slug: string, path: string) => site.site.files.get(`${slug}/${path}`) ?? '';
const notices = () =>
  store
    .items()
    .filter(({ PK, SK }) => PK === `CAMPAIGN#${spoiled}` && String(SK).startsWith('EVENT#'))
    .map(({ event }) => (event ?? { type: 'spoiled' }) as { type: string; item?: string });

describe('A record that cannot be read', () => {
  // What nothing but a mail, or nothing at all, waits for is not told of here.
  const others: [string, Key, number][] = [
    ['a sign-on', signOnKey(spoiled, alder?.id ?? ''), 1],
    ['an event', eventKey(spoiled, '01JD0000000000000000000000'), 1],
    ['a mailing', mailingKey(spoiled, '01JD0000000000000000000000'), 1],
    ['a press contact', pressContactKey(spoiled, 'abc'), 0],
    ['where the sweep stopped', sweepPositionKey(spoiled), 0],
  ];
  test.each(others)('%s stops nothing, and the organizers are told of it once', async (_, key, times) => {
    spoil(key);
    await pass(600);
    expect(file(spoiled, 'letter.txt')).toContain('Birch Fund');
    expect(file(healthy, 'letter.txt')).toContain('Birch Fund');
    const told = notices().filter(({ type }) => type === 'item-unreadable');
    expect(told.map(({ item }) => item)).toEqual(Array.from({ length: times }, () => `${key.PK} ${key.SK}`));
  });

  test('is logged with its key and the names of its wrong attributes, without what is in them', async () => {
    const key = signOnKey(spoiled, alder?.id ?? '');
    const stored = store.items().find(({ PK, SK }) => PK === key.PK && SK === key.SK);
    const signed = { ...organizationDetails('Alder Fund'), answers: { 'ana@example.org': null } };
    store.put({ ...stored, ...key, status: 'Ana Ruiz', signed });
    const lines = await logLinesOf(() => pass(1));
    const reported = lines.filter(({ message }) => message === 'unreadable item');
    expect(reported).toMatchObject([{ item: `${key.PK} ${key.SK}`, attributes: 'status, signed' }]);
    expect(JSON.stringify(lines)).not.toMatch(/Ana|ana@/);
  });

  test('of a published campaign does not stop a withdrawal', async () => {
    await pass(60);
    spoil(signOnKey(spoiled, alder?.id ?? ''));
    if (!birch) throw new Error('no sign-on');
    await withdrawSignOn(store, { signOn: birch, now: site.now, ...ids });
    store.put({ ...(await rawGate()), organizations: 2, dirty: 'new' });
    await pass(60);
    expect(file(spoiled, 'letter.txt')).not.toContain('Birch Fund');
    expect(file(spoiled, 'letter.txt')).toContain('Cedar Fund');
  });

  test('is counted and printed when it can be read again', async () => {
    const key = signOnKey(spoiled, alder?.id ?? '');
    spoil(key);
    await pass(60);
    expect(file(spoiled, 'letter.txt')).not.toContain('Alder Fund');
    store.put({ ...key, ...alder });
    store.put({ ...(await rawGate()), dirty: 'new' });
    await pass(60);
    expect(file(spoiled, 'letter.txt')).toContain('Alder Fund');
  });

  test('in the list of campaigns hides none: its key says which one it is', async () => {
    store.put({ ...campaignListKey(spoiled), slug: 7 });
    await pass(120);
    for (const slug of [spoiled, healthy]) expect(file(slug, 'letter.txt')).toContain('Birch Fund');
  });
});

describe('A campaign that cannot be written', () => {
  const causes: [string, () => void][] = [
    ['its settings', () => spoil(settingsKey(spoiled))],
    ['its gate', () => spoil(gateKey(spoiled))],
    ['its letter', () => spoil(textKey(spoiled, 'en', 'letter'))],
  ];
  test.each(causes)('for the sake of %s rests alone', async (_, spoilIt) => {
    spoilIt();
    const runs = await pass(600);
    expect(runs[spoiled]).toBeLessThanOrEqual(16);
    expect(file(healthy, 'letter.txt')).toContain('Birch Fund');
    expect(runs[spoiled]).toBeGreaterThan(3);
    expect(notices().filter(({ type }) => type === 'site-failing')).toHaveLength(1);
  });

  test('for the sake of its settings can be put on hold, and not be paused', async () => {
    spoil(settingsKey(spoiled));
    const command = { slug: spoiled, now: site.now, actor: 'console', ...ids } as const;
    expect(await holdGate(store, command)).toBe('held');
    await expect(setPaused(store, command, true)).rejects.toThrow('UnreadableItem');
    const { PK, SK } = settingsKey(spoiled);
    expect(await logLinesOf(() => pass(1))).toContainEqual(
      expect.objectContaining({
        message: 'not swept',
        item: `${PK} ${SK}`,
        attributes: expect.stringMatching(/\bsettings\b/),
      }),
    );
  });

  test('is logged with the part of the settings that is wrong, and without what somebody typed', async () => {
    const { PK, SK } = settingsKey(spoiled);
    const stored = store.items().find((item) => item.PK === PK && item.SK === SK);
    const settings = {
      ...(stored?.settings as object),
      sender: { name: 'Ana Ruiz', address: 7, replyTo: 7 },
      translations: { es: { questions: { 'ana@example.org': 7 } } },
    };
    store.put({ ...stored, PK, SK, settings });
    const lines = await logLinesOf(() => pass(1));
    expect(lines).toContainEqual(
      expect.objectContaining({
        message: 'not swept',
        attributes: 'settings.translations, settings.sender',
      }),
    );
    expect(JSON.stringify(lines)).not.toMatch(/Ana|ana@/);
  });

  test('because its snapshot was damaged is reported at the third failure, and is written when it is repaired', async () => {
    await pass(60);
    const [key = ''] = [...site.snapshots.files.keys()].filter((name) => name.includes(spoiled));
    const snapshot = site.snapshots.files.get(key) ?? '';
    site.snapshots.files.set(key, '{');
    store.put({ ...(await rawGate()), dirty: 'new' });
    let runs: Record<string, number> = {};
    const lines = await logLinesOf(async () => {
      runs = await pass(600);
    });
    expect(runs[spoiled]).toBeGreaterThan(3);
    expect(runs[spoiled]).toBeLessThanOrEqual(16);
    // Each failed run keeps the operator's alarm on, until one succeeds.
    const failing = ({ message }: LogLine) => message === 'site job keeps failing';
    expect(lines.filter(failing).length).toBeGreaterThan(8);
    expect(notices().filter(({ type }) => type === 'site-failing')).toHaveLength(1);
    site.snapshots.files.set(key, snapshot);
    await pass(61);
    expect((await logLinesOf(() => pass(120))).filter(failing)).toEqual([]);
    const gate = await rawGate();
    expect(gate).not.toHaveProperty('siteRuns');
    expect(gate).not.toHaveProperty('dirty');
  });

  test('is also reported if its function is killed each time', async () => {
    store.put({ ...(await rawGate()), siteRuns: 3 });
    await pass(2);
    expect(notices().filter(({ type }) => type === 'site-failing')).toHaveLength(1);
  });
});

async function rawGate(): Promise<Key & Record<string, unknown>> {
  const gate = store.items().find(({ PK, SK }) => PK === `CAMPAIGN#${spoiled}` && SK === 'GATE');
  return { ...gate, ...gateKey(spoiled) };
}

const damages: [string, (item: Key & Record<string, unknown>) => Record<string, unknown>][] = [
  ['has numbers for everything', (item) => mapped(item, () => 7)],
  ['has the shape of another version', (item) => mapped(item, (value) => [{ value: String(value) }])],
];

const mapped = ({ PK, SK, ...fields }: Key & Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));

describe.each(damages)('An item of the signers that %s', (_, damage) => {
  const changed = { review: 'flagged' as const };
  const invited = invitedId(testAddressKey, organizationKey('Elm Guild'));
  const domain = mailDomainHash(testAddressKey, 'alder.example');
  const website = 'https://alder.example/';
  let signing: Signing;
  let holder: string;
  let waiting: string;

  beforeEach(async () => {
    await seed(table, { settings: changed });
    store.put({ ...invitedKey(slug, invited), slug, id: invited, organization: 'Elm Guild', nonce: 'n' });
    signing = newSigning(table, changed);
    holder = await signing.submit('ana@alder.example', 'Alder Fund', { website });
    await signing.confirm(holder);
    waiting = await signing.submit('ben@alder.example', 'Alder Fund');
    await signing.confirm(waiting);
    signing.later(7200);
  });

  const spoilItem = (key: Key): void => {
    const item = store.items().find(({ PK, SK }) => PK === key.PK && SK === key.SK);
    if (!item) throw new Error(`no item ${key.PK}`);
    store.put({ ...damage({ ...item, ...key }), ...key });
  };
  const told = () =>
    store.items().flatMap(({ PK, SK, event }) => {
      const { type, item } = (event ?? {}) as { type?: string; item?: string };
      return PK === `CAMPAIGN#${slug}` && String(SK).startsWith('EVENT#') && type === 'item-unreadable'
        ? [item]
        : [];
    });

  const claim = claimKey(slug, organizationKey('Alder Fund'));
  const others: [string, () => Key, email: string, name: string, isTold: boolean][] = [
    [
      'the organization’s first sign-on',
      () => signOnKey(slug, holder),
      'eve@alder.example',
      'Alder Fund',
      false,
    ],
    ['a sign-on like theirs', () => signOnKey(slug, holder), 'eve@aldr.example', 'Aldr Fund', false],
    ['the claim of a name like theirs', () => claim, 'eve@aldr.example', 'Aldr Fund', true],
    [
      'what is noted of their website',
      () => websiteKey(slug, 'alder.example?'),
      'eve@fir.example',
      'Fir Union',
      true,
    ],
    [
      'what is noted of their mail domain',
      () => addressSignOnsKey(slug, domain),
      'eve@alder.example',
      'Fir Union',
      true,
    ],
    ['their invitation', () => invitedKey(slug, invited), 'eve@elm.example', 'Elm Guild', true],
  ];
  test.each(others)('keeps nobody from signing: %s', async (_item, key, email, name, isTold) => {
    spoilItem(key());
    for (const times of [1, 2]) {
      const id = await signing.submit(`${times}-${email}`, name, { website });
      await signing.confirm(id);
      expect((await signing.read(id)).status).toBe('confirmed');
    }
    expect(told()).toEqual(isTold ? [`${key().PK} ${key().SK}`] : []);
  });

  test('is told of once, if it is the claim that decides, and nobody signs for that organization meanwhile', async () => {
    spoilItem(claim);
    const id = await signing.submit('eve@alder.example', 'Alder Fund');
    const lines = await logLinesOf(async () => {
      for (const _times of [1, 2]) await expect(signing.confirm(id)).rejects.toThrow('UnreadableItem');
    });
    expect(told()).toEqual([`${claim.PK} ${claim.SK}`]);
    // What somebody typed is in no log.
    expect(lines.map(({ item }) => item)).toEqual([`ORGANIZATION#${slug}#…`]);
  });

  const askAgain = async () => {
    const letters = { current: {}, accepted: [], askedAgainAt: signing.now().toISOString() };
    const input = { letters, now: signing.now(), newUlid: ids.newUlid };
    return await askSignOn(store, { ...input, signOn: await signing.read(holder) });
  };
  const leaving: [string, () => Promise<unknown>][] = [
    ['withdraws', () => signing.withdraw(holder)],
    ['says “It wasn’t me”', () => signing.notMe(holder)],
    ['is rejected', () => signing.reject(holder)],
    ['is asked again', () => askAgain()],
    ['waited and withdraws', () => signing.withdraw(waiting)],
  ];
  test.each(leaving)('does not keep whoever %s, if it is the claim', async (who, leave) => {
    spoilItem(claim);
    await leave();
    expect((await signing.read(who.startsWith('waited') ? waiting : holder)).eligible).toBe('no');
    expect(told()).toEqual([`${claim.PK} ${claim.SK}`]);
  });

  test.each(leaving)(
    'does not keep whoever %s, if the claim has forgotten its holder',
    async (who, leave) => {
      store.put({ ...claim });
      await leave();
      expect((await signing.read(who.startsWith('waited') ? waiting : holder)).eligible).toBe('no');
      expect(told()).toEqual([]);
    },
  );

  test('stays noted with its website, for when it is mended', async () => {
    spoilItem(signOnKey(slug, holder));
    const id = await signing.submit('eve@alder.example', 'Fir Union', { website });
    await signing.confirm(id);
    const [noted] = store.items().filter(({ PK }) => String(PK).startsWith('WEBSITE#'));
    expect(noted?.signOns).toEqual(new Set([holder, id]));
  });

  test('stops no count, if it is an hour of the chart', async () => {
    const hour = historyKey(slug, signing.now().toISOString().slice(0, 13));
    store.put({ ...damage({ ...hour, organizations: 1, individuals: 2 }), ...hour });
    const isNumber = typeof damage({ ...hour, organizations: 1 }).organizations === 'number';
    for (const signer of [holder, waiting])
      await countSignOns(store, slug, [await signing.read(signer)], { now: signing.now, ...ids });
    expect((await readGate(store, slug))?.organizations).toBe(1);
    expect(told()).toEqual(isNumber ? [] : [`${hour.PK} ${hour.SK}`]);
  });
});
