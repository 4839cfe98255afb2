import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { languages } from '../../shared/i18n/language.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../support/store.ts';
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

async function start(names = ['Alder Fund', 'Birch Fund', '日本 Fund']): Promise<void> {
  database = await freshStore();
  site = newSite(database);
  const gate = { organizations: names.length, status: 'publishing' as const };
  await seed(database, { gate, signOns: organizations(names), letter: letterSource, release: releaseSource });
}
beforeEach(() => start());

const run = () => runSiteJob(site.dependencies(), slug);
const passSeconds = (seconds: number) => {
  site.now = new Date(site.now.getTime() + seconds * 1000);
};
const file = (path: string) => site.site.files.get(`${slug}/${path}`);
const isLinked = (name: 'letter' | 'release') =>
  file(`${name}/index.html`)?.includes(`href="/${slug}/${name}.pdf"`) ?? false;

async function happenings() {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event, pendingMail }) => ({ ...event, isOwed: pendingMail !== undefined }));
}

async function withdraw(name: string): Promise<void> {
  const signOn = (await signOnsOf(database)).find(({ signed }) => signed?.organizationName === name);
  if (!signOn) throw new Error(`${name} has not signed`);
  await withdrawSignOn(database.store, { signOn, now: site.now, newUlid: ids.newUlid });
}

const failing = () => Promise.reject(new RangeError('no glyphs'));

describe('PDFs of a published letter and release', () => {
  test('are made after the pages can be read, and then linked', async () => {
    const statuses: string[] = [];
    const { letter } = site.renderer;
    site.renderer.letter = async (...content) => {
      statuses.push((await gateOf(database)).status);
      expect(isLinked('letter')).toBe(false);
      return await letter(...content);
    };
    await run();
    expect(statuses).toEqual(languages.map(() => 'published'));
    expect(file('letter.pdf')).toBe('PDF: Keep the shoreline trees, Alder Fund,Birch Fund,日本 Fund');
    expect(file('release.pdf')).toBe('PDF: 3 Organizations Urge Harbor Commission to Keep the Trees');
    expect(isLinked('letter')).toBe(true);
    expect(isLinked('release')).toBe(true);
    expect(file('preview.png')).toContain('3 organizations have signed');
    expect((await gateOf(database)).pdfKeys).toEqual(
      [slug, `${slug}/es`, `${slug}/fr`].flatMap((tree) => [`${tree}/release.pdf`, `${tree}/letter.pdf`]),
    );
  });

  test('follow the list, without withdrawn names', async () => {
    await run();
    await withdraw('Birch Fund');
    passSeconds(60);
    await run();
    expect(file('letter.pdf')).toBe('PDF: Keep the shoreline trees, Alder Fund,日本 Fund');
    expect(isLinked('letter')).toBe(true);
  });

  test('that fail delay nothing and are not linked, and the organizers are told once a day', async () => {
    site.renderer.letter = failing;
    await run();
    for (let times = 0; times < 3; times++) {
      passSeconds(60);
      await run();
    }
    expect((await gateOf(database)).status).toBe('published');
    expect(file('letter.pdf')).toBeUndefined();
    expect(isLinked('letter')).toBe(false);
    expect(isLinked('release')).toBe(true);
    const told = (await happenings()).filter(({ type }) => type === 'print-failed');
    expect(told).toEqual([
      {
        type: 'print-failed',
        documents: ['', 'es/', 'fr/'].map((tree) => `${slug}/${tree}letter.pdf`),
        isOwed: true,
      },
    ]);
    passSeconds(24 * 60 * 60);
    await run();
    expect((await happenings()).filter(({ type }) => type === 'print-failed')).toHaveLength(2);
  });

  test('do not keep the names of withdrawn signers when they can no longer be made', async () => {
    await run();
    site.renderer.letter = failing;
    await withdraw('Birch Fund');
    passSeconds(60);
    await run();
    expect(file('letter.pdf')).not.toContain('Birch Fund');
    expect(isLinked('letter')).toBe(false);
  });

  test('do not affect the further pages of a long list', async () => {
    await start(Array.from({ length: 1001 }, (_, index) => `Fund ${String(index).padStart(4, '0')}`));
    await run();
    expect(file('letter/2/index.html')?.includes('Fund 1000')).toBe(true);
    expect(isLinked('letter')).toBe(true);
  });

  test('the notice of publication names the signatories who have an empty box in the PDF', async () => {
    await run();
    const published = (await happenings()).find(({ type }) => type === 'published');
    expect(published).toMatchObject({ withoutGlyphs: ['日本 Fund'] });
  });
});
