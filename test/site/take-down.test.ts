import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { languages } from '../../shared/i18n/language.ts';
import { leaseSeconds } from '../../shared/operations/publishing/lease.ts';
import { takeDown } from '../../shared/operations/publishing/take-down.ts';
import { homeFiles } from '../../shared/site/home-file.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { type CrashRun, crashAtEveryStep, crashingStore } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const { newUlid } = newIds();
const names = ['Alder Fund', 'Birch Fund', 'Cedar Fund'];
let database: TestStore;
let site: Site;

async function start(gate = {}): Promise<void> {
  database = await freshStore();
  site = newSite(database);
  await seed(database, {
    gate: { organizations: 3, status: 'publishing', ...gate },
    signOns: names.map((name, index) =>
      aConfirmedSignOn({
        kind: 'organization',
        email: `person-${index}@example.org`,
        signed: organizationDetails(name),
        submission: organizationDetails(name),
      }),
    ),
    letter: letterSource,
    release: releaseSource,
  });
}
beforeEach(() => start());

/** Published, with a few of its pages, and in a moment. */
async function startPublished(): Promise<void> {
  const publishedAt = '2026-11-24T11:00:00.000Z';
  await start({
    status: 'published',
    snapshot: 'snapshots/a.json',
    publishedAt,
    renderedState: 'published open',
  });
  for (const path of ['index.html', 'letter/index.html', 'letter/2/index.html', 'letter.txt'])
    site.site.files.set(`${slug}/${path}`, names.join());
}

const run = (mortal?: CrashRun) => runSiteJob(site.dependencies(mortal), slug);
const passSeconds = (seconds: number) => {
  site.now = new Date(site.now.getTime() + seconds * 1000);
};
const down = (store = database.store) => takeDown(store, { slug, now: site.now, newUlid });
const progress = () => JSON.parse(site.site.files.get(`${slug}/progress.json`) ?? '{}');

/** Files below the campaign's address that are not answered with 410, and files anywhere that name somebody. */
const left = () =>
  [...site.site.files].flatMap(([key, body]) => {
    const isOpen = key.startsWith(`${slug}/`) && !key.endsWith('/progress.json') && !site.site.gone.has(key);
    return isOpen || names.some((name) => body.includes(name)) ? [key] : [];
  });

