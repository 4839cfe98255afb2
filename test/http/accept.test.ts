import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { preferredLanguage, prefersHtml } from '../../shared/http/content-negotiation.ts';

describe('a request that prefers HTML', () => {
  test.each([
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'],
    ['HTML level with anything', 'text/html, */*'],
    ['HTML level with JSON', 'application/json, text/html'],
    ['HTML before JSON', 'application/json;q=0.8, text/html;q=0.9'],
    ['any text', 'text/*'],
    ['any text level with JSON', 'text/*;q=0.5, application/json;q=0.5'],
    ['HTML with a parameter', 'text/html;charset=utf-8'],
    ['capitals and spaces', ' Text/HTML ; Q=1.0 , */* ; q=0.1'],
    ['the best of two weights', 'text/html;q=0.1, text/html;q=0.9, application/json;q=0.5'],
    ['JSON behind HTML, though anything is taken', 'text/html;q=0.5, application/json;q=0.2, */*;q=0.6'],
    ['JSON refused', 'text/html;q=0.1, application/json;q=0, */*;q=0.05'],
  ])('%s', (_, accept) => {
    expect(prefersHtml(accept)).toBe(true);
  });

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['anything', '*/*'],
    ['JSON', 'application/json'],
    ['a library that names JSON and takes the rest', 'application/json, text/plain, */*'],
    ['HTML behind JSON', 'text/html;q=0.9, application/json'],
    ['HTML behind problems', 'text/html;q=0.9, application/problem+json'],
    ['HTML behind anything', 'text/html;q=0.5, */*'],
    ['HTML behind any application type', 'text/html;q=0.5, application/*;q=0.6'],
    ['HTML refused', 'text/html;q=0, */*'],
    ['HTML refused though any text is taken', 'text/html;q=0, text/*'],
    ['a weight that is no number', 'text/html;q=high'],
    ['an empty weight', 'text/html;q='],
    ['images alone', 'image/png'],
  ])('a request that does not prefer HTML: %s', (_, accept) => {
    expect(prefersHtml(accept)).toBe(false);
  });

  test('any header gives one or the other', () => {
    fc.assert(fc.property(fc.string(), (accept) => typeof prefersHtml(accept) === 'boolean'));
  });
});

describe('the language of a problem without a campaign', () => {
  test.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,en;q=0.9,es;q=0.8', 'en'],
    ['fr, es;q=0.2', 'fr'],
    ['de, es;q=0.2', 'es'],
    ['de', 'en'],
    ['*', 'en'],
    ['es;q=0', 'en'],
    [undefined, 'en'],
  ])('%s: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test('is the one given where the header names none', () => {
    for (const header of ['de', '*', undefined]) expect(preferredLanguage(header, 'es')).toBe('es');
    expect(preferredLanguage('en', 'es')).toBe('en');
  });
});
