import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { consolePolicy, consolePolicyOfHeader } from '../../shared/console/pages/console-policy.ts';
import { consoleScript } from '../../shared/console/pages/console-script.ts';
import { consoleStylesheet } from '../../shared/console/pages/console-style.ts';
import { consoleEn } from '../../shared/i18n/console/en.ts';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import { type Language, languages } from '../../shared/i18n/language.ts';
import { sampleConsolePages } from '../support/sample-console.ts';
import { testedLanguages } from '../support/suite.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Many boxes have one name: each that is ticked is one of the sign-ons that are decided.
  rules: { 'long-title': 'off', 'void-style': 'off', 'form-dup-name': 'off' },
});

const pages = testedLanguages.flatMap((language) =>
  Object.entries(sampleConsolePages(language)).map(([name, html]) => ({
    name: `${name} (${language})`,
    language,
    html,
  })),
);

describe.each(pages)('the console page $name', ({ html, language }) => {
  test('is valid HTML in its language, with its own heading', async () => {
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ message, selector }) => `${message} ${selector}`)),
    ).toEqual([]);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('allows its own stylesheet and script, and nothing else', () => {
    const hash = (source = '') => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
    const [policy = ''] = /(?<=Policy" content=")[^"]+/.exec(html) ?? [];
    expect(policy).toContain(`style-src ${hash(/<style>(.*?)<\/style>/s.exec(html)?.[1])};`);
    expect(policy).toContain(`script-src ${hash(/<script>([^<]*)<\/script>/.exec(html)?.[1])};`);
    const markup = html.replace(/<script>[^<]*<\/script>/g, '');
    expect(markup).not.toMatch(/<script|<iframe|\sstyle=|\son\w+=|javascript:/i);
  });

  test('shows no undefined, null or object, and is small', () => {
    expect(html).not.toMatch(/undefined|\bnull\b|\[object|NaN|Invalid Date/);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60 * 1024);
  });
});

describe('the console’s policy, stylesheet and script', () => {
  test('block foreign scripts, foreign forms and a changed base', () => {
    for (const policy of [consolePolicy, consolePolicyOfHeader]) {
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("form-action 'self'; base-uri 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  test('allow the typefaces that the stylesheet names', () => {
    expect(consoleStylesheet).toContain('@font-face');
    for (const policy of [consolePolicy, consolePolicyOfHeader]) expect(policy).toContain("font-src 'self'");
  });

  test('contain nothing that the renderer would escape', () => {
    expect(consoleStylesheet).not.toMatch(/["&<]/);
    expect(consoleScript).not.toMatch(/[&<]/);
  });
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const leavesOf = (holder: Record<string, unknown>, under = ''): [path: string, value: unknown][] =>
  Object.entries(holder).flatMap(([key, value]) => {
    const path = under ? `${under}.${key}` : key;
    return isRecord(value) ? leavesOf(value, path) : [[path, value]];
  });

const written = (value: unknown): string => {
  const result: unknown = typeof value === 'function' ? value(2, 3) : value;
  return Array.isArray(result) ? result.join('\n') : String(result);
};

describe('the texts of the console', () => {
  const english = new Map(leavesOf(consoleEn));
  /** Words that a language shares with English. */
  const alike: Partial<Record<Language, readonly string[]>> = {
    es: ['log.terminal'],
    fr: [
      'log.about',
      'log.terminal',
      'overview.press.kinds.correction',
      'overview.publication',
      'settings.page',
      'signOns.title',
      'site.name',
      'tabs.signOns',
      'texts.preview.page',
      'texts.preview.pdf',
    ],
  };

  test.each(languages.filter((language) => language !== 'en'))(
    'are all there in %s, and said anew',
    (language) => {
      const translated = new Map(leavesOf(consoleTexts(language)));
      expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
      const same = [...english].filter(([path, value]) => written(value) === written(translated.get(path)));
      expect(same.map(([path]) => path).sort()).toEqual(alike[language] ?? []);
    },
  );

  test.each(languages)('have no empty text and none with spaces at its ends, in %s', (language) => {
    for (const [path, value] of leavesOf(consoleTexts(language)))
      expect({ path, text: written(value) }).toEqual({ path, text: expect.stringMatching(/^\S[\s\S]*\S$/) });
  });
});
