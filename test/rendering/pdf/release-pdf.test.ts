import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxLogoSize, maxLogos } from '../../../shared/campaign/logo.ts';
import type { Inline, Quote } from '../../../shared/rendering/document/content.ts';
import { drawLogo } from '../../../shared/rendering/logo/draw-logo.ts';
import { releasePdf } from '../../../shared/rendering/pdf/release-pdf.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { aLogo, aRelease } from '../../support/sample-texts.ts';
import { circle, svg } from '../logo/pictures.ts';
import { documentFacts } from './facts.ts';

const read = async (release = aRelease(), facts = documentFacts()) =>
  readPdf(await releasePdf(release, facts));
const wordsOf = (text: string) => text.replace(/\s+/g, ' ');
const say = (text: string): Inline[] => [{ type: 'text', text }];

describe('the release as a PDF', () => {
  test('begins with banner, contacts, date and headline on page 1, and ends with ###', async () => {
    const release = aRelease();
    const { pages } = await read(release);
    const first = wordsOf(pages[0]?.text ?? '');
    const inOrder = [
      release.banner ?? '',
      'Contact:',
      release.contacts[0]?.name ?? '',
      release.date,
      release.headline,
    ];
    const places = inOrder.map((part) => first.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(pages.at(-1)?.text).toMatch(/\n###\n/);
  });

  test('has its logos at the head of page 1, which still has the headline, however many they are', async () => {
    const logo = await drawLogo('logo.svg', svg(circle));
    if (typeof logo === 'string') throw new Error(logo);
    const url = 'https://shoreline.example.org';
    const logos = Array.from({ length: maxLogos }, () => aLogo({ png: logo.png, ...maxLogoSize, url }));
    const release = aRelease({ logos });
    const { pages } = await read(release);
    expect(wordsOf(pages[0]?.text ?? '')).toContain(release.headline);
    expect(pages[0]?.links.filter((link) => link === url)).toHaveLength(maxLogos);
    // Two rows of three, above the banner.
    const [with6, with1, none] = await Promise.all(
      [logos, logos.slice(0, 1), []].map(
        async (some) => (await read(aRelease({ logos: some }))).pages[0]?.texts[0]?.y ?? 0,
      ),
    );
    expect((with1 ?? 0) - (none ?? 0)).toBeCloseTo(48 + 16, 0);
    expect((with6 ?? 0) - (none ?? 0)).toBeLessThan(2 * 48 + 16);
    const bytes = (await releasePdf(aRelease({ logos: logos.slice(0, 1) }), documentFacts())).toString(
      'latin1',
    );
    expect(bytes).toMatch(/\/Subtype \/Image/);
    expect(
      (await releasePdf(aRelease({ logos: logos.slice(0, 1) }), documentFacts())).toString('latin1'),
    ).toBe(bytes);
  });

  test('has live links, a page number on every page, and a bookmark for each quote', async () => {
    const release = aRelease();
    const { pages, bookmarks } = await read(release);
    expect(pages.flatMap(({ links }) => links)).toContain(`mailto:${release.contacts[0]?.email}`);
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    expect(bookmarks).toContain(release.headline);
    expect(bookmarks).toHaveLength(1 + release.quotes.length);
  });

  test('never parts a quote from its attribution, wherever the page ends and however long the quote is', async () => {
    const quote = (length: number): Quote => ({
      paragraphs: [say(`“${'We will remember this. '.repeat(length / 23)}The end,”`)],
      attribution: say('said Ana Ruiz.'),
    });
    for (const length of [200, 1490, 9000]) {
      const quotes = Array.from({ length: 6 }, () => quote(length));
      const { pages } = await read(aRelease({ quotes }));
      const text = pages.map((page) => wordsOf(page.text)).join('\f');
      expect(text.match(/The end,” said Ana Ruiz\./g)).toHaveLength(6);
      expect(text.match(/remember/g)?.length).toBe(6 * Math.floor(length / 23));
    }
  });

  test('loses nothing of a word that never ends', async () => {
    const body = [{ type: 'paragraph' as const, children: say('w'.repeat(100_000)) }];
    const { pages } = await read(aRelease({ body }));
    const text = pages.map((page) => page.text).join('');
    expect(text.match(/w{20,}/g)?.join('').length).toBeGreaterThan(99_000);
  });

  test('is in Spanish, on the paper of Spain, for a campaign there', async () => {
    const { pages, language } = await read(aRelease({}, 'es'), {
      ...documentFacts(),
      language: 'es',
      timeZone: 'Europe/Madrid',
    });
    expect(language).toBe('es');
    expect(pages[0]?.text).toContain('Página 1 de');
    // A4 is 842 points high: the foot of the page is lower than it would be on Letter.
    expect(pages[0]?.texts.at(-1)?.y).toBeGreaterThan(792);
  });

  test('is the same file for the same content', async () => {
    const once = await releasePdf(aRelease(), documentFacts());
    expect((await releasePdf(aRelease(), documentFacts())).equals(once)).toBe(true);
  });

  test('can be made of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const quotes = [{ paragraphs: [say(text)], attribution: say(text) }];
        const release = aRelease({
          headline: text,
          date: text,
          quotes,
          contacts: [{ name: text, phone: text }],
        });
        expect((await read(release)).pages.length).toBeGreaterThan(0);
      }),
      { numRuns: 10 },
    );
  });
});
