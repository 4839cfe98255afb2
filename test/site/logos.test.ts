import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../shared/campaign/campaign.ts';
import { EPOCH } from '../../shared/campaign/gate.ts';
import { type Logo, logoFileName } from '../../shared/campaign/logo.ts';
import { applyCampaign } from '../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../shared/operations/applying/plan.ts';
import { correctCampaign } from '../../shared/operations/publishing/corrections.ts';
import { takeDown } from '../../shared/operations/publishing/take-down.ts';
import { drawLogo } from '../../shared/rendering/logo/draw-logo.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { gateKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { readLogos } from '../../shared/table/texts.ts';
import { circle, svg } from '../rendering/logo/pictures.ts';
import { newIds } from '../support/ids.ts';
import { aGate, aSettings, slug, testAddressKey } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const { newUlid, newNonce } = newIds();
let database: TestStore;
let site: Site;
let first: Logo;
let second: Logo;

beforeEach(async () => {
  database = await freshStore();
  site = newSite(database);
  first = await drawn('#14477a');
  second = await drawn('#a3161c');
});

async function drawn(color: string): Promise<Logo> {
  const logo = await drawLogo('logo.svg', svg(circle.replace('#14477a', color)));
  if (typeof logo === 'string') throw new Error(logo);
  return logo;
}

const withLogos = (source: string, alt: string) =>
  source.replace('banner:', `logos: [{ file: logo.svg, alt: ${alt} }]\nbanner:`);

const aFolder = (logos?: Logo[], release = withLogos(releaseSource, 'Shoreline')): Campaign => ({
  settings: aSettings(),
  gate: { thresholdOrganizations: 3, thresholdIndividuals: 0, notBefore: EPOCH, quotesApproved: 'yes' },
  texts: [
    { language: 'en', letter: letterSource, release },
    { language: 'es', release: withLogos(releaseSource, 'La ribera') },
  ],
  press: [],
  ...(logos && { logos }),
});

async function apply(campaign: Campaign) {
  const plan = await planCampaign(database.store, { campaign, addressKey: testAddressKey, now: site.now });
  const { outcome } = await applyCampaign(database.store, { plan, now: site.now, newUlid, newNonce });
  return { outcome, logos: plan.logos };
}

const publish = async () => {
  await database.put({
    ...gateKey(slug),
    ...aGate({ ...(await gateOf(database)), status: 'publishing', forced: 'yes' }),
  });
  await run();
};
const correct = (campaign: Campaign) =>
  correctCampaign(database.store, { campaign, note: 'An old logo.', now: site.now, newUlid });
const run = () => runSiteJob(site.dependencies(), slug);
const file = (path: string) => site.site.files.get(`${slug}/${path}`) ?? '';
const shownIn = (path: string) =>
  [...file(path).matchAll(/\/release\/logos\/(\w+\.png)/g)].map(([, name = '']) => name);
const stored = () => [...site.site.files.keys()].filter((key) => key.includes('/logos/'));

