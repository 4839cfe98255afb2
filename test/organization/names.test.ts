import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { bucketsOf } from '../../shared/organization/buckets.ts';
import { compareNames } from '../../shared/organization/compare.ts';
import { comparisonForms } from '../../shared/organization/comparison-forms.ts';
import { minSimilarity, similarity } from '../../shared/organization/look-alike.ts';

const pairsSchema = z.array(
  z.object({
    label: z.enum(['same', 'different']),
    first: z.string(),
    second: z.string(),
    about: z.string(),
  }),
);

/** Characters that nobody would see are written as `\u{200B}`. */
const withCharacters = (text: string): string =>
  text.replace(/\\u\{([0-9A-F]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));

/** The labels were written before the rules were tried. */
const pairs = pairsSchema
  .parse(
    parse(readFileSync(new URL('../sign-on/organization-names.csv', import.meta.url)), { columns: true }),
  )
  .map(({ label, first, second, about }) => {
    const [one, other] = [withCharacters(first), withCharacters(second)];
    return { label, one, other, about, ...compareNames(one, other) };
  });
const shown = ({ one, other, about }: { one: string; other: string; about: string }): string =>
  `${one} | ${other} (${about})`;

const same = pairs.filter(({ label }) => label === 'same');
const different = pairs.filter(({ label }) => label === 'different');

test('the file of labelled pairs is not cut: it has 500 at least, 200 of each label', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(500);
  expect(Math.min(same.length, different.length)).toBeGreaterThanOrEqual(200);
});

test('no two organizations are merged', () => {
  expect(different.filter((pair) => pair.same).map(shown)).toEqual([]);
});

test('at least 95 % of those that are one are seen as one or shown as similar', () => {
  const missed = same.filter((pair) => !pair.similar);
  if (missed.length / same.length > 0.05) expect(missed.map(shown)).toEqual([]);
});

test('at most a fifth of those that are two are shown as similar', () => {
  const similar = different.filter((pair) => pair.similar);
  if (similar.length / different.length > 0.2) expect(similar.map(shown)).toEqual([]);
});

/** Whether a search for one name finds the other. */
function isFound(one: string, other: string): boolean {
  const buckets = bucketsOf(comparisonForms(other));
  return bucketsOf(comparisonForms(one)).some(({ bucket, lookAt }) =>
    buckets.some((each) => each.bucket === bucket && each.sort.startsWith(lookAt)),
  );
}

test('a search finds at least 95 % of those that are one and have two keys', () => {
  const wanted = same.filter((pair) => !pair.same);
  const missed = wanted.filter(({ one, other }) => !isFound(one, other));
  if (missed.length / wanted.length > 0.05) expect(missed.map(shown)).toEqual([]);
});

/** A name with one typing error: a letter left out, doubled, exchanged with the next or replaced, or a space. */
const misspellings = (name: string): string[] =>
  [...name].flatMap((letter, at) => {
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    const swapped = after === '' ? [] : [`${before}${after[0]}${letter}${after.slice(1)}`];
    const replaced = [...'aetn'].map((other) => before + other + after);
    return [
      before + after,
      before + letter + letter + after,
      `${before} ${letter}${after}`,
      ...swapped,
      ...replaced,
    ];
  });

test('a search finds at least 99 % of the names with one typing error that look alike', () => {
  const names = [...new Set(same.map(({ one }) => one))].filter((name) => /^[ -~]{12,}$/.test(name));
  const wanted = names
    .filter((_, at) => at % 8 === 0)
    .flatMap((name) => misspellings(name).map((typed) => ({ name, typed })))
    .filter((_, at) => at % 5 === 0)
    .filter(({ name, typed }) => {
      const comparison = compareNames(name, typed);
      return comparison.similar && !comparison.same;
    });
  const missed = wanted.filter(({ name, typed }) => !isFound(name, typed) || !isFound(typed, name));
  expect(wanted.length).toBeGreaterThan(500);
  if (missed.length / wanted.length > 0.01)
    expect(missed.map(({ name, typed }) => `${name} | ${typed}`)).toEqual([]);
});

/** Whether a search for one name finds the other by those of its forms that it reads. */
function isFoundByForms(one: string, other: string): boolean {
  const forms = comparisonForms(one);
  const buckets = bucketsOf(comparisonForms(other));
  const read = bucketsOf(forms).flatMap(({ bucket, lookAt }) =>
    buckets.filter((each) => each.bucket === bucket && each.sort.startsWith(lookAt)),
  );
  return (
    similarity(
      forms,
      read.map(({ form }) => form),
    ).score >= minSimilarity
  );
}

/** A name with one letter left out or replaced by a consonant. */
const wrongLetters = (name: string): string[] =>
  [...name].flatMap((letter, at) =>
    /[a-z]/i.test(letter)
      ? ['', ...'bdgkmnprtz'].map((other) => name.slice(0, at) + other + name.slice(at + 1))
      : [],
  );

test.each([
  ['Pier Readers (Lectores del Muelle)', ['Pier Readers', 'Lectores del Muelle']],
  [
    'Riverbend Tenants Union (Sindicato de Inquilinos)',
    ['Riverbend Tenants Union', 'Sindicato de Inquilinos'],
  ],
  ['Harbor Kitchen LLC d/b/a Dockside Meals', ['Harbor Kitchen', 'Dockside Meals']],
  [
    'Shoreline Water Protectors, formerly Sandpiper Stewards',
    ['Shoreline Water Protectors', 'Sandpiper Stewards'],
  ],
  ['Pan Para Todos / Bread for All', ['Pan Para Todos', 'Bread for All']],
])('one wrong letter in either name of %s, or in both together, hides it from no search', (name, names) => {
  const typed = [...names, names.join(' '), name].flatMap(wrongLetters).filter((each) => {
    const comparison = compareNames(name, each);
    return comparison.similar && !comparison.same;
  });
  const missed = typed.filter((each) => !isFoundByForms(each, name) || !isFoundByForms(name, each));
  expect(typed.length).toBeGreaterThan(50);
  // "Hambor" looks like a misspelled "Member", which says nothing of a name.
  if (missed.length / typed.length > 0.01) expect(missed).toEqual([]);
});
