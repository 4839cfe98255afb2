import { expect, test } from '@jest/globals';
import { pathPattern } from '../../../local/edge/path-pattern.ts';

test.each([
  ['/api/*', '/api/sign-ons/x', true],
  ['api/*', '/api/', true],
  ['/api/*', '/api', false],
  ['*.pdf', '/harbor-trees/letter.pdf', true],
  ['*.pdf', '/letterXpdf', false],
  ['/a?c', '/abc', true],
  ['/a?c', '/abbc', false],
])('The path pattern %s and %s: %s', (pattern, path, fits) => {
  expect(pathPattern(pattern)(path)).toBe(fits);
});
