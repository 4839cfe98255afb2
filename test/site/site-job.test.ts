import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { openGate } from '../../shared/operations/counting/open-gate.ts';
import { acquireLease, leaseSeconds } from '../../shared/operations/publishing/lease.ts';
import { markPublished } from '../../shared/operations/publishing/publication-transitions.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { ensureClaimedSnapshot } from '../../shared/site/claim-snapshot.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { sweep } from '../../shared/sweep/sweep.ts';
import { gateKey, settingsKey, signOnKey } from '../../shared/table/keys.ts';
import { type CrashRun, crashAtEveryStep, crashingStore, newCrashRun } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../support/intruder.ts';
import { aConfirmedSignOn, organizationDetails, slug, someDetails } from '../support/records.ts';
import { newSigning } from '../support/signing.ts';
import { newSite, type Site } from '../support/site.ts';
import {
  freshStore,
  gateOf,
  invariantViolations,
  seed,
  signOnsOf,
  type TestStore,
} from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const ids = newIds();
let database: TestStore;
let site: Site;

const organizations = (names: string[]): SignOn[] =>
  names.map((name, index) =>
    aConfirmedSignOn({
      kind: 'organization',
      email: `person-${index}@example.org`,
      signed: organizationDetails(name),
      submission: organizationDetails(name),
    }),
  );
const signatories = organizations(['Alder Fund', 'Birch Fund', 'Cedar Fund']);

async function start(gate = {}, signOns = signatories): Promise<void> {
  database = await freshStore();
  site = newSite(database);
  await seed(database, {
    gate: { organizations: signOns.length, status: 'publishing', ...gate },
    signOns,
    letter: letterSource,
    release: releaseSource,
  });
}
beforeEach(() => start());

const run = (mortal?: CrashRun) => runSiteJob(site.dependencies(mortal), slug);
const passSeconds = (seconds: number) => {
  site.now = new Date(site.now.getTime() + seconds * 1000);
};
const file = (path: string) => site.site.files.get(`${slug}/${path}`);
const progress = () => JSON.parse(file('progress.json') ?? '{}');
const signatoriesFile = () => JSON.parse(file('signatories.json') ?? '{}');

async function sweepOnce({
  isMailQueueEmpty = () => Promise.resolve(false),
  store = database.store,
} = {}): Promise<string[]> {
  const queued: string[] = [];
  await sweep({
    store,
    queueMails: () => Promise.resolve(),
    queueSite: async (called) => {
      queued.push(called);
    },
    isMailQueueEmpty,
    queueConfirmations: () => Promise.resolve(),
    isConfirmationQueueEmpty: () => Promise.resolve(true),
    now: () => site.now,
    newUlid: ids.newUlid,
    newNonce: ids.newNonce,
  });
  return queued;
}

async function withdraw(name: string): Promise<void> {
  const signOn = (await signOnsOf(database)).find(({ signed }) => signed?.organizationName === name);
  if (!signOn) throw new Error(`${name} has not signed`);
  await withdrawSignOn(database.store, { signOn, now: site.now, newUlid: ids.newUlid });
}

async function publishedEvents(): Promise<number> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.filter(({ event }) => event.type === 'published').length;
}

