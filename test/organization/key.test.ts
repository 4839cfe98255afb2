import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import * as z from 'zod';
import { organizationKey } from '../../shared/organization/key.ts';
import { runs } from '../support/suite.ts';

const pairsSchema = z.array(
  z.object({
    label: z.enum(['same', 'different']),
    first: z.string(),
    second: z.string(),
    about: z.string(),
  }),
);

/** The labels were written before there was a rule. Characters that nobody would see are written as `\u{200B}`. */
const pairs = pairsSchema.parse(
  parse(readFileSync(new URL('../sign-on/organization-names.csv', import.meta.url)), { columns: true }),
);
const withCharacters = (text: string): string =>
  text.replace(/\\u\{([0-9A-F]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));

const keyOf = (name: string): string => organizationKey(name);
const partOf = (name: string): string => keyOf(name).slice('2:'.length);

/** Of these pairs the key alone has to say the label. Later pairs are also compared by likeness. */
const decidedByKey = pairs.slice(0, 344);

describe('names of real shape', () => {
  test.each(decidedByKey)('are $label: $first | $second ($about)', ({ label, first, second }) => {
    const isSame = keyOf(withCharacters(first)) === keyOf(withCharacters(second));
    expect(isSame ? 'same' : 'different').toBe(label);
  });
});

/** Found by trying to break the rules once they stood. */
describe('names that came up later', () => {
  test.each([
    ['Harbor Watch™', 'Harbor Watch'],
    ['Harbor Conservancy (THC)', 'The Harbor Conservancy'],
    ['La Unión del Muelle Entero (LUME)', 'Unión del Muelle Entero'],
    ['U.S. Committee for Harbor Refugees (USCHR)', 'US Committee for Harbor Refugees'],
    ['Ligue du Port et de l’Homme (LPH)', 'Ligue du Port et de l’Homme'],
    ["Syndicat d'Action des Locataires (SAL)", "Syndicat d'Action des Locataires"],
    ['Harbor Legal Aid, a California nonprofit corporation', 'Harbor Legal Aid'],
    ['Harbor Legal Aid, a New York limited liability company', 'Harbor Legal Aid'],
    ['Tidewater Foods, P.B.C.', 'Tidewater Foods'],
    ['Harbor Society, Inc. (HSI)', 'Harbor Society'],
    ['Lakeside Textiles Co Pty Ltd', 'Lakeside Textiles Co., Ltd.'],
    ['Bürger:innen am Hafen', 'Bürger*innen am Hafen'],
    ['O.U.R. Harbor', 'OUR Harbor'],
    ['Harbor Kitchen (LLC)', 'Harbor Kitchen'],
    ['Acme Harbor Public Limited Company', 'Acme Harbor PLC'],
  ])('%s is %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test.each([
    ['Harbor Watch, a California', 'Harbor Watch'],
    ['Harbor, a Company', 'Harbor'],
    ['LES Amigos de la Comunidad', 'Amigos de la Comunidad'],
    ['Mujeres Unidas, SC', 'Mujeres Unidas'],
    ['Mujeres Unidas, S.C.', 'Mujeres Unidas'],
    ['Mujeres Unidas SA', 'Mujeres Unidas'],
    ['LA Justicia Network', 'Justicia Network'],
    ['National Labor Alliance (NAA)', 'National Labor Alliance'],
    ['LA Comunidad Fund', 'Comunidad Fund'],
    ['Harbor Voices UG', 'Harbor Voices'],
    ['Team GBR', 'Team'],
    ['Harbor CYF', 'Harbor'],
    ['Harbor PBC', 'Harbor'],
    ['Dock Workers Local 1²', 'Dock Workers Local 12'],
    ['3½ Miles', '31/2 Miles'],
    ['5’10 Club', '510 Club'],
    ['C# Harbor', 'C Harbor'],
    ['Vecin@s del Puerto', 'Vecinas del Puerto'],
    ['Bürger:innen am Hafen', 'Bürgerinnen am Hafen'],
    ['Harbor Youth Corp', 'Harbor Youth'],
    ['constructor', 'toString'],
  ])('%s is not %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test.each([
    ['The Example Project, Inc.', '2:example project'],
    ['Dock Workers Local Union No. 12, Inc.', '2:dock workers local 12'],
    ['__proto__', '2:proto'],
    ['constructor', '2:constructor'],
    ['!!!', '2:!!!'],
    ['', '2:u'],
    ['\u200b', '2:u200b'],
    ['\ud800', '2:\ufffd'],
  ])('the key of %j is %j', (name, key) => {
    expect(keyOf(name)).toBe(key);
  });
});

