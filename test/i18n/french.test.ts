import { describe, expect, test } from '@jest/globals';
import { campaignKeys } from '../../shared/campaign-folder/campaign-keys.ts';
import { translatedLetterKeys } from '../../shared/campaign-folder/letter-source.ts';
import { releaseKeys } from '../../shared/campaign-folder/release-source.ts';
import { consoleFr } from '../../shared/i18n/console/fr.ts';
import { longTime } from '../../shared/i18n/formats.ts';
import { fr } from '../../shared/i18n/fr.ts';
import { sampleMails } from '../support/sample-mails.ts';
import { sampleMistakes } from '../support/sample-mistakes.ts';

/** Every text, by its path; functions are called with a title, and with numbers that are neither one nor zero. */
function written(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [
      ['Titre', 'Titre', 'Titre'],
      [2, 3, 4],
    ].flatMap((given) => written(value(...given), path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => written(inner, `${path}.${key}`));
}

const { writing, ...site } = fr;
const texts = [...written(site, 'site'), ...written(consoleFr, 'console')];
const textsWith = (mark: RegExp): string[] =>
  texts.filter(([, text]) => mark.test(text)).map(([path, text]) => `${path}: ${text}`);

describe('French texts', () => {
  test('have a no-break space before : ; ? ! » and after «', () => {
    expect(texts.length).toBeGreaterThan(900);
    const addresses = /https?:|\?source=|"confirm":|(?<=\d):(?=\d)/g;
    const bad = texts
      .map(([path, text]) => [path, text.replace(addresses, '')] as const)
      .filter(([, text]) => /[^\u00a0][:;?!»]|«[^\u00a0]/.test(text));
    expect(bad).toEqual([]);
  });

  test('have it also in mails, between a label and its value', () => {
    const lines = Object.values(sampleMails('fr')).flatMap(({ text }) => text.split('\n'));
    expect(lines.filter((line) => /\p{L}[:;](\s|$)/u.test(line))).toEqual([]);
  });

  test('have one between a number and what it counts', () => {
    expect(textsWith(/\d (jour|minute|heure|Ko)/)).toEqual([]);
  });

  test('have French quotation marks around what a stranger typed, in mails to organizers', () => {
    const { text = '' } = sampleMails('fr')['notice-review-waiting'] ?? {};
    expect(text).toContain('• «\u00a0Harbor Families\u00a0» – ');
    expect(text).not.toMatch(/[“”]/);
  });

  test('have the time as French writes it, with the time zone behind it', () => {
    const time = (instant: string) => longTime('fr', 'America/New_York', instant);
    expect(time('2026-12-01T15:00:00.000Z')).toBe('1er décembre 2026 à 10\u00a0h, heure de l’Est');
    expect(time('2026-12-02T14:05:00.000Z')).toBe('2 décembre 2026 à 9\u00a0h\u00a005, heure de l’Est');
    expect(time('2026-12-02T05:00:00.000Z')).toBe('2 décembre 2026 à 0\u00a0h, heure de l’Est');
  });

  test('name both kinds of signers with “de”', () => {
    expect(fr.mails.letter.lead('Coalition', 171, 20)).toContain('de 171 organisations et de 20 personnes.');
    expect(fr.mails.letter.lead('Coalition', 0, 20)).toContain('de 20 personnes.');
  });

  test('have it also in mistakes in files, except in what is written in a file', async () => {
    const guides = [campaignKeys, translatedLetterKeys, releaseKeys];
    const keys = guides.flatMap(({ examples }) => Object.keys(examples)).map((key) => key.split('.').at(-1));
    const names = [...keys, 'https?', 'mailto', 'tel', 'javascript', 'plural', 'over'].join('|');
    const inFiles = new RegExp(`"[^"]*"|(?<!\\p{L})(?:${names.replaceAll('[]', '')}):|par !|\\d:\\d`, 'gu');
    const bad = (await sampleMistakes('fr'))
      .map((text) => text.replace(inFiles, ''))
      .filter((text) => /[^\u00a0][:;?!»]|«[^\u00a0]|\p{L}'\p{L}/u.test(text));
    expect(bad).toEqual([]);
  });

  test('have curly apostrophes and French quotation marks', () => {
    expect(textsWith(/'|[“”]/)).toEqual([]);
  });

  test('say one word for one thing', () => {
    expect(textsWith(/(?<!\p{L})(e-?mail|mail|newsletter|pétition)s?(?!\p{L})/iu)).toEqual([
      expect.stringContaining('console.importing.lead: '),
    ]);
  });

  test('say “vous”', () => {
    expect(textsWith(/(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu)).toEqual([]);
  });
});
