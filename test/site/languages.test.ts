import { beforeEach, describe, expect, test } from '@jest/globals';
import { letterHash } from '../../shared/campaign/letter-hashes.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, type Seed, seed, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const inSpanish = {
  letter: letterSource
    .replace('---\n', '---\ntitle: Carta del puerto\nsummary: Los árboles.\n')
    .replace('Keep the shoreline trees', 'Conserven los árboles')
    .replace(/We, the[\s\S]*/, 'Pedimos los árboles.\n'),
  release: releaseSource
    .replace(/headline: .*/, 'headline: "{{ organizations.count | words }} organizaciones"')
    .replace(/\nToday[\s\S]*/, '\nHoy [enviaron una carta]({{ letter.url }}).\n'),
};

const names = ['Nube', 'Ñandú', 'Oasis'];
const signOns = names.map((name, index) =>
  aConfirmedSignOn({
    kind: 'organization',
    email: `person-${index}@example.org`,
    signed: organizationDetails(name),
  }),
);

let database: TestStore;
let site: Site;
const file = (path: string) => site.site.files.get(`${slug}/${path}`) ?? '';
const start = async (more: Seed = {}) => {
  database = await freshStore();
  site = newSite(database);
  const gate = { organizations: 3, status: 'publishing' as const, ...more.gate };
  await seed(database, { signOns, letter: letterSource, release: releaseSource, ...more, gate });
  await runSiteJob(site.dependencies(), slug);
};
beforeEach(() => {
  database = undefined as never;
});

const pagesOf = (tree: string): string[] =>
  [...site.site.files.keys()]
    .filter((key) => key.startsWith(`${slug}/`) && /\.(html|txt)$/.test(key))
    .map((key) => key.slice(slug.length + 1))
    .filter((key) => (/^(es|fr)\//.exec(key)?.[0] ?? '') === tree)
    .map((key) => key.slice(tree.length))
    .sort();

describe('a campaign’s pages in another language', () => {
  test.each(['collecting', 'publishing'] as const)('are all that the own ones are (%s)', async (status) => {
    await start({ gate: { status } });
    expect(pagesOf('es/')).toEqual(pagesOf(''));
    expect(pagesOf('fr/')).toEqual(pagesOf(''));
    expect(pagesOf('es/').length).toBeGreaterThan(6);
    expect(file('es/index.html')).toContain('<html lang="es"');
    expect(JSON.parse(file('es/progress.json'))).toMatchObject({ slug, organizations: 3 });
    expect(file('es/progress.json')).toBe(file('progress.json'));
  });

  test.each(['collecting', 'publishing'] as const)(
    'send with the form the hash of the letter above it (%s)',
    async (status) => {
      const shown = (tree: string) => /name="letter" value="([^"]*)"/.exec(file(`${tree}index.html`))?.[1];
      await start({ gate: { status }, translation: inSpanish });
      expect(shown('')).toBe(letterHash(letterSource));
      expect(shown('es/')).toBe(letterHash(inSpanish.letter));
      await start({ gate: { status }, translation: { release: inSpanish.release } });
      expect(shown('es/')).toBe(letterHash(letterSource));
    },
  );

  test('have their own data files, in the order of their page', async () => {
    await start();
    const listed = (path: string) =>
      JSON.parse(file(path)).organizations.map(({ name }: { name: string }) => name);
    expect(listed('signatories.json')).toEqual(['Ñandú', 'Nube', 'Oasis']);
    expect(listed('es/signatories.json')).toEqual(['Nube', 'Ñandú', 'Oasis']);
    const lines = (path: string) => file(path).split('\r\n').toSorted();
    expect(lines('es/signatories.csv')).toEqual(lines('signatories.csv'));
    const facts = (path: string) => ({ ...JSON.parse(file(path)), organizations: [] });
    expect(facts('es/signatories.json')).toEqual(facts('signatories.json'));
  });

  test.each(['collecting', 'publishing'] as const)(
    'have a picture for links in their own words, which they name (%s)',
    async (status) => {
      const settings = { translations: { es: { title: 'Carta del puerto', summary: 'Los árboles.' } } };
      await start({ settings, gate: { status } });
      expect(file('es/preview.png')).toMatch(/^PNG: Carta del puerto, 3 organizaciones/);
      expect(file('preview.png')).toMatch(/^PNG: .*, 3 organizations/);
      expect(file('es/index.html')).toContain(`content="https://letters.example.org/${slug}/es/preview.png"`);
      expect(file('index.html')).toContain(`content="https://letters.example.org/${slug}/preview.png"`);
    },
  );

  test('show letter and release untranslated, under a notice', async () => {
    await start();
    for (const [path, notice] of [
      ['letter', 'La carta no está traducida. Se muestra en inglés.'],
      ['release', 'El comunicado de prensa no está traducido. Se muestra en inglés.'],
    ] as const) {
      expect(file(`es/${path}/index.html`)).toContain(`<p class="box">${notice}</p>`);
      expect(file(`es/${path}.txt`)).toBe(`${notice}\n\n${file(`${path}.txt`)}`);
    }
    expect(file('es/letter/index.html')).toMatch(/<article[^>]* lang="en"/);
  });

  test('have the translations, with the numbers, words and addresses of their language', async () => {
    const settings = { translations: { es: { title: 'Carta del puerto', summary: 'Los árboles.' } } };
    await start({ settings, translation: inSpanish });
    expect(file('es/letter/index.html')).toContain('Conserven los árboles');
    expect(file('es/letter/index.html')).not.toMatch(/Keep the shoreline|no está traducid/);
    expect(file('es/index.html')).toContain('<h1>Carta del puerto</h1>');
    expect(file('es/release.txt')).toContain('\ntres organizaciones\n');
    expect(file('es/release.txt')).toContain(`https://letters.example.org/${slug}/es/letter/`);
    expect(file('es/release.txt')).toContain('24 de noviembre de 2026');
    expect(file('release.txt')).toContain(`https://letters.example.org/${slug}/letter/`);
    expect(file('index.html')).not.toContain('Carta del puerto');
  });

  test('can have a release in their language and a letter in another, each complete', async () => {
    await start({ translation: { release: inSpanish.release } });
    expect(file('es/release/index.html')).not.toContain('no está traducido');
    expect(file('es/letter/index.html')).toContain('La carta no está traducida.');
  });

  test('sort signatories by the rules of their language', async () => {
    await start();
    const order = (path: string) => names.toSorted((a, b) => file(path).indexOf(a) - file(path).indexOf(b));
    expect(order('letter/index.html')).toEqual(['Ñandú', 'Nube', 'Oasis']);
    expect(order('es/letter/index.html')).toEqual(['Nube', 'Ñandú', 'Oasis']);
  });

  test('show the frozen translations, whatever the table contains later', async () => {
    await start({ translation: inSpanish });
    const before = file('es/release.txt');
    const { gate, ...others } = { gate: await gateOf(database), translation: { release: releaseSource } };
    await seed(database, { ...others, gate: { ...gate, dirty: 'mark' }, signOns: [] });
    site.now = new Date(site.now.getTime() + 60_000);
    await runSiteJob(site.dependencies(), slug);
    expect(file('es/release.txt')).toBe(before);
  });
});
