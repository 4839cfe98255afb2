import { createHash } from 'node:crypto';
import { type Language, languages } from '../../shared/i18n/language.ts';

/** Which suite runs. `npm test` takes samples of what `npm run test:long` runs in full. */
export const isLong = process.env.UNDERSIGNED_TEST_SUITE === 'long';

/** Whether tests of what is stored use DynamoDB Local instead of the store in memory. */
export const usesDynamoDb = process.env.UNDERSIGNED_TEST_STORE === 'dynamodb';

/** The seed of the samples: the date, or a seed in the environment that repeats a run. */
export const sampleSeed = process.env.UNDERSIGNED_TEST_SEED ?? new Date().toISOString().slice(0, 10);

/** How often a property is tried: a tenth of `inLong` in `npm test`, but at least fifty times. */
export const runs = (inLong: number): number =>
  isLong ? inLong : Math.min(inLong, Math.max(50, Math.ceil(inLong / 10)));

/**
 * A sample of `inShort` of these in `npm test`, in their order. The long suite takes all, or `inLong`. The sample
 * changes every day, and `UNDERSIGNED_TEST_SEED` repeats one.
 */
export function sampleOf<T>(all: readonly T[], inShort: number, inLong = all.length): T[] {
  const size = isLong ? inLong : inShort;
  if (all.length <= size) return [...all];
  const rank = (index: number): string =>
    createHash('sha256').update(`${sampleSeed} ${all.length} ${index}`).digest('hex');
  const ranked = all.map((_, index) => ({ index, rank: rank(index) }));
  const chosen = new Set(
    ranked
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, size)
      .map(({ index }) => index),
  );
  return all.filter((_, index) => chosen.has(index));
}

/** The languages other than English of which `npm test` looks at every page and mail: one, another on another day. */
export const otherLanguages: readonly Language[] = sampleOf(
  languages.filter((language) => language !== 'en'),
  1,
);

/** English, and the other languages of the day. */
export const testedLanguages: readonly Language[] = ['en', ...otherLanguages];