/** Words that no rule knows. */
const word = fc.constantFrom(
  ...[
    'harbor',
    'families',
    'dock',
    'workers',
    'reef',
    'keepers',
    'shoreline',
    'coalition',
    'northmere',
    'tenants',
  ],
  ...[
    'élèves',
    'niños',
    'größe',
    'łąka',
    'друзья',
    'гавани',
    'θάλασσας',
    'الميناء',
    'ידידי',
    'みなと',
    'ท่าเรือ',
  ],
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

/** Everything that rules look at, in any order. */
const piece = fc.constantFrom(
  ...[
    'the',
    'The',
    'La',
    'los',
    'le',
    "L'",
    'der',
    'il',
    'de',
    'of',
    'for',
    'y',
    'e',
    'et',
    'und',
    '&',
    ' + ',
    '+',
  ],
  ...[
    'Inc.',
    'LLC',
    'Ltd',
    'Co.',
    'co',
    'Corp.',
    'Company',
    'development',
    'e.V.',
    'e. V.',
    'gGmbH',
    'KG',
    'S.A.',
  ],
  ...[
    'A.C.',
    'SA de CV',
    'Sp. z o.o.',
    'z.s.',
    'ASBL',
    'Stichting',
    'ONLUS',
    'ООО',
    '株式会社',
    '(株)',
    '사단법인',
  ],
  ...[
    '501(c)(3)',
    '501 c',
    '3',
    '(',
    ')',
    '(HEA)',
    'HEA',
    'Harbor',
    'Example',
    'Association',
    'hea',
    'asociación',
  ],
  ...[
    'Local',
    'No.',
    '#',
    '12',
    '1,000',
    '²',
    '½',
    'n°',
    'union',
    'A',
    'b',
    'c.',
    'É',
    'e\u0301',
    '\u0301',
    'ß',
    'ẞ',
  ],
  ...[
    'İ',
    'ı',
    'ς',
    'ﬁ',
    'ｆ',
    'й',
    'ё',
    'ﷺ',
    'ع',
    '\u064e',
    'ק',
    '״',
    'ר',
    'か\u3099',
    'ท่',
    '\u200d',
    '\u202e',
    '\ud83d',
  ],
  ...[
    "'",
    '’',
    '´',
    '·',
    'l',
    '%',
    '@',
    'C#',
    '-',
    '–',
    '/',
    '.',
    ',',
    ' ',
    '\u00a0',
    '\n',
    'Saint',
    'Mount',
    'Natl',
  ],
);
const glue = fc.constantFrom('', ' ', '.', ' - ');
const oddName = fc.array(fc.tuple(piece, glue), { maxLength: 12 }).map((pieces) => pieces.flat().join(''));
/** UTF-16 as it comes, lone surrogates too. */
const anyString = fc.oneof(
  oddName,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

describe('any name', () => {
  test('has a key that says its rules’ version, says something, and fits a table’s key', () => {
    fc.assert(
      fc.property(anyString, (typed) => {
        const key = organizationKey(typed);
        expect(key).toMatch(/^2:./su);
        expect(Buffer.byteLength(key)).toBeLessThanOrEqual(258);
        expect(key.isWellFormed()).toBe(true);
        expect(key).toBe(key.trim());
      }),
      { numRuns: runs(2000) },
    );
  });

  test('has the key of its own normalized form', () => {
    fc.assert(
      fc.property(anyString, (typed) => {
        expect(partOf(partOf(typed))).toBe(partOf(typed));
      }),
      { numRuns: runs(4000) },
    );
  });

  test('has the same key in either Unicode form and with invisible characters around it', () => {
    fc.assert(
      fc.property(anyString, (typed) => {
        expect(keyOf(typed.normalize('NFD'))).toBe(keyOf(typed.normalize('NFC')));
        if (/[\p{L}\p{N}]/u.test(partOf(typed)) && !/^u[0-9a-f]*$/.test(partOf(typed)))
          expect(keyOf(`\u202a\u200b${typed}\u202c`)).toBe(keyOf(typed));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('however long and repetitive, has a key', () => {
    for (const repeated of [
      'a ',
      'a.',
      'the ',
      'inc ',
      'co ',
      "l'",
      '1,000',
      '"א',
      'and ',
      '(',
      '株式会社',
      'e\u0301',
    ]) {
      for (const name of [repeated.repeat(1000).slice(0, 1000), repeated.repeat(100_000)]) {
        const key = organizationKey(name);
        expect(key).toMatch(/^2:./su);
        expect(Buffer.byteLength(key)).toBeLessThanOrEqual(258);
      }
    }
  });
});

describe('what makes no difference', () => {
  const form = fc.constantFrom(
    '',
    ', Inc.',
    ' Inc',
    ' LLC',
    ', L.L.C.',
    ' Ltd',
    ' PLC',
    ' gGmbH',
    ' e.V.',
    ' ASBL',
    ' NFP',
  );
  const article = fc.constantFrom('', 'The ', 'THE ', 'the ');
  const around = fc.constantFrom(
    ['', ''],
    ['“', '”'],
    ['(', ')'],
    ['', '.'],
    ['  ', '  '],
    ['\u2066', '\u2069'],
  );
  const between = fc.constantFrom(' ', '  ', '\u00a0', ' - ', '–', ', ', '/', ' \u200b', '\t');
  const spelling = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    (text) => text.replace(/[aou]/g, '$&\u0301'),
    (text) => text.replace(/(?<=\p{L})\p{Script=Latin}/u, '\u00ad$&'),
  );

  test('is case, accents, punctuation, spacing, Unicode form, legal form, article', () => {
    fc.assert(
      fc.property(
        name,
        form,
        article,
        around,
        between,
        spelling,
        (words, ending, opening, [left, right], gap, spell) => {
          const typed = left + opening + spell(words).replaceAll(' ', gap) + ending + right;
          expect(keyOf(typed)).toBe(keyOf(words));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  test('is how initials are written', () => {
    const letters = fc.array(fc.constantFrom(...'bcdfghjkmnpqrtuvwxz'), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(letters, name, fc.constantFrom('.', '. ', ' '), (initials, words, gap) => {
        const spaced = initials.join(gap) + (gap === '.' ? '.' : gap.trim());
        expect(keyOf(`${spaced} ${words}`)).toBe(keyOf(`${initials.join('')} ${words}`));
      }),
    );
  });

  test('is which word for and', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom('&', 'AND', '+', 'und', 'et', 'και'), (one, other, and) => {
        expect(keyOf(`${one} ${and} ${other}`)).toBe(keyOf(`${one} and ${other}`));
      }),
    );
  });
});

describe('what always makes a difference', () => {
  const ending = fc.constantFrom('', ', Inc.', ' LLC', ' (Chapter)', ' e.V.', ' Co.', ' 501(c)(3)', '!');
  const label = fc.constantFrom(
    'Local',
    'Local No.',
    'Local Union',
    'Local #',
    'Troop',
    'District',
    '',
    'No.',
    '(',
    '-',
  );

  test('is a number', () => {
    const number = fc.oneof(fc.nat(99_999), fc.nat(99)).map(String);
    fc.assert(
      fc.property(name, label, ending, number, number, (words, before, after, one, other) => {
        fc.pre(one !== other);
        const numbered = (of: string) => keyOf(`${words} ${before} ${of}${after}`);
        expect(numbered(one)).not.toBe(numbered(other));
        expect(numbered(one)).not.toBe(keyOf(words));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('is a place', () => {
    const place = fc.constantFrom(
      ...[
        'Texas',
        'Ohio',
        'TX',
        'OH',
        'CO',
        'PA',
        'NV',
        'DE',
        'LA',
        'SC',
        'AB',
        'MA',
        'IL',
        'D.C.',
        'N.Y.',
        'U.S.',
        'UK',
      ],
      ...[
        'Baja',
        'Sierra',
        'New York',
        'West',
        'North',
        'Northside',
        'El Paso',
        'Los Alamos',
        'Las Cruces',
        'La Mesa',
      ],
    );
    const joined = fc.constantFrom(' of ', ' ', ', ', ' (', ' – ');
    fc.assert(
      fc.property(name, joined, place, place, ending, (words, joint, one, other, after) => {
        fc.pre(one !== other);
        const placed = (place: string) => keyOf(`${words}${joint}${place}${after}`);
        expect(placed(one)).not.toBe(placed(other));
        expect(placed(one)).not.toBe(keyOf(words));
        expect(keyOf(`${one} ${words}`)).not.toBe(keyOf(`${other} ${words}`));
        expect(keyOf(`${one} ${words}`)).not.toBe(keyOf(words));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('is any other word, and the order of words', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(one !== other);
        expect(keyOf(one)).not.toBe(keyOf(other));
      }),
      { numRuns: runs(1000) },
    );
  });
});
