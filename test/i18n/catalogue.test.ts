import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { en } from '../../shared/i18n/en.ts';
import { errorMessage } from '../../shared/i18n/error-message.ts';
import { type Language, languages } from '../../shared/i18n/language.ts';
import { texts } from '../../shared/i18n/texts.ts';
import { embedScript } from '../../shared/rendering/pages/embed.ts';
import { refusalCodes } from '../../shared/sign-on/field-refusals.ts';
import { visibleText } from '../rendering/pages/html.ts';
import { aCampaign, anOrganization, aPerson, aView } from '../support/builders.ts';
import { type Leaf, leavesOf } from '../support/leaves.ts';
import { aFullSignatoryList, aSignatoryList } from '../support/sample-lists.ts';
import { sampleMails } from '../support/sample-mails.ts';
import { samplePages, untranslatedPages } from '../support/sample-pages.ts';
import { samplePdfs } from '../support/sample-pdfs.ts';
import { aLetter, aRelease } from '../support/sample-texts.ts';
import { otherLanguages } from '../support/suite.ts';

/** How a language is written is no text. */
const textsOf = (language: Language): Leaf[] =>
  leavesOf(texts(language)).filter(({ path }) => !path.startsWith('writing.'));

/** The text of a key; functions are called with numbers that are neither one nor zero. */
const written = ({ value }: Leaf): string => {
  const result: unknown = typeof value === 'function' ? value(2, 3) : value;
  return Array.isArray(result) ? result.join('\n') : String(result);
};

test.each([
  ['en', /The organizers decide/],
  ['es', /El equipo organizador decide/],
  ['fr', /L’équipe organisatrice décide/],
] as const)(
  'a duplicate whose signer presses the button reads the same there and behind the link: %s',
  (language, organizersDecide) => {
    const { results, signOn } = texts(language);
    for (const text of [results.waiting.body('').join(' '), signOn.leads.duplicate])
      expect(text).toMatch(organizersDecide);
  },
);

describe('the catalogue', () => {
  const english = textsOf('en');
  /** Names, and words that a language shares with English. */
  const alike: Partial<Record<Language, readonly string[]>> = {
    es: ['site.name', 'form.error', 'form.no', 'quoted'],
    fr: ['site.name'],
  };

  test.each(languages.filter((language) => language !== 'en'))(
    'has the same keys in %s, and says everything anew',
    (language) => {
      const translated = new Map(textsOf(language).map((leaf) => [leaf.path, leaf]));
      expect([...translated.keys()].sort()).toEqual(english.map(({ path }) => path).sort());
      const same = english.filter((leaf) => written(leaf) === written(translated.get(leaf.path) ?? leaf));
      expect(same.map(({ path }) => path)).toEqual(alike[language] ?? []);
    },
  );

  test.each(languages)('has no empty text and none with spaces at its ends, in %s', (language) => {
    const bad = textsOf(language).filter(
      (leaf) => written(leaf).trim() === '' || written(leaf) !== written(leaf).trim(),
    );
    expect(bad.map(({ path }) => path)).toEqual([]);
  });
});

describe('every text of the catalogue', () => {
  const asked = new Set<string>();
  const leaves = textsOf('en');
  for (const { path, holder, key, value } of leaves)
    Object.defineProperty(holder, key, {
      configurable: true,
      get: () => {
        asked.add(path);
        return value;
      },
    });
  afterAll(() => {
    for (const { holder, key, value } of leaves) Object.defineProperty(holder, key, { value });
  });

  test('is on a page, in a mail, in a PDF, or one of the problems that the API names', async () => {
    samplePages('en');
    untranslatedPages('en');
    embedScript(aView());
    sampleMails('en');
    await samplePdfs();
    for (const code of refusalCodes) errorMessage('en', { field: 'nickname', code });
    for (const field of Object.keys(en.fields)) {
      errorMessage('en', { field, code: 'required' });
      errorMessage('en', { field, code: 'too-long' });
    }
    const unused = leaves.map(({ path }) => path).filter((path) => !asked.has(path));
    const others = sourcesOf('functions', 'shared/http', 'shared/site');
    const problemNames = /^problems\.([^.]+)/;
    const isNamed = (path: string): boolean => {
      const name = problemNames.exec(path)?.[1];
      return (
        name !== undefined && (others.includes(`'${name}'`) || new RegExp(`\\b${name}: \\d{3}`).test(others))
      );
    };
    expect(unused.filter((path) => !isNamed(path) && path !== 'problems.letter')).toEqual([]);
  });
});

