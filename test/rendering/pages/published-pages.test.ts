import { describe, expect, test } from '@jest/globals';
import { releaseMail } from '../../../shared/mail/templates/release.tsx';
import { letterText, releaseText } from '../../../shared/rendering/document/plain-text.ts';
import { homePage } from '../../../shared/rendering/pages/home-page.tsx';
import { letterPage } from '../../../shared/rendering/pages/letter-page.tsx';
import { releasePage } from '../../../shared/rendering/pages/release-page.tsx';
import { aCampaign, aSignatory, aView, siteUrl } from '../../support/builders.ts';
import { aFullSignatoryList, aSignatoryList } from '../../support/sample-lists.ts';
import { samplePages } from '../../support/sample-pages.ts';
import { aLetter, aLogo, aRelease } from '../../support/sample-texts.ts';
import { visibleText } from './html.ts';

const view = aView({ status: 'published', settings: aCampaign({ list: { groupBy: 'scope', leads: [] } }) });
const mainOf = (page: string): string => visibleText(page.replace(/^.*<main[^>]*>|<\/main>.*$/gs, ''));
const withoutAddresses = (text: string): string =>
  text
    .replace(/ \((https?|mailto|tel):[^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('logos on the release’s page', () => {
  const url = 'https://shoreline.example.org/?a=1&b=2';
  const logos = [aLogo({ url }), aLogo({ alt: 'Familias "del" Puerto', language: 'es' })];

  test('stand above the banner, with words, size and link', () => {
    const main = releasePage(view, aRelease({ logos })).replace(/^.*<main/s, '');
    const [row = ''] = main.match(/<p class="logos">.*?<\/p>/s) ?? [];
    const img = `<img src="/harbor-trees/release/logos/${aLogo().name}"`;
    expect(row).toContain(
      `<a href="https://shoreline.example.org/?a=1&amp;b=2">${img} alt="Shoreline Coalition" width="188" height="64"/></a>`,
    );
    expect(row).toContain(
      `${img} alt="Familias &quot;del&quot; Puerto" width="188" height="64" lang="es"/></p>`,
    );
    expect(main.indexOf('class="logos"')).toBeLessThan(main.indexOf('class="banner"'));
  });

  test('stand below the lines of a correction, which come first', () => {
    const corrections = { lines: [{ date: 'December 3, 2026', note: 'A name.' }], originalUrl: siteUrl };
    const page = releasePage(view, aRelease({ logos, corrections }));
    expect(page.indexOf('class="correction"')).toBeLessThan(page.indexOf('class="logos"'));
  });

  test('are neither in its text nor in mails', () => {
    const release = aRelease({ logos });
    expect(releaseText(release)).toBe(releaseText(aRelease()));
    const { html } = releaseMail({
      settings: aCampaign(),
      release,
      letterUrl: siteUrl,
      releaseUrl: siteUrl,
      unsubscribeLink: siteUrl,
    });
    expect(html).not.toContain('<img');
  });
});

describe('the letter’s page', () => {
  test('says above the letter how many have signed, with a link to their names', () => {
    const header = (lists = aFullSignatoryList(), page = 1): string =>
      letterPage(view, aLetter(), lists, { page, pages: 2 }).replace(/<main.*$/s, '');
    expect(visibleText(header())).toContain('44 organizations have signed 9 people have signed');
    expect(header()).toContain('<a href="#signatories">44 organizations have signed</a>');
    const without = {
      ...aFullSignatoryList(),
      individuals: { ...aFullSignatoryList().individuals, count: 0 },
    };
    expect(visibleText(header(without))).not.toContain('people have signed');
    expect(header(aFullSignatoryList(), 2)).not.toContain('have signed');
  });

  const text = mainOf(letterPage(view, aLetter(), aFullSignatoryList()));

  test('has date, recipient, subject, body, closing and who signed, in this order', () => {
    const parts = [
      'December 2, 2026',
      'The Honorable Marta Oakes',
      'Keep the shoreline trees',
      'Dear Chair Oakes,',
      'Respectfully,',
      'Signed by',
      '44 organizations',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
  });

  test('prints leads first, then each scope under its heading, then whoever named none', () => {
    const parts = [
      'Shoreline Coalition',
      'National organizations',
      'State organizations',
      'Local organizations',
      'Others',
      'Клуб',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('dates who came later, counts who is not named and who has withdrawn', () => {
    expect(text).toContain('Zona Verde Harbor City, New York, United States added December 5, 2026');
    expect(text).toContain('9 people');
    expect(text).toContain('and 3 people who prefer not to be named');
    expect(text).toContain('2 signatures have been withdrawn since publication.');
    expect(text).toContain('List as of December 2, 2026 at 10:00 AM EST.');
  });

  test('names countries only where there is more than one', () => {
    expect(text).toContain('Morocco');
    expect(mainOf(letterPage(view, aLetter(), aSignatoryList()))).not.toContain('United States');
  });

  test('names everybody that its plain text names', () => {
    const plain = letterText(aLetter(), aFullSignatoryList(), 'en');
    for (const name of [
      'Shoreline Coalition',
      'Zona Verde',
      'مؤسسة الميناء',
      'Mónica Peña-Nieto',
      'Old Quay',
    ])
      expect([plain.includes(name), text.includes(name)]).toEqual([
        text.includes(name),
        plain.includes(name),
      ]);
  });

  test('has its text on the first page of a long list only, and ways to the others', () => {
    const second = letterPage(view, aLetter(), aFullSignatoryList(), { page: 2, pages: 3 });
    expect(mainOf(second)).not.toContain('Dear Chair Oakes');
    expect(second).toContain('href="/harbor-trees/letter/"');
    expect(second).toContain('href="/harbor-trees/letter/3/"');
    expect(second).toContain(
      '<link rel="canonical" href="https://letters.example.org/harbor-trees/letter/2/"/>',
    );
    expect(mainOf(second)).not.toContain('prefer not to be named');
    expect(mainOf(letterPage(view, aLetter(), aFullSignatoryList(), { page: 3, pages: 3 }))).toContain(
      'prefer not to be named',
    );
  });

  test('says on the first page of a long list alone what a single name more or less would change', () => {
    const lists = aFullSignatoryList();
    const further = {
      ...lists,
      organizations: { ...lists.organizations, isContinued: true },
      individuals: { ...lists.individuals, isContinued: true },
    };
    const second = (changed: Partial<typeof lists>) =>
      letterPage(view, aLetter(), { ...further, ...changed }, { page: 2, pages: 3 });
    const fewer = { count: 1, groups: lists.organizations.groups, isContinued: true };
    expect(second({ withdrawnSince: 9, asOf: '2026-12-09T15:00:00.000Z', organizations: fewer })).toBe(
      second({}),
    );
    expect(mainOf(second({}))).toMatch(/Organizations, continued .* People, continued/);
  });

  test('leads to the form as long as one can sign', () => {
    expect(letterPage(view, aLetter(), aSignatoryList())).toContain('href="/harbor-trees/#sign"');
    expect(letterPage({ ...view, openness: 'closed' }, aLetter(), aSignatoryList())).not.toContain('#sign"');
  });
});

describe('the release’s page', () => {
  const release = aRelease();
  const text = mainOf(releasePage(view, release));

  test('says exactly what its plain text says, from the banner to ###', () => {
    expect(text).toBe(withoutAddresses(releaseText(release)));
    expect(text).toMatch(
      /^FOR IMMEDIATE RELEASE Contact: Ana Ruiz, Harbor Families, \(555\) 555-0142, ana@example\.org /,
    );
    expect(text).toMatch(/###$/);
  });

  test('prints the names of attributions in bold after the quote, and leads before it', () => {
    const page = releasePage(view, release);
    expect(page).toContain('through them,” said <strong>Ana Ruiz, Director of Harbor Families</strong></p>');
    expect(page).toContain('<strong>Ben Okafor, Organizer, Dock Workers United, said:</strong> “We unload');
  });

  test('can do without everything that is optional', () => {
    const { banner: _, subheadline: __, ...rest } = release;
    const bare = { ...rest, quotes: [], about: [] };
    expect(mainOf(releasePage(view, bare))).toBe(withoutAddresses(releaseText(bare)));
  });

  test('follows no link but to the web, a mailbox or a phone', () => {
    const body = [
      {
        type: 'paragraph' as const,
        children: [
          {
            type: 'link' as const,
            href: 'javascript:alert(1)',
            children: [{ type: 'text' as const, text: 'here' }],
          },
        ],
      },
    ];
    expect(releasePage(view, aRelease({ body }))).toContain('<p>here</p>');
  });
});

describe('the first page', () => {
  const listed = { slug: 'harbor-trees', title: 'Árboles', summary: 'S', status: 'collecting' } as const;

  test('speaks the language of its letters if they share one', () => {
    expect(homePage({ siteUrl, campaigns: [{ ...listed, language: 'es' }] })).toContain('<html lang="es"');
  });

  test('speaks English otherwise, and marks what is not', () => {
    const page = homePage({
      siteUrl,
      campaigns: [
        { ...listed, language: 'es' },
        { ...listed, slug: 'night-buses', language: 'en' },
      ],
    });
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('<li lang="es">');
    expect(page).toContain('Abierta para firmar');
  });

  test.each([
    ['open', 'Open for signatures'],
    ['paused', 'Signing is paused'],
    ['closed', 'Signing has closed'],
  ] as const)('says of a letter that is %s: %s', (openness, words) => {
    const text = visibleText(homePage({ siteUrl, campaigns: [{ ...listed, language: 'en', openness }] }));
    expect(text).toContain(words);
    if (openness !== 'open') expect(text).not.toContain('Open for signatures');
  });

  test('leaves out what was taken down', () => {
    const page = homePage({ siteUrl, campaigns: [{ ...listed, language: 'en', status: 'taken-down' }] });
    expect(page).not.toContain('harbor-trees');
    expect(visibleText(page)).toContain('There is no letter to sign at the moment.');
  });
});

describe('a list of people', () => {
  test('says how many are not named even if nobody is', () => {
    const lists = aSignatoryList({ individuals: { count: 1, named: [], withheld: 1 } });
    const text = mainOf(letterPage(view, aLetter(), lists));
    expect(text).toContain('1 person 1 person who prefers not to be named');
  });

  test('isolates names of other directions from what stands around them', () => {
    const named = [aSignatory({ kind: 'individual', name: 'مؤسسة \u202Eالميناء' })];
    const page = letterPage(
      view,
      aLetter(),
      aSignatoryList({ individuals: { count: 1, named, withheld: 0 } }),
    );
    expect(page).toContain('<bdi>مؤسسة الميناء</bdi>');
  });
});

test('the folded list of a French page says how many have signed as French writes it', () => {
  const [heading] =
    (samplePages('fr')['campaign-published'] ?? '').match(/<details class="fold"><summary><h2>.*?<\/h2>/s) ??
    [];
  expect(heading).toContain('Qui a signé\u00a0: 44 organisations et 9 personnes');
});
