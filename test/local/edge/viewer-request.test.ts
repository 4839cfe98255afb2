import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { newViewerRequestFunction } from '../../../local/edge/viewer-function.ts';

const run = newViewerRequestFunction(
  readFileSync(new URL('../../../infra/edge/viewer-request.js', import.meta.url), 'utf8'),
);
const answerFor = async (path: string, query = '') => {
  const result = await run({ method: 'GET', path, query, headers: {} });
  return 'answer' in result ? result.answer.headers.location : result.request.path;
};

test.each([
  ['/harbor-trees', '/harbor-trees/'],
  ['/Harbor-Trees/', '/harbor-trees/'],
  ['/HARBOR-TREES', '/harbor-trees/'],
  ['/Harbor-Trees/letter/', '/harbor-trees/letter/'],
  ['/harbor-trees/)', '/harbor-trees/'],
  ['/harbor-trees/).', '/harbor-trees/'],
  ['/harbor-trees)', '/harbor-trees/'],
  ['/harbor-trees.', '/harbor-trees/'],
  ['/harbor-trees/.', '/harbor-trees/'],
  ['/harbor-trees/%3E', '/harbor-trees/'],
  ['/harbor-trees/%E2%80%9D', '/harbor-trees/'],
  ['/harbor-trees/%C2%BB.', '/harbor-trees/'],
  ['/harbor-trees%20', '/harbor-trees/'],
  ['/harbor-trees/&gt;', '/harbor-trees/'],
  ['/harbor-trees/_', '/harbor-trees/'],
  ['/harbor-trees//', '/harbor-trees/'],
  ['/Harbor-Trees/es/,', '/harbor-trees/es/'],
  ['/HARBOR-TREES/ES/LETTER/', '/harbor-trees/es/letter/'],
  ['/harbor-trees/%E2%80%8B', '/harbor-trees/'],
  ['/harbor-trees%0A', '/harbor-trees/'],
  ['/harbor-trees%09/', '/harbor-trees/'],
  ['/harbor-trees/%E2%80%94', '/harbor-trees/'],
  ['/harbor-trees/%EF%BC%89', '/harbor-trees/'],
  ['/harbor-trees/%60', '/harbor-trees/'],
  ['/harbor-trees-', '/harbor-trees/'],
  ['/harbor-trees/&nbsp;', '/harbor-trees/'],
  ['/harbor-trees/%3C/a%3E', '/harbor-trees/'],
  ['/harbor-trees/">', '/harbor-trees/'],
  ['/harbor-trees/letter.pdf).', '/harbor-trees/letter.pdf'],
  ['/harbor-trees/letter.pdf/', '/harbor-trees/letter.pdf'],
  ['/Harbor-Trees/Letter.PDF', '/harbor-trees/letter.pdf'],
  ['/harbor-trees/signatories.csv,', '/harbor-trees/signatories.csv'],
  ['/harbor-trees/*', '/harbor-trees/'],
  ['/harbor-trees/%2A', '/harbor-trees/'],
  ['/harbor-trees/”', '/harbor-trees/'],
  ['/harbor-trees/&#39;', '/harbor-trees/'],
  ['/harbor-trees/%F0%9F%99%8F', '/harbor-trees/'],
  ['/harbor-trees/%20by%20Friday', '/harbor-trees/'],
  ["/harbor-trees's", '/harbor-trees/'],
  ['/harbor-trees/&utm_source=x', '/harbor-trees/'],
  ['/harbor-trees/%3Fsource=x', '/harbor-trees/'],
  ['/harbor-trees/%23sign-on', '/harbor-trees/'],
  ['/harbor-trees%2F', '/harbor-trees/'],
  ['/harbor%2Dtrees/', '/harbor-trees/'],
  ['//harbor-trees/', '/harbor-trees/'],
  ['/harbor-trees//letter/', '/harbor-trees/letter/'],
  ['/%20harbor-trees/', '/harbor-trees/'],
  ['/harbor-trees/index.html', '/harbor-trees/'],
  ['/harbor-trees/letter.html', '/harbor-trees/letter/'],
  ['/index.html', '/'],
])('%s leads to %s', async (typed, meant) => {
  expect(await answerFor(typed)).toBe(meant);
});

test.each([
  ['/', '/index.html'],
  ['/harbor-trees/', '/harbor-trees/index.html'],
  ['/harbor-trees/letter.pdf', '/harbor-trees/letter.pdf'],
  ['/harbor-trees/progress.json', '/harbor-trees/progress.json'],
  ['/assets/Logo-A1.png', '/assets/Logo-A1.png'],
  ['/harbor-trees/unknown.php', '/harbor-trees/unknown.php'],
  ['/robots.txt', '/robots.txt'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
])('%s is served from %s', async (path, file) => {
  expect(await answerFor(path)).toBe(file);
});

test('keeps the parameters of an address that it corrects, which say where a signer came from', async () => {
  expect(await answerFor('/Harbor-Trees', 'source=flyer&x=%20')).toBe('/harbor-trees/?source=flyer&x=%20');
});

test('nothing leads to another site', async () => {
  for (const path of [
    '//example.org',
    '//example.org/)',
    '///example.org//',
    '/\\example.org.',
    '//example.org/x.pdf)',
  ]) {
    const result = await run({ method: 'GET', path, query: '', headers: {} });
    expect('answer' in result).toBe(false);
  }
});
