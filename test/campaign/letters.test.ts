import { describe, expect, test } from '@jest/globals';
import {
  afterAskingAgain,
  afterEditorialChange,
  hasAgreed,
  isLetterChanged,
  shownLetterHash,
} from '../../shared/campaign/letter-hashes.ts';

const letters = { current: { en: 'B', es: 'C' }, accepted: ['A', 'B', 'C'] };

describe('the letter that somebody is shown', () => {
  test('is that of their language, else the campaign’s own', () => {
    expect(shownLetterHash(letters, 'es', 'en')).toBe('C');
    expect(shownLetterHash({ ...letters, current: { en: 'B' } }, 'es', 'en')).toBe('B');
    expect(shownLetterHash(undefined, 'es', 'en')).toBeUndefined();
  });

  test('is changed by other words or by being taken away, not by a new translation', () => {
    expect(isLetterChanged({ en: 'A' }, { en: 'B' })).toBe(true);
    expect(isLetterChanged({ en: 'A', es: 'C' }, { en: 'A' })).toBe(true);
    expect(isLetterChanged({ en: 'A' }, { en: 'A', es: 'C' })).toBe(false);
    expect(isLetterChanged({}, { en: 'A' })).toBe(false);
  });
});

describe('whoever agreed', () => {
  test('to the letter, or to what it was before editorial changes, agrees to it', () => {
    expect(hasAgreed(letters, 'A')).toBe(true);
    expect(hasAgreed(letters, 'X')).toBe(false);
    expect(hasAgreed(afterEditorialChange(letters, { en: 'D' }), 'C')).toBe(true);
  });

  test('before hashes were kept agrees until everybody is asked again, an editorial change later, too', () => {
    expect(hasAgreed(undefined, undefined)).toBe(true);
    expect(hasAgreed(letters, undefined)).toBe(true);
    const askedAgain = { ...letters, askedAgainAt: '2026-11-05T12:00:00.000Z' };
    expect(hasAgreed(askedAgain, undefined)).toBe(false);
    expect(hasAgreed(afterEditorialChange(askedAgain, { en: 'D' }), undefined)).toBe(false);
  });

  test('to a letter that says something else now is to be asked, and whoever read another language is not', () => {
    const at = '2026-11-05T12:00:00.000Z';
    const edited = afterEditorialChange(afterEditorialChange(undefined, { en: 'A', es: 'C' }), {
      en: 'B',
      es: 'D',
    });
    const askedAgain = afterAskingAgain(edited, { en: 'B', es: 'E' }, at);
    expect(['A', 'B', 'C', 'D', 'E'].filter((hash) => hasAgreed(askedAgain, hash))).toEqual(['A', 'B', 'E']);
    expect(askedAgain.askedAgainAt).toBe(at);
    const again = afterAskingAgain(
      afterEditorialChange(askedAgain, { en: 'B', es: 'F' }),
      { en: 'G', es: 'F' },
      at,
    );
    expect(again.accepted.toSorted()).toEqual(['E', 'F', 'G']);
  });
});