describe('publishing', () => {
  test('writes letter and release with the right number and list, then marks them as published', async () => {
    await run();
    expect(file('release.txt')).toContain('3 Organizations Urge Harbor Commission');
    expect(file('release/index.html')).toContain('3 Organizations Urge');
    for (const name of ['Alder Fund', 'Birch Fund', 'Cedar Fund']) {
      expect(file('letter/index.html')).toContain(name);
      expect(file('letter.txt')).toContain(name);
    }
    expect(signatoriesFile().asReleased).toEqual({ organizations: 3, individuals: 0 });
    expect(progress()).toMatchObject({ status: 'published', organizations: 3 });
    expect(await gateOf(database)).toMatchObject({ status: 'published', releasedOrganizations: 3 });
    expect(site.invalidated).toHaveLength(1);
  });

  test('writes the pages that link to letter and release after them', async () => {
    await run();
    const at = (path: string) => site.site.written.indexOf(`${slug}/${path}`);
    for (const path of ['letter/index.html', 'release/index.html', 'release.txt', 'signatories.json'])
      expect(at(path)).toBeLessThan(at('index.html'));
  });

  test('links to the PDFs on the letter, the release and the page of the campaign', async () => {
    await run();
    for (const [page, pdf] of [
      ['index.html', 'letter.pdf'],
      ['letter/index.html', 'letter.pdf'],
      ['release/index.html', 'release.pdf'],
    ] as const)
      expect([page, file(page)?.includes(`href="/${slug}/${pdf}"`)]).toEqual([page, true]);
  });

  test('happens once, from one snapshot, if it dies at any step', async () => {
    const steps = await crashAtEveryStep(async (mortal, name) => {
      await start();
      await run(mortal).catch(() => undefined);
      const frozenAt = (await gateOf(database)).publishedAt;
      passSeconds(leaseSeconds + 1); // the dead one's lease runs out
      for (const called of await sweepOnce()) await runSiteJob(site.dependencies(), called);
      const gate = await gateOf(database);
      expect([name, gate.status, await publishedEvents()]).toEqual([name, 'published', 1]);
      if (frozenAt) expect([name, gate.publishedAt]).toEqual([name, frozenAt]);
      expect([name, progress().status]).toEqual([name, 'published']);
      expect([name, signatoriesFile().publishedAt]).toEqual([name, gate.publishedAt]);
      expect([name, file('index.html')?.includes('Alder Fund')]).toEqual([name, true]);
      expect([name, file('letter.pdf')?.includes('Alder Fund')]).toEqual([name, true]);
      for (const page of ['letter/index.html', 'index.html'])
        expect([name, page, file(page)?.includes(`href="/${slug}/letter.pdf"`)]).toEqual([name, page, true]);
      expect([name, gate.lease]).toEqual([name, undefined]);
    });
    expect(steps).toBeGreaterThanOrEqual(30);
  });

  test('is done by one of many functions that start at the same time', async () => {
    await Promise.all(Array.from({ length: 10 }, () => run()));
    expect(site.snapshots.written).toHaveLength(1);
    expect(await publishedEvents()).toBe(1);
  });

  test('is not done by a stale publisher that wakes up after its lease', async () => {
    const stale = await acquireLease(database.store, slug, () => site.now, 'stale');
    if (!stale) throw new Error('no lease');
    const before = await gateOf(database);
    passSeconds(leaseSeconds + 1);
    await run();
    const published = await gateOf(database);
    // It wakes where it stopped: before its recount, before its claim, before its last step.
    await expect(ensureClaimedSnapshot(site.dependencies(), stale, before)).rejects.toThrow('LeaseRanOut');
    await expect(stale.renewIfDue()).rejects.toThrow('LeaseRanOut');
    const facts = {
      organizations: 9,
      individuals: 9,
      isLetterMailed: false,
      now: site.now,
      newUlid: ids.newUlid,
    };
    expect(await markPublished(database.store, stale, facts)).toBe(false);
    expect(await gateOf(database)).toEqual(published);
  });

  test('renews its lease during long work, so that no other function takes over', async () => {
    const dependencies = site.dependencies();
    const { put } = dependencies.siteFiles;
    dependencies.siteFiles.put = async (file) => {
      passSeconds(1.5);
      expect(await acquireLease(database.store, slug, () => site.now, 'another')).toBeUndefined();
      return await put(file);
    };
    await runSiteJob(dependencies, slug);
    expect((await gateOf(database)).status).toBe('published');
  });

  test('leaves a mark after a failure, and the next run waits two seconds, not until the lease ends', async () => {
    const dependencies = site.dependencies();
    dependencies.siteFiles.put = () => Promise.reject(new Error('no answer'));
    await runSiteJob(dependencies, slug);
    expect(site.calls).toEqual([2]);
    expect(await sweepOnce()).toEqual([]);
    await run();
    expect((await gateOf(database)).status).toBe('publishing');
    passSeconds(2);
    expect(await sweepOnce()).toEqual([slug]);
    await run();
    expect((await gateOf(database)).status).toBe('published');
  });

  test('stops writing when its lease has ended', async () => {
    const dependencies = site.dependencies();
    const { put } = dependencies.siteFiles;
    dependencies.siteFiles.put = async (file) => {
      passSeconds(200);
      return await put(file);
    };
    await runSiteJob(dependencies, slug);
    expect(site.site.written).toHaveLength(1);
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('returns to collecting when the final count is too low, and tells the organizers', async () => {
    await start({ thresholdOrganizations: 3, organizations: 3 }, signatories.slice(0, 2));
    await run();
    expect((await gateOf(database)).status).toBe('collecting');
    expect(file('release.txt')).toBeUndefined();
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.map(({ event, pendingMail }) => [event.type, pendingMail !== undefined])).toEqual([
      ['recount-short', true],
    ]);
  });

  test('never lists a signer below a letter to which they have not agreed, even a late one, but asks them', async () => {
    const late = {
      ...signatories[0],
      signed: organizationDetails('Alder Fund', { agreedTo: 'another letter' }),
    };
    await database.put({ ...signOnKey(slug, late.id ?? ''), ...late });
    const current = { en: 'the letter' };
    const letters = { current, accepted: ['the letter'], askedAgainAt: '2026-11-01T00:00:00.000Z' };
    const agreed = signatories.slice(1).map((signOn) => ({
      ...signOn,
      signed: organizationDetails(signOn.signed?.organizationName ?? '', { agreedTo: 'the letter' }),
    }));
    for (const signOn of agreed) await database.put({ ...signOnKey(slug, signOn.id), ...signOn });
    await database.store.update({
      key: settingsKey(slug),
      update: 'SET letters = :letters',
      values: { ':letters': letters },
    });
    await database.store.update({
      key: gateKey(slug),
      update: 'SET thresholdOrganizations = :two',
      values: { ':two': 2 },
    });
    await run();
    expect((await gateOf(database)).releasedOrganizations).toBe(2);
    expect(file('signatories.json')).not.toContain('Alder Fund');
    const row = (await signOnsOf(database)).find(({ id }) => id === late.id);
    expect(row).toMatchObject({
      eligible: 'no',
      askedAgainAt: expect.any(String),
      pendingMail: expect.any(String),
    });
  });

  test('publishes with fewer signatures when it is forced', async () => {
    await start({ thresholdOrganizations: 170, forced: 'yes' });
    await run();
    expect(file('release.txt')).toContain('3 Organizations Urge');
  });

  test('counts sign-ons that were not counted yet', async () => {
    const late = signatories.map((signOn, index) =>
      index === 0 ? { ...signOn, counted: 'no' as const } : signOn,
    );
    await start({ organizations: 2, forced: 'yes' }, late);
    await run();
    expect(file('release.txt')).toContain('3 Organizations Urge');
    expect(await invariantViolations(database)).toEqual([]);
  });

  test('leaves no organization out while an organizer promotes another of its sign-ons at any step', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      database = await freshStore();
      site = newSite(database);
      await seed(database, { letter: letterSource, release: releaseSource });
      const signing = newSigning(database, { review: 'none' });
      const confirmed = async (email: string) => {
        const id = await signing.submit(email, 'Alder Fund');
        await signing.confirm(id);
        return id;
      };
      const ids: string[] = [];
      for (let index = 0; index < 8; index++) ids.push(await confirmed(`person-${index}@example.org`));
      // The rows are read in the order of ids: the first one is read as waiting, the last one as the holder no more.
      const [first = '', last = ''] = [ids.toSorted().at(0), ids.toSorted().at(-1)];
      await signing.promote(last);
      await database.store.update({
        key: gateKey(slug),
        update: 'SET #status = :publishing, organizations = :one, thresholdOrganizations = :one',
        names: { '#status': 'status' },
        values: { ':publishing': 'publishing', ':one': 1 },
      });
      const { store, wasIntruded } = storeWithIntruder(database.store, at, () => signing.promote(first));
      await runSiteJob({ ...site.dependencies(), store }, slug);
      const { releasedOrganizations, status } = await gateOf(database);
      expect([at, status, releasedOrganizations]).toEqual([at, 'published', 1]);
      return { wasIntruded };
    });
    expect(steps).toBeGreaterThan(20);
  });

  test('keeps a claimed snapshot, whoever signs or withdraws later', async () => {
    const lease = await acquireLease(database.store, slug, () => site.now, 'first');
    if (!lease) throw new Error('no lease');
    await ensureClaimedSnapshot(site.dependencies(), lease, await gateOf(database));
    await withdraw('Birch Fund');
    passSeconds(leaseSeconds + 1);
    await run();
    expect(file('release.txt')).toContain('3 Organizations Urge');
    for (const path of [
      'letter/index.html',
      'letter.txt',
      'index.html',
      'signatories.json',
      'signatories.csv',
    ])
      expect([path, file(path)?.includes('Birch Fund')]).toEqual([path, false]);
    expect(signatoriesFile().withdrawnSince).toBe(1);
  });
});

