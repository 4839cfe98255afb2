import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { languages } from '../../../shared/i18n/language.ts';
import {
  type ListEntry,
  type ListOptions,
  listSignatories,
  type SignatoryList,
} from '../../../shared/operations/listing/list-signatories.ts';
import type { SignatoryGroup, SignatoryLists } from '../../../shared/rendering/document/content.ts';
import { letterText } from '../../../shared/rendering/document/plain-text.ts';
import { firstOfEachOrganization, signatoryOf } from '../../../shared/rendering/document/signatories.ts';
import { textPieces } from '../../../shared/site/list-text.ts';
import { letterText as letterTextWithNames } from '../../../shared/site/signatory-files.ts';
import { aConfirmedSignOn, organizationDetails, someDetails } from '../../support/records.ts';
import { aLetter } from '../../support/sample-texts.ts';
import { runs } from '../../support/suite.ts';
import { listsInMemory } from './lists-in-memory.ts';

const person = (publicName: 'full' | 'initials' | 'withheld') =>
  aConfirmedSignOn({ signed: someDetails({ name: 'Ana María Ruiz-Peña', city: 'Harbor City', publicName }) });

describe('a signatory as the public sees it', () => {
  test('is an organization with only its own data, and nothing of the person who signed for it', () => {
    const signed = organizationDetails('Harbor Families', { name: 'Ana Ruiz', title: 'Director' });
    const shown = JSON.stringify(signatoryOf(aConfirmedSignOn({ kind: 'organization', signed }), null));
    expect(shown).toContain('Harbor Families');
    for (const hidden of ['Ana', 'Director', 'ana@example.org', 'nonce']) expect(shown).not.toContain(hidden);
  });

  test('is a person exactly as they chose to be shown', () => {
    expect(signatoryOf(person('full'), null)).toMatchObject({
      name: 'Ana María Ruiz-Peña',
      city: 'Harbor City',
    });
    expect(signatoryOf(person('initials'), null).name).toBe('A. M. R. P.');
    const { name, city } = signatoryOf(person('withheld'), null);
    expect([name, city]).toEqual([undefined, undefined]);
  });
});

const idOf = (index: number): string => index.toString(16).padStart(32, '0');

const standingOrganization = (name: string, more = {}, index = 0): ListEntry => ({
  signOn: aConfirmedSignOn({
    kind: 'organization',
    id: idOf(index),
    signed: organizationDetails(name, more),
  }),
  addedOn: null,
});

type Options = Pick<Settings, 'list' | 'language'> & Partial<ListOptions>;

const listOf = (standing: ListEntry[], options: Options): Promise<SignatoryList> =>
  listSignatories(stream(standing), {
    released: standing.length,
    asOf: '2026-12-02T15:00:00.000Z',
    ...options,
  });

async function* stream(standing: ListEntry[]): AsyncGenerator<ListEntry> {
  yield* standing;
}

const pagesOf = (list: SignatoryList): Promise<SignatoryLists[]> =>
  Promise.all(Array.from({ length: list.pageCount }, (_, index) => list.page(index + 1)));

const namesOf = (groups: SignatoryGroup[]) =>
  groups.map(({ signatories }) => signatories.map(({ name }) => name));