const sourcesOf = (...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe('on pages and in mails in another language', () => {
  const words = [
    'the',
    'and',
    'of',
    'you',
    'your',
    'is',
    'are',
    'with',
    'this',
    'that',
    'for',
    'was',
    'from',
    'has',
    'have',
  ];
  const more = [
    'not',
    'to',
    'by',
    'we',
    'it',
    'sign',
    'signed',
    'letter',
    'press',
    'release',
    'please',
    'email',
    'added',
  ];
  const english = new RegExp(`(?<!\\p{L})(${[...words, ...more].join('|')})(?!\\p{L})`, 'iu');
  const typed =
    /[\w.-]*@[\w.-]+|https?:\S+|npm run campaign -- .*?[0-9a-f]{32}|npm run campaign -- status \S+|npm run campaign -- sign-ons \S+ --status waiting|press-list\.csv|\S+\.pdf|The Harbor Gazette/g;
  const readings = otherLanguages.flatMap((language) =>
    [
      ...Object.entries(samplePages(language)).map(([name, html]) => [name, visibleText(html)]),
      ...Object.entries(sampleMails(language)).flatMap(([name, { subject, text, html }]) => [
        [`${name} (subject)`, subject],
        [`${name} (text)`, text],
        [`${name} (HTML)`, visibleText(html)],
      ]),
    ].map(([name, text]) => [`${name}, ${language}`, text]),
  );

  test.each(readings)('no English is left: %s', (_name, text) => {
    // The share kit shows HTML, whose names are English.
    expect(text?.replace(/<[^>]*>/g, ' ').replace(typed, '')).not.toMatch(english);
  });
});

describe('what a page or mail in another language says in the same words as the English one', () => {
  /** Every text between tags, and every attribute that is read aloud or shown elsewhere. */
  const textsOf = (html: string): string[] => {
    const markup = html.replace(/<(style|script)\b.*?<\/\1>/gs, '').replace(/<select\b.*?<\/select>/gs, '');
    const nodes = [...markup.matchAll(/>([^<]+)</g)].map(([, text = '']) => text);
    const attributes = [...markup.matchAll(/\s(?:aria-label|alt|title|placeholder|content)="([^"]+)"/g)];
    return [...nodes, ...attributes.map(([, text = '']) => text)].map((text) => text.trim());
  };
  const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
  const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

  /** What is in no catalogue: names, addresses, commands, and what a campaign wrote itself. */
  const isData = (text: string): boolean =>
    /@|https?:|npm run campaign|SIGNON#|\.(csv|org)\b|width=device-width|default-src|same-origin|light dark|^summary|^• “[^”]*”(?: → “[^”]*”)?$/.test(
      text,
    ) || data.some((known) => text.includes(known) || known.includes(text));
  const leaves = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(leaves)
        : [];
  const data = [
    ...leaves([
      aCampaign(),
      aLetter(),
      aRelease(),
      anOrganization(),
      aPerson(),
      aFullSignatoryList(),
      aSignatoryList(),
    ]),
    ...otherLanguages.flatMap((language) => leaves(Object.values(aSignatoryList({}, language)))),
    'Undersigned',
    'The Harbor Gazette',
    'Firefox, Windows',
  ].filter((text) => words(text) >= 2);

  const kinds: { kind: string; of: (language: Language) => (readonly [string, readonly string[]])[] }[] = [
    {
      kind: 'pages',
      of: (language) =>
        Object.entries(samplePages(language)).map(([name, html]) => [name, textsOf(html)] as const),
    },
    {
      kind: 'mails',
      of: (language) =>
        Object.entries(sampleMails(language)).map(
          ([name, { subject, text, html }]) => [name, [subject, ...linesOf(text), ...textsOf(html)]] as const,
        ),
    },
  ];

  test.each(kinds)('is data, on all $kind', ({ of }) => {
    const english = new Map(of('en'));
    const left = otherLanguages.flatMap(of).flatMap(([name, texts]) => {
      const same = new Set(english.get(name));
      return texts
        .filter((text) => words(text) >= 2 && same.has(text) && !isData(text))
        .map((text) => `${name}: ${text}`);
    });
    expect(english.size).toBeGreaterThan(10);
    expect(left).toEqual([]);
  });

  test('would be noticed', () => {
    expect(textsOf('<p>Hi <b>there you</b></p><i aria-label="Look here">x</i>')).toContain('there you');
    expect([isData('there you'), isData('Look here')]).toEqual([false, false]);
  });
});
