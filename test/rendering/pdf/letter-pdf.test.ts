import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letterPdf } from '../../../shared/rendering/pdf/letter-pdf.ts';
import { signatoryNodes } from '../../../shared/rendering/pdf/signatory-nodes.ts';
import { aSignatory } from '../../support/builders.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { aFullSignatoryList, aSignatoryList, someOrganizations } from '../../support/sample-lists.ts';
import { aLetter, aLogo } from '../../support/sample-texts.ts';
import { strangeNames } from '../../support/strange-names.ts';
import { documentFacts } from './facts.ts';

const organizations = (count: number) => {
  const signatories = someOrganizations(count);
  return aSignatoryList({ organizations: { count, groups: [{ signatories }] } });
};
const read = async (lists = aSignatoryList(), facts = documentFacts()) =>
  readPdf(await letterPdf(aLetter(), lists, facts));
const wordsOf = (text: string) => text.replace(/\s+/g, ' ');

describe('the letter as a PDF', () => {
  test('has date, recipient, subject, text, closing and then everybody who signed, in that order', async () => {
    const { pages } = await read();
    const text = wordsOf(pages.map((page) => page.text).join('\n'));
    const inOrder = [
      'December 2, 2026',
      'The Honorable Marta Oakes',
      'Keep the shoreline trees',
      'Dear Chair Oakes,',
    ];
    const places = [...inOrder, 'Respectfully,', 'Signed by 171 organizations', 'Alder Action'].map((part) =>
      text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('says what it is, in which language, by whom, and has bookmarks', async () => {
    const { title, author, language, bookmarks } = await read();
    expect({ title, author, language }).toEqual({
      title: 'Letter to the “Commission”',
      author: 'Shoreline Coalition',
      language: 'en',
    });
    expect(bookmarks.toSorted()).toEqual(['Keep the shoreline trees', 'Signed by 171 organizations']);
  });

  test('numbers its pages, and links to the list as it grows', async () => {
    const { pages } = await read();
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    expect(pages.at(-1)?.links).toContain('https://letters.example.org/harbor-trees/letter/');
    expect(pages[0]?.links).toContain('https://example.org/study');
  });

  test.each([8, 11, 20])(
    'has six names at least on the page of the last line, of %d organizations',
    async (count) => {
      const signatories = Array.from({ length: count }, (_, index) =>
        aSignatory({
          name: `Union of the ${count === 11 ? 'People of the Harbor and the Shoreline' : 'Pier'} ${index}`,
        }),
      );
      const { pages } = await read(aSignatoryList({ organizations: { count, groups: [{ signatories }] } }));
      expect(pages.at(-1)?.text.match(/Union of the/g)?.length ?? 0).toBeGreaterThanOrEqual(6);
    },
  );

  test.each([3, 170, 5000])('names each of %d organizations once, in their order', async (count) => {
    const signatories = Array.from({ length: count }, (_, index) =>
      aSignatory({ name: `Union ${String(index).padStart(4, '0')}` }),
    );
    const { pages } = await read(aSignatoryList({ organizations: { count, groups: [{ signatories }] } }));
    const names = pages.flatMap(({ text }) => text.match(/Union \d{4}/g) ?? []);
    expect(names).toEqual(signatories.map(({ name }) => name));
  });

  test('gives number and link instead of more than 5,000 names', async () => {
    const { pages } = await read(organizations(5001));
    const text = pages.map((page) => page.text).join('\n');
    expect(wordsOf(text)).toContain('Signed by 5,001 organizations');
    expect(wordsOf(text)).toContain('The full list of signatures: letters.example.org/harbor-trees/');
    expect(text).not.toContain('Alder');
  });

  test('names people, and says how many did not want to be named, what was added and what was withdrawn', async () => {
    const { pages } = await read(aFullSignatoryList());
    const text = wordsOf(pages.map((page) => page.text).join('\n')).replaceAll('\u00a0', ' ');
    expect(text).toContain('9 people');
    expect(text).toMatch(/Mónica Peña-Nieto, .*\(added December 4, 2026\)/);
    expect(text).toContain('and 3 people who prefer not to be named');
    expect(text).toContain('2 signatures have been withdrawn since publication.');
  });

  test('keeps every name inside its column, whatever it is', async () => {
    const strange = Object.values(strangeNames).map((name) => aSignatory({ name }));
    const signatories = [...strange, ...someOrganizations(60)];
    const { pages } = await read(
      aSignatoryList({ organizations: { count: signatories.length, groups: [{ signatories }] } }),
    );
    const lines = pages.flatMap(({ texts }) => texts.filter(({ size }) => size === 9));
    const letters = lines.filter(({ text }) => /^x+,? ?$/.test(text));
    expect(letters.map(({ text }) => text.replace(/[^x]/g, '')).join('')).toBe(strangeNames.endless);
    // An x is about half as wide as it is high: 30 of them are as wide as a column.
    for (const { text } of letters) expect(text.length).toBeLessThanOrEqual(31);
  });

  test('prints accents, Greek, Cyrillic, markup and emoji as they were typed, and drops what turns a text around', async () => {
    const signatories = Object.values(strangeNames).map((name) => aSignatory({ name }));
    const { pages } = await read(aSignatoryList({ organizations: { count: 10, groups: [{ signatories }] } }));
    const text = wordsOf(pages.map((page) => page.text).join('\n'));
    const { formula, markup, accents, greek, cyrillic } = strangeNames;
    for (const name of [formula, markup, accents, greek, cyrillic]) expect(text).toContain(name);
    expect(text).toContain('🎉');
    expect(text).toContain('gnp.exe Society');
    expect(text).not.toContain('\u202E');
    expect(text).not.toContain('☐');
    expect(text).toMatch(/and \d names in scripts that this edition cannot print\./);
  });

  test('prints what the typefaces have in another form: letter and mark apart, a plain hyphen, half width', async () => {
    const names = ['Ḵwak Nation', 'Trees\u2011and\u2011People', '（Full）［width］'];
    const signatories = names.map((name) => aSignatory({ name }));
    const { pages } = await read(aSignatoryList({ organizations: { count: 3, groups: [{ signatories }] } }));
    const text = wordsOf(pages.map((page) => page.text).join('\n'));
    for (const name of ['Trees-and-People', '(Full)[width]']) expect(text).toContain(name);
    expect(text).not.toContain('cannot print');
  });

  test('has the organizer at its head, with where to write to', async () => {
    const letterhead = { name: 'Shoreline Coalition', lines: ['12 Quay Street', 'press@example.org'] };
    const pdf = await letterPdf(aLetter(), aSignatoryList(), { ...documentFacts(), letterhead });
    const [first] = readPdf(pdf).pages;
    expect(wordsOf(first?.text ?? '')).toMatch(
      /^Shoreline Coalition 12 Quay Street press@example\.org December 2, 2026/,
    );
    const { png, width, height } = aLogo();
    const drawn = { ...documentFacts(), letterhead: { ...letterhead, logo: { png, width, height } } };
    const [withLogo] = readPdf(await letterPdf(aLetter(), aSignatoryList(), drawn)).pages;
    expect(wordsOf(withLogo?.text ?? '')).toMatch(/^12 Quay Street/);
  });

  test('leaves no name alone on the last page', () => {
    const namesOnLastPage = (count: number): number => {
      const signatories = Array.from({ length: count }, (_, index) => aSignatory({ name: `Name ${index}` }));
      const lists = aSignatoryList({ organizations: { count, groups: [{ signatories }] } });
      const nodes = signatoryNodes(lists, 'en', { width: 612, height: 792, top: 300, below: 30 });
      const pages = nodes.map((node) => JSON.stringify(node)).filter((node) => node.includes('"columns"'));
      return pages.at(-1)?.match(/"Name \d+/g)?.length ?? 0;
    };
    for (let count = 31; count <= 160; count += 4) expect(namesOnLastPage(count)).toBeGreaterThanOrEqual(6);
  });

  test('is the same file for the same content', async () => {
    const once = await letterPdf(aLetter(), aFullSignatoryList(), documentFacts());
    const again = await letterPdf(aLetter(), aFullSignatoryList(), documentFacts());
    expect(again.equals(once)).toBe(true);
    const later = await letterPdf(aLetter(), aFullSignatoryList(), {
      ...documentFacts(),
      publishedAt: '2026-12-03T15:00:00.000Z',
    });
    expect(later.equals(once)).toBe(false);
  });

  test('can be made for any name that Unicode can spell', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 40 }),
        async (names) => {
          const signatories = names.map((name) => aSignatory({ name, city: name }));
          const lists = aSignatoryList({ organizations: { count: names.length, groups: [{ signatories }] } });
          expect(readPdf(await letterPdf(aLetter(), lists, documentFacts())).pages.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 6 },
    );
  });
});