describe('a release with logos', () => {
  test('is published with them, once for all languages, before the page that shows them', async () => {
    expect((await apply(aFolder([first]))).outcome).toBe('created');
    await publish();
    const [name] = shownIn('release/index.html');
    expect(stored()).toEqual([`${slug}/release/logos/${name}`]);
    expect(shownIn('es/release/index.html')).toEqual([name]);
    expect(file('release/index.html')).toContain('alt="Shoreline"');
    expect(file('es/release/index.html')).toContain('alt="La ribera"');
    const { written } = site.site;
    const place = (path: string) => written.indexOf(`${slug}/${path}`);
    expect(place(`release/logos/${name}`)).toBeGreaterThanOrEqual(0);
    for (const page of ['release/index.html', 'es/release/index.html'])
      expect(place(`release/logos/${name}`)).toBeLessThan(place(page));
  });

  test('counts as changed with another picture, even if its text is the same', async () => {
    await apply(aFolder([first]));
    expect(await apply(aFolder([first]))).toEqual({ outcome: 'unchanged', logos: [] });
    expect(await apply(aFolder([second]))).toEqual({
      outcome: 'updated',
      logos: [{ file: 'logo.svg', change: 'changed', isInRelease: true }],
    });
    expect((await apply(aFolder([second]))).outcome).toBe('unchanged');
    expect(await apply(aFolder(undefined, releaseSource))).toMatchObject({
      outcome: 'updated',
      logos: [{ file: 'logo.svg', change: 'gone', isInRelease: true }],
    });
  });

  test('is frozen with them and corrected with them, and its original keeps the first ones', async () => {
    await apply(aFolder([first]));
    await publish();
    const [before = ''] = shownIn('release/index.html');
    expect((await apply(aFolder([second]))).outcome).toBe('texts-are-frozen');
    expect(await correct(aFolder([first]))).toMatchObject({ outcome: 'unchanged' });
    site.now = new Date(site.now.getTime() + 60_000);
    expect(await correct(aFolder([second]))).toEqual({ outcome: 'corrected', documents: ['release'] });
    expect((await correct(aFolder([second]))).outcome).toBe('unchanged');
    await run();
    const [after = ''] = shownIn('release/index.html');
    expect(after).not.toBe(before);
    for (const path of ['release/original/index.html', 'es/release/original/index.html'])
      expect(shownIn(path)).toEqual([before]);
    expect(shownIn('es/release/index.html')).toEqual([after]);
    expect(stored().toSorted()).toEqual(
      [before, after].map((name) => `${slug}/release/logos/${name}`).toSorted(),
    );
    // A second correction takes them out.
    expect((await correct(aFolder(undefined, releaseSource))).outcome).toBe('corrected');
    site.now = new Date(site.now.getTime() + 60_000);
    await run();
    expect(shownIn('release/index.html')).toEqual([]);
    expect(shownIn('release/original/index.html')).toEqual([before]);
  });

  test('has the coalition’s logo in the header of every page, before and after publication', async () => {
    const name = logoFileName(first);
    const branding = { color: '#1f6b45', logo: { file: 'logo.svg', name, width: 64, height: 64 } };
    const folder = aFolder([first], releaseSource);
    await apply({ ...folder, settings: { ...folder.settings, branding } });
    await run();
    for (const path of ['index.html', 'es/index.html', 'signed/index.html', 'privacy/index.html'])
      expect(shownIn(path)).toEqual([name]);
    expect(stored()).toEqual([`${slug}/release/logos/${name}`]);
    expect(file('index.html')).toContain('--accent:#1f6b45');
    await publish();
    for (const path of ['letter/index.html', 'release/index.html', 'es/letter/index.html'])
      expect(shownIn(path)).toEqual([name]);
    expect(stored()).toEqual([`${slug}/release/logos/${name}`]);
  });

  test('loses them when it is taken down', async () => {
    await apply(aFolder([first]));
    await publish();
    await takeDown(database.store, { slug, now: site.now, newUlid });
    await run();
    expect(stored()).toHaveLength(1);
    for (const key of stored()) expect(site.site.gone.has(key)).toBe(true);
  });
});

test('the coalition’s own logo is on its pictures, before publication and after it', async () => {
  const drawn: (string | undefined)[] = [];
  site.renderer.preview = async ({ logo }) => {
    drawn.push(logo?.png);
    return Buffer.from('');
  };
  const { file: name, width, height } = first;
  const branding = { logo: { file: name, name: logoFileName(first), width, height } };
  const campaign = aFolder([first]);
  await apply({ ...campaign, settings: { ...campaign.settings, branding } });
  await run();
  const before = drawn.splice(0);
  await publish();
  for (const pictures of [before, drawn]) expect([...new Set(pictures)]).toEqual([first.png]);
});

