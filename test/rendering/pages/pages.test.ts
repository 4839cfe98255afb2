import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { contentSecurityPolicy } from '../../../shared/rendering/pages/content-security-policy.ts';
import { stylesheet } from '../../../shared/rendering/pages/stylesheet.ts';
import { samplePages, untranslatedPages } from '../../support/sample-pages.ts';
import { testedLanguages } from '../../support/suite.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Campaigns choose their titles; phone numbers stay as they were typed, for copying; <br/> is as good as <br>.
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
  },
});

const pages = testedLanguages.flatMap((language) =>
  Object.entries({ ...samplePages(language), ...untranslatedPages(language) }).map(([name, html]) => ({
    name: `${name} (${language})`,
    language,
    html,
  })),
);

describe.each(pages)('the page $name', ({ html, language }) => {
  test('is valid HTML in its language', async () => {
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ message, selector }) => `${message} ${selector}`)),
    ).toEqual([]);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('allows its own stylesheet and, with the form and after it, its one script; nothing else', () => {
    const inPolicy = (source = '') => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
    const [policy = ''] = /(?<=Policy" content=")[^"]+/.exec(html) ?? [];
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1];
    expect(policy).toContain(`style-src ${inPolicy(style)};`);
    const script = /<script>([^<]*)<\/script>/.exec(html)?.[1];
    expect(script !== undefined).toBe(/name="emailChecked"|id="typed-address"/.test(html));
    expect(/script-src ([^;]+);/.exec(policy)?.[1]).toBe(script && inPolicy(script));
    const markup = html.replace(/<script(?: type="application\/ld\+json")?>[^<]*<\/script>/g, '');
    expect(markup).not.toMatch(/<script|<iframe|\sstyle=|\son\w+=|javascript:/i);
    expect(html.match(/<style/g)).toHaveLength(1);
  });

  test('shows no undefined, null or object', () => {
    expect(html).not.toMatch(/undefined|\bnull\b|\[object|NaN|Invalid Date/);
  });

  test('is light enough for a slow phone', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60 * 1024);
  });
});

describe('the policy and the stylesheet', () => {
  test('shut out scripts, foreign forms and a changed base', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
    expect(contentSecurityPolicy).toContain("form-action 'self'; base-uri 'none'");
    expect(contentSecurityPolicy).not.toContain('unsafe');
    expect(contentSecurityPolicy).not.toContain('script-src');
  });

  test('stay small and free of what the renderer would escape', () => {
    expect(Buffer.byteLength(stylesheet)).toBeLessThanOrEqual(18 * 1024);
    expect(stylesheet).not.toMatch(/["&<]/);
  });
});