describe('the site after publication', () => {
  test('keeps no name of a withdrawn signer on a page that the list no longer reaches', async () => {
    await run();
    const former = `${slug}/letter/2/index.html`;
    site.site.files.set(former, 'Alder Fund');
    passSeconds(31);
    await run();
    expect(site.site.files.get(former)).toBe(file('letter/index.html'));
  });

  test('lists new signatories with the day, and removes withdrawn ones from every file', async () => {
    await run();
    const [joined] = organizations(['Dogwood Fund']);
    if (!joined) throw new Error('nobody');
    await seedLater(joined);
    await withdraw('Alder Fund');
    passSeconds(31);
    await run();
    const { organizations: listed, withdrawnSince } = signatoriesFile();
    expect(
      listed.map(({ name, addedOn }: { name: string; addedOn: string | null }) => [name, addedOn]),
    ).toEqual([
      ['Birch Fund', null],
      ['Cedar Fund', null],
      ['Dogwood Fund', '2026-11-24'],
    ]);
    expect(withdrawnSince).toBe(1);
    for (const [path, body] of site.site.files)
      expect([path, body.includes('Alder Fund')]).toEqual([path, false]);
    expect(file('release.txt')).toContain('3 Organizations Urge');
  });

  test('writes progress each time and pages at most twice a minute, and forgets none', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 170 });
    await run();
    const pagesWritten = () => site.site.written.filter((path) => path === `${slug}/index.html`).length;
    const progressWritten = () => site.site.written.filter((path) => path === `${slug}/progress.json`).length;
    for (let second = 0; second < 10; second++) {
      passSeconds(1);
      await markDirty();
      await run();
    }
    expect([pagesWritten(), progressWritten()]).toEqual([1, 11]);
    expect(site.calls).toEqual([29]);
    passSeconds(20);
    await run();
    expect(pagesWritten()).toBe(2);
  });

  test('is written again when something changes during the job', async () => {
    const dependencies = site.dependencies();
    const { put } = dependencies.siteFiles;
    dependencies.siteFiles.put = async (file) => {
      await markDirty();
      return await put(file);
    };
    await runSiteJob(dependencies, slug);
    expect(site.calls).toEqual([1]);
    expect((await gateOf(database)).dirty).toBeDefined();
  });

  test('is written by the sweep after a lost mark, a dead job, or a change by time', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 170 });
    await run();
    expect(await sweepOnce()).toEqual([]);
    await markDirty();
    expect(await sweepOnce()).toEqual([slug]);
    await run();
    await acquireLease(database.store, slug, () => site.now, 'about to die');
    expect(await sweepOnce()).toEqual([]);
    passSeconds(leaseSeconds + 1);
    expect(await sweepOnce()).toEqual([slug]);
    await run();
    await seed(database, {
      settings: { closesAt: site.now.toISOString() },
      gate: { ...(await gateOf(database)) },
    });
    expect(await sweepOnce()).toEqual([slug]);
  });
});