describe('the coalition’s own logo', () => {
  const pictures: (string | undefined)[] = [];
  beforeEach(() => {
    pictures.length = 0;
    site.renderer.preview = async ({ logo }) => {
      pictures.push(logo?.png);
      return Buffer.from('');
    };
    site.renderer.letter = async (_, __, { letterhead }) => {
      pictures.push(letterhead?.logo?.png);
      return Buffer.from('');
    };
  });

  /** A folder whose own logo is beside the logo of its release, or in another file. */
  function withOwnLogo(own: Logo, release: Logo = first): Campaign {
    const inHead: Logo = { ...own, file: 'own.svg', isHeadOnly: true };
    const { width, height } = own;
    const branding = { logo: { file: 'own.svg', name: logoFileName(own), width, height } };
    const folder = aFolder([release, inHead]);
    return { ...folder, settings: { ...folder.settings, branding } };
  }

  async function later(): Promise<void> {
    site.now = new Date(site.now.getTime() + 60_000);
    pictures.length = 0;
    await run();
  }

  test('changes after publication, on pages, pictures and the letter’s PDF, and is no correction', async () => {
    await apply(withOwnLogo(first));
    await publish();
    const changed = withOwnLogo(second);
    expect(await correct(changed)).toMatchObject({ outcome: 'unchanged' });
    expect(await apply(changed)).toEqual({
      outcome: 'updated',
      logos: [{ file: 'own.svg', change: 'changed', isInRelease: false }],
    });
    await later();
    expect(shownIn('letter/index.html')).toEqual([logoFileName(second)]);
    expect(shownIn('release/index.html')).toEqual([logoFileName(second), logoFileName(first)]);
    expect(stored()).toContain(`${slug}/release/logos/${logoFileName(second)}`);
    expect([...new Set(pictures)]).toEqual([second.png]);
  });

  test('stays as it was applied if a correction’s folder has another one', async () => {
    await apply(withOwnLogo(first));
    await publish();
    expect(await correct(withOwnLogo(second, second))).toEqual({
      outcome: 'corrected',
      documents: ['release'],
    });
    await later();
    expect(shownIn('release/index.html')).toEqual([logoFileName(first), logoFileName(second)]);
    expect([...new Set(pictures)]).toEqual([first.png]);
    expect((await apply(withOwnLogo(second, second))).outcome).toBe('updated');
    await later();
    expect([...new Set(pictures)]).toEqual([second.png]);
  });

  test('is not changed by an apply that was planned before a correction', async () => {
    await apply(withOwnLogo(first));
    await publish();
    const plan = await planCampaign(database.store, {
      campaign: withOwnLogo(second),
      addressKey: testAddressKey,
      now: site.now,
    });
    expect(await correct(withOwnLogo(first, second))).toMatchObject({ outcome: 'corrected' });
    const applied = await applyCampaign(database.store, { plan, now: site.now, newUlid, newNonce });
    expect(applied.outcome).toBe('changed-meanwhile');
    await later();
    expect(shownIn('release/index.html')).toEqual([logoFileName(first), logoFileName(second)]);
  });

  test('is kept if it is applied while a correction is written', async () => {
    await apply(withOwnLogo(first));
    await publish();
    let isApplied = false;
    const transact: Store['transact'] = async (writes) => {
      if (!isApplied) {
        isApplied = true;
        await apply(withOwnLogo(second));
      }
      return await database.store.transact(writes);
    };
    const corrected = await correctCampaign(
      { ...database.store, transact },
      { campaign: withOwnLogo(first, second), note: 'An old logo.', now: site.now, newUlid },
    );
    expect(corrected.outcome).toBe('changed-meanwhile');
    await later();
    expect([...new Set(pictures)]).toEqual([second.png]);
  });

  test('stays with a correction if it was stored before it was marked', async () => {
    const unmarked = withOwnLogo(first);
    const logos = unmarked.logos?.map(({ isHeadOnly: _, ...logo }) => logo) ?? [];
    await apply({ ...unmarked, logos });
    await publish();
    expect(await correct(withOwnLogo(first, second))).toMatchObject({ outcome: 'corrected' });
    const stored = await readLogos(database.store, aSettings());
    expect(stored.map(({ file, png }) => [file, png])).toEqual([
      ['logo.svg', second.png],
      ['own.svg', first.png],
    ]);
  });
});
