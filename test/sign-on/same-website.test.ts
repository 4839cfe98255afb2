import { expect, test } from '@jest/globals';
import { sameWebsite } from '../../shared/sign-on/same-website.ts';

test.each([
  ['https://harbor.example', 'http://www.harbor.example/'],
  ['harbor.example', 'https://HARBOR.example/index.html'],
  ['harbor.example/Chapter/', 'harbor.example/chapter'],
  ['harbor.example/?utm_source=x', 'harbor.example'],
  ['harbor.example/?x=1', 'harbor.example'],
  ['harbor.example/index.html?x=1#y', 'harbor.example'],
  ['https://harbor.example:8443/', 'harbor.example'],
  ['pages.example/profile.php?id=1', 'www.pages.example/profile.php?id=1'],
])('%s and %s are the same', (one, other) => {
  expect(sameWebsite(one, other)).toBe(true);
});

test.each([
  ['org-1.example.org', 'org-2.example.org'],
  ['denver.harbor.example', 'harbor.example'],
  ['harbor.example/denver', 'harbor.example/albany'],
  ['harbor.example/denver', 'harbor.example'],
  ['pages.example/profile.php?id=1', 'pages.example/profile.php?id=2'],
  ['harbor.example', 'harbor.test'],
  ['', ''],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('%j and %j are different', (one, other) => {
  expect(sameWebsite(one, other)).toBe(false);
});