describe('the sweep', () => {
  test('opens a gate at its minute without help', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 3, notBefore: '2026-11-24T12:01:00.000Z' });
    await sweepOnce();
    expect((await gateOf(database)).status).toBe('collecting');
    passSeconds(60);
    await sweepOnce();
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('opens it even if the mail queue does not answer', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 3 });
    await sweepOnce({ isMailQueueEmpty: () => Promise.reject(new Error('throttled')) });
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('opens it even if no one can be told about a milestone', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 3 });
    const transact = () => Promise.reject(new Error('no notices today'));
    await sweepOnce({ store: { ...database.store, transact } });
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('counts sign-ons that were not counted, and opens the gate', async () => {
    const uncounted = signatories.map((signOn) => ({ ...signOn, counted: 'no' as const }));
    await start({ status: 'collecting', organizations: 0, thresholdOrganizations: 3 }, uncounted);
    await sweepOnce();
    expect(await invariantViolations(database)).toEqual([]);
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('opens a campaign’s gate although another campaign cannot be read, and reads no more rows than needed', async () => {
    await start({ status: 'collecting', thresholdOrganizations: 3 });
    await seed(database, { settings: { slug: 'aaa-first' } });
    await database.put({ PK: 'SIGNONS#aaa-first#0', SK: 'SIGNON#0', id: 'unreadable' });
    await sweepOnce();
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('queues the publication emails a second time, once', async () => {
    await run();
    passSeconds(61);
    const queued: unknown[] = [];
    for (let minute = 0; minute < 3; minute++)
      await sweep({
        store: database.store,
        queueMails: async (tasks) => void queued.push(...tasks),
        queueSite: () => Promise.resolve(),
        isMailQueueEmpty: () => Promise.resolve(true),
        queueConfirmations: () => Promise.resolve(),
        isConfirmationQueueEmpty: () => Promise.resolve(true),
        now: () => site.now,
        newUlid: ids.newUlid,
        newNonce: ids.newNonce,
      });
    expect(queued.filter((task) => JSON.stringify(task).includes('signers'))).toHaveLength(16);
    expect(queued.filter((task) => JSON.stringify(task).includes('"press"'))).toHaveLength(1);
  });

  test('queues pending emails again only while the mail queue is completely empty', async () => {
    const owed = aConfirmedSignOn({ signed: someDetails(), pendingMail: '01JD0000000000000000000009' });
    await start({ status: 'collecting', thresholdOrganizations: 9 }, [owed]);
    const queued: unknown[] = [];
    const once = (isEmpty: boolean) =>
      sweep({
        store: database.store,
        queueMails: async (tasks) => {
          queued.push(...tasks);
        },
        queueSite: () => Promise.resolve(),
        isMailQueueEmpty: () => Promise.resolve(isEmpty),
        queueConfirmations: () => Promise.resolve(),
        isConfirmationQueueEmpty: () => Promise.resolve(true),
        now: () => site.now,
        newUlid: ids.newUlid,
        newNonce: ids.newNonce,
      });
    await once(false);
    expect(queued).toEqual([]);
    await once(true);
    expect(queued).toHaveLength(1);
  });
});

const seedLater = (signOn: SignOn) =>
  database.put({
    PK: `SIGNONS#${slug}#${Number.parseInt(signOn.id.slice(0, 1), 16)}`,
    SK: `SIGNON#${signOn.id}`,
    ...signOn,
    confirmedAt: site.now.toISOString(),
  });

const markDirty = () =>
  database.store.update({
    key: gateKey(slug),
    update: 'SET dirty = :mark',
    values: { ':mark': ids.newUlid() },
  });

test('a gate that is opened twice at the same time opens once', async () => {
  await start({ status: 'collecting', thresholdOrganizations: 3, organizations: 3 });
  const opened = await Promise.all(
    Array.from({ length: 50 }, () => openGate(crashingStore(database.store, newCrashRun()), slug, site.now)),
  );
  expect(opened.filter(Boolean)).toHaveLength(1);
});