describe('the list of signatories', () => {
  test('has leads first in the campaign’s order, and all others in the language’s order', async () => {
    const standing = ['Zebra Fund', 'Écluse', 'Dock 10', 'Dock 9', 'Alpha Lead', 'Beta Lead'].map((name) =>
      standingOrganization(name),
    );
    const list = { groupBy: 'none' as const, leads: ['The Beta Lead, Inc.', 'Alpha Lead', 'Never Signed'] };
    const whole = await (await listOf(standing, { list, language: 'en' })).all(100);
    expect(namesOf(whole?.organizations.groups ?? [])).toEqual([
      ['Beta Lead', 'Alpha Lead', 'Dock 9', 'Dock 10', 'Écluse', 'Zebra Fund'],
    ]);
  });

  test('sorts by first letter and number, whatever stands before it', async () => {
    const names = [
      'ʻĀina First',
      'Alto',
      '“Hope” Center',
      'Heron Fund',
      'Horizon',
      '¡Venceremos!',
      'Unidos',
      'Vía Libre',
    ];
    const numbers = [
      '#4 Block Club',
      '9to5',
      '350 Harbor',
      '1,000 Trees',
      '1.001 Voces',
      'The Pier',
      'Thousand Oaks',
    ];
    const listed = async (all: string[]) => {
      const list = await listOf(
        all.map((name, index) => standingOrganization(name, {}, index)),
        { list: { groupBy: 'none', leads: [] }, language: 'en' },
      );
      return namesOf((await list.all(100))?.organizations.groups ?? []).flat();
    };
    expect(await listed(names.toReversed())).toEqual([
      ...[
        'ʻĀina First',
        'Alto',
        'Heron Fund',
        '“Hope” Center',
        'Horizon',
        'Unidos',
        '¡Venceremos!',
        'Vía Libre',
      ],
    ]);
    expect(await listed(numbers.toReversed())).toEqual(numbers);
    expect(await listed(['Hawaiʻi Kai', 'Hawaii Island', 'Hawaiian Reef'])).toEqual([
      ...['Hawaii Island', 'Hawaiʻi Kai', 'Hawaiian Reef'],
    ]);
    expect(await listed(['***', 'Zebra', '(Un)Common', '…And Harbor'])).toEqual([
      ...['***', '…And Harbor', '(Un)Common', 'Zebra'],
    ]);
  });

  test('has one heading for each region, however signers wrote it', async () => {
    const typed: [region: string, country?: string][] = [
      ['NY'],
      ['New York'],
      ['N.Y.'],
      ['ny'],
      ['D.C.'],
      ['DC'],
      ['Washington, D.C.'],
      ['QC', 'CA'],
      ['Québec', 'CA'],
      ['N.L.', 'MX'],
      ['Nuevo León', 'MX'],
      ['ile-de-france', 'FR'],
      ['Île-de-France', 'FR'],
      ['Ile de France', 'FR'],
    ];
    const standing = typed.map(([region, country], index) =>
      standingOrganization(`Group ${index}`, { region, country }, index),
    );
    const list = await listOf(standing, { list: { groupBy: 'region', leads: [] }, language: 'en' });
    expect(
      (await list.all(100))?.organizations.groups.map(({ heading, signatories }) => [
        heading,
        signatories.length,
      ]),
    ).toEqual([
      ['District of Columbia', 3],
      ['Île-de-France', 3],
      ['New York', 4],
      ['Nuevo León', 2],
      ['Quebec', 2],
    ]);
  });

  test('is grouped by scope from national to local, and those without one are last', async () => {
    const standing = [
      standingOrganization('A', { scope: undefined }),
      standingOrganization('B', { scope: 'local' }),
      standingOrganization('C', { scope: 'national' }),
    ];
    const list = { groupBy: 'scope' as const, leads: [] };
    const whole = await (await listOf(standing, { list, language: 'en' })).all(100);
    expect(whole?.organizations.groups.map(({ heading, isRest }) => [heading, isRest])).toEqual([
      ['national', undefined],
      ['local', undefined],
      [undefined, true],
    ]);
  });

  test('is split into pages if it has more names than allowed', async () => {
    const standing = ['A', 'B', 'C'].map((name, index) => standingOrganization(name, {}, index));
    const list = await listOf(standing, { list: { groupBy: 'none', leads: [] }, language: 'en' });
    expect(await list.all(2)).toBeUndefined();
    expect((await list.all(3))?.organizations.groups[0]?.signatories).toHaveLength(3);
  });

  test('without names is one empty page', async () => {
    const list = await listOf([], { list: { groupBy: 'none', leads: [] }, language: 'en' });
    expect(list.pageCount).toBe(1);
    expect((await pagesOf(list)).map(({ organizations }) => organizations)).toEqual([
      { count: 0, groups: [] },
    ]);
  });

  test('holds each organization once, even if the table held it twice', () => {
    const signed = organizationDetails('Harbor Families');
    const first = aConfirmedSignOn({ kind: 'organization', signed });
    const isFirst = firstOfEachOrganization();
    const ana = aConfirmedSignOn();
    expect([first, { ...first, id: idOf(1) }, ana, ana].map(isFirst)).toEqual([true, false, true, true]);
  });

  test('recognizes each of very many organizations once', () => {
    const isFirst = firstOfEachOrganization();
    const signOns = Array.from({ length: 20_000 }, (_, index) => ({
      kind: 'organization' as const,
      organizationKey: `1:organization ${index}`,
    }));
    expect(signOns.every(isFirst)).toBe(true);
    expect(signOns.some(isFirst)).toBe(false);
  });
});

