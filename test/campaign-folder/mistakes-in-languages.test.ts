import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mistakesEn } from '../../shared/i18n/mistakes/en.ts';
import { mistakeTexts } from '../../shared/i18n/mistakes/texts.ts';
import { leavesOf } from '../support/leaves.ts';
import { sampleMistakes } from '../support/sample-mistakes.ts';
import { otherLanguages } from '../support/suite.ts';

const asked = new Set<string>();
const leaves = leavesOf(mistakesEn);
let english: string[] = [];

beforeAll(async () => {
  for (const { path, holder, key, value } of leaves)
    Object.defineProperty(holder, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        asked.add(path);
        return value;
      },
    });
  english = await sampleMistakes('en');
});
afterAll(() => {
  for (const { holder, key, value } of leaves)
    Object.defineProperty(holder, key, { value, enumerable: true });
});

describe('mistakes in a campaign’s files', () => {
  test('are all among the samples', () => {
    // No text is known that passes the check and cannot be rendered. The reader is ready for one.
    const unknown = ['texts.notRendered'];
    expect(leaves.map(({ path }) => path).filter((path) => !asked.has(path))).toEqual(unknown);
  });

  test.each(otherLanguages)('have no sentence of English in %s', async (language) => {
    const translated = await sampleMistakes(language);
    expect(translated).toHaveLength(english.length);
    expect(translated.filter((text, index) => text === english[index])).toEqual([]);
  });

  test.each(otherLanguages)('of pictures are all said anew in %s', (language) => {
    const { problems } = mistakeTexts(language).logos;
    const own = leavesOf(problems(200));
    const same = leavesOf(mistakesEn.logos.problems(200)).filter(
      ({ value }, index) => value === own[index]?.value,
    );
    expect(same.map(({ path }) => path)).toEqual([]);
  });
});