describe('a campaign that is taken down', () => {
  test('is gone on every path, including forgotten pages', async () => {
    await run();
    const forgotten = [
      `${slug}/letter/7/index.html`,
      `${slug}/es/index.html`,
      `${slug}/letter/original/index.html`,
    ];
    for (const key of forgotten) site.site.files.set(key, 'Alder Fund');
    expect(await down()).toEqual({ outcome: 'taken-down' });
    await run();
    expect(left()).toEqual([]);
    for (const path of [
      'index.html',
      'letter.txt',
      'letter.pdf',
      'release/index.html',
      'signatories.csv',
      'preview.png',
      'es/index.html',
      'es/letter.pdf',
      'es/signatories.json',
      'es/preview.png',
      // Of a letter and a release that were never corrected.
      'letter/original/index.html',
      'es/release/original/index.html',
    ])
      expect([path, site.site.gone.has(`${slug}/${path}`)]).toEqual([path, true]);
    expect(site.site.files.get(`${slug}/index.html`)).toContain('<html lang="en"');
    for (const page of ['es/index.html', 'es/letter/index.html'])
      expect(site.site.files.get(`${slug}/${page}`)).toContain('<html lang="es"');
    expect(site.site.files.get(`${slug}/embed.js`)).toBe('');
    expect(site.site.files.get(`${slug}/es/progress.json`)).toBe(
      site.site.files.get(`${slug}/progress.json`),
    );
    expect(progress()).toMatchObject({
      status: 'taken-down',
      open: false,
      organizations: null,
      publishedAt: null,
    });
    expect(site.invalidated.at(-1)).toContain(`/${slug}/*`);
    const home = await homeFiles(database.store, 'https://letters.example.org', site.now);
    expect(home.map(({ key }) => key)).toEqual([
      'index.html',
      ...languages.map((language) => `${language}/index.html`),
    ]);
    for (const { body } of home) expect(body).not.toContain(slug);
  });

  test('stays down, whatever happens later, and is invalidated at the edge once', async () => {
    await run();
    await down();
    await run();
    const invalidated = site.invalidated.length;
    expect(await down()).toEqual({ outcome: 'already-taken-down', status: 'taken-down' });
    passSeconds(60);
    await run();
    expect(left()).toEqual([]);
    expect(site.invalidated).toHaveLength(invalidated);
    expect(await sweepOnce(database, site.now)).toMatchObject({ site: [] });
  });

  test('must be published, or past its snapshot', async () => {
    expect(await down()).toEqual({ outcome: 'not-published', status: 'publishing' });
    await start({ status: 'collecting' });
    expect(await down()).toEqual({ outcome: 'not-published', status: 'collecting' });
    expect(await takeDown(database.store, { slug: 'no-trees', now: site.now, newUlid })).toEqual({
      outcome: 'no-such-campaign',
    });
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items).toEqual([]);
  });

  test('is gone in the end if command or job dies at any step, and the organizers are told once', async () => {
    const steps = await crashAtEveryStep(async (mortal, name) => {
      await startPublished();
      await down(crashingStore(database.store, mortal))
        .then(() => run(mortal))
        .catch(() => undefined);
      await down();
      passSeconds(leaseSeconds + 1);
      for (const called of (await sweepOnce(database, site.now)).site)
        await runSiteJob(site.dependencies(), called);
      expect([name, left()]).toEqual([name, []]);
      expect([name, progress().status]).toEqual([name, 'taken-down']);
      expect([name, site.invalidated.length > 0]).toEqual([name, true]);
      const gate = await gateOf(database);
      expect([name, gate.lease, gate.dirty]).toEqual([name, undefined, undefined]);
      const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
      expect([name, items.filter(({ event }) => event.type === 'taken-down').length]).toEqual([name, 1]);
    });
    expect(steps).toBeGreaterThanOrEqual(25);
  });

  test('while its pages are being written is not written back by a job that wakes up at any step', async () => {
    await run();
    const files = site.site.written.length;
    // PDFs come last and only where they have changed: the writes up to the middle are there in every run.
    for (const at of [0, 3, Math.floor(files / 2)]) {
      await start();
      await run();
      passSeconds(60);
      // It sleeps before its write number `at`: meanwhile the campaign is taken down and another job does its work.
      const dependencies = site.dependencies();
      const { put } = dependencies.siteFiles;
      let writes = 0;
      dependencies.siteFiles.put = async (file) => {
        if (writes++ === at) {
          await down();
          passSeconds(leaseSeconds + 1);
          await run();
        }
        return await put(file);
      };
      await runSiteJob(dependencies, slug).catch(() => undefined);
      for (const called of (await sweepOnce(database, site.now)).site)
        await runSiteJob(site.dependencies(), called);
      expect([at, (await gateOf(database)).status, left()]).toEqual([at, 'taken-down', []]);
    }
  });

  test('during its publication is never published, and a running job stops at its next renewal', async () => {
    const dependencies = site.dependencies();
    const { put } = dependencies.siteFiles;
    let writes = 0;
    dependencies.siteFiles.put = async (file) => {
      if (++writes === 3) expect(await down()).toEqual({ outcome: 'taken-down' });
      passSeconds(3);
      return await put(file);
    };
    await runSiteJob(dependencies, slug);
    expect(left()).not.toEqual([]);
    passSeconds(60);
    await run();
    expect(left()).toEqual([]);
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.map(({ event }) => event.type)).toEqual(['taken-down']);
  });

  test('sends no email except the notice to its organizers, and none that was queued before', async () => {
    await run();
    await down();
    const mailbox = newMailbox(database);
    const { mails } = await sweepOnce(database, new Date(site.now.getTime() + 300_000), {
      isMailQueueEmpty: true,
    });
    await mailbox.deliver([
      ...mails,
      { task: 'press', slug },
      { task: 'signers', slug, shard: 0 },
      ...names.map((_, index) => ({
        task: 'publication' as const,
        PK: `SIGNONS#${slug}#0`,
        SK: `SIGNON#${index}`,
      })),
    ]);
    expect(mailbox.sent.map(({ to, message }) => [to, message.subject.slice(0, 10)])).toEqual([
      ['ida@example.org', 'Taken down'],
    ]);
  });
});