/** Few different names, regions and minutes, so that all kinds of ties come about. */
const anyName = fc.oneof(
  fc.constantFrom('Ana', 'ana', 'Écluse', 'Ecluse', 'Ñandú', 'Nandu', 'Dock 9', 'Dock 10', 'Ω', 'Zebra\n'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter((name) => name.trim() !== ''),
);
const anyPlace = {
  region: fc.option(fc.constantFrom('Oregon', 'Ñuble', 'Ore.', 'Ávila'), { nil: undefined }),
  country: fc.option(fc.constantFrom('US', 'MX'), { nil: undefined }),
};
const anyStanding: fc.Arbitrary<ListEntry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('organization' as const, 'individual' as const),
      name: anyName,
      scope: fc.option(fc.constantFrom('national' as const, 'state' as const, 'local' as const), {
        nil: undefined,
      }),
      publicName: fc.constantFrom('full' as const, 'initials' as const, 'withheld' as const),
      minute: fc.integer({ min: 10, max: 12 }),
      addedOn: fc.constantFrom(null, null, '2026-12-05'),
      ...anyPlace,
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ kind, name, scope, publicName, region, country, minute, addedOn }, index) => ({
      signOn: aConfirmedSignOn({
        kind,
        id: idOf(index),
        confirmedAt: `2026-11-01T12:${minute}:00.000Z`,
        signed:
          kind === 'organization'
            ? organizationDetails(name, { scope, region, country })
            : someDetails({ name, publicName, region, country }),
      }),
      addedOn,
    })),
  );
const anyOptions = fc.record({
  list: fc.record({
    groupBy: fc.constantFrom('none' as const, 'scope' as const, 'region' as const),
    leads: fc.uniqueArray(fc.constantFrom('Ecluse', 'The Zebra, Inc.', 'Ω', 'Nobody'), { maxLength: 3 }),
  }),
  language: fc.constantFrom(...languages),
});

describe('A list of any length', () => {
  const anyList = [anyStanding, anyOptions, fc.integer({ min: 1, max: 9 })] as const;

  test('is what the simplest algorithm makes in memory', async () => {
    await fc.assert(
      fc.asyncProperty(...anyList, async (standing, options, pageSize) => {
        const list = await listOf(standing, { ...options, pageSize });
        const whole = await list.all(1000);
        const { organizations, individuals } = listsInMemory(standing, options);
        expect({ organizations: whole?.organizations, individuals: whole?.individuals }).toEqual({
          organizations,
          individuals,
        });
        const countries = [
          ...organizations.groups.flatMap(({ signatories }) => signatories),
          ...individuals.named,
        ]
          .map(({ country }) => country)
          .filter((country) => country !== undefined);
        expect(whole?.isInternational).toBe(new Set(countries).size > 1);
        const joined = standing.filter(({ addedOn }) => addedOn !== null).length;
        expect(whole?.withdrawnSince).toBe(joined);
      }),
      { numRuns: runs(200) },
    );
  });

  test('has full pages except the last, which together say what one page would', async () => {
    await fc.assert(
      fc.asyncProperty(...anyList, async (standing, options, pageSize) => {
        const list = await listOf(standing, { ...options, pageSize });
        const pages = await pagesOf(list);
        const whole = await list.all(1000);
        const sizes = pages.map(
          ({ organizations, individuals }) =>
            namesOf(organizations.groups).flat().length + individuals.named.length,
        );
        expect(sizes.slice(0, -1).every((size) => size === pageSize)).toBe(true);
        expect(pages).toHaveLength(list.pageCount);
        expect(pages.flatMap(({ individuals }) => individuals.named)).toEqual(whole?.individuals.named);
        // Who reads page after page reads each heading once, and the numbers of the whole on each page.
        expect(rejoined(pages.flatMap(({ organizations }) => organizations.groups))).toEqual(
          whole?.organizations.groups,
        );
        for (const { organizations, individuals } of pages)
          expect([organizations.count, individuals.count, individuals.withheld]).toEqual([
            whole?.organizations.count,
            whole?.individuals.count,
            whole?.individuals.withheld,
          ]);
        const pieces: string[] = [];
        const text = letterTextWithNames(aLetter({}, options.language), list, options.language);
        for await (const piece of textPieces(text, list)) pieces.push(piece);
        expect(pieces.join('')).toBe(
          whole && letterText(aLetter({}, options.language), whole, options.language),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});

function rejoined(groups: SignatoryGroup[]): SignatoryGroup[] {
  const all: SignatoryGroup[] = [];
  for (const { isContinued, ...group } of groups) {
    const last = all.at(-1);
    if (isContinued && last) last.signatories.push(...group.signatories);
    else all.push({ ...group, signatories: [...group.signatories] });
  }
  return all;
}
