import { expect, test } from '@jest/globals';
import { languages } from '../../shared/i18n/language.ts';
import { siteOf } from '../../shared/sign-on/same-website.ts';

test.each([
  ['https://harbor.example', 'http://www.harbor.example/'],
  ['harbor.example', 'https://HARBOR.example/index.html'],
  ['harbor.example/Chapter/', 'harbor.example/chapter'],
  ['harbor.example/?utm_source=x', 'harbor.example'],
  ['harbor.example/?x=1', 'harbor.example'],
  ['harbor.example/index.html?x=1#y', 'harbor.example'],
  ['https://harbor.example:8443/', 'harbor.example'],
  ['pages.example/profile.php?id=1', 'www.pages.example/profile.php?id=1'],
  ['www2.harbor.example', 'harbor.example'],
  ['m.harbor.example', 'www.harbor.example'],
  ['www.www.harbor.example', 'harbor.example'],
  ['harbor.example/home', 'harbor.example'],
  ['harbor.example/home/', 'harbor.example'],
  ['harbor.example/en/', 'harbor.example/es/inicio'],
  ['harbor.example/en/home/', 'harbor.example/index.html/'],
  ...languages.map((language) => [`harbor.example/${language}`, 'harbor.example']),
  ['harbor.example/default.aspx', 'harbor.example'],
  ['harbor.example/%69ndex.html', 'harbor.example'],
  ['harbor.example//chapter', 'harbor.example/chapter'],
  ['harbor.example/%63hapter', 'harbor.example/chapter'],
  ['sites.google.com/view/harbor/home/', 'sites.google.com/view/harbor'],
  ['harbor.example/chapter?gad_source=1&msclkid=2', 'harbor.example/chapter'],
  ['fb.com/harbor', 'https://www.facebook.com/Harbor/?locale=es_LA'],
  ['mobile.twitter.com/harbor?s=20', 'x.com/harbor'],
  ['instagram.com/harbor/?hl=en&igsh=x', 'instagram.com/harbor'],
])('%s and %s are the same', (one, other) => {
  expect(siteOf(one)).toBeDefined();
  expect(siteOf(one)).toBe(siteOf(other));
});

test.each([
  ['org-1.example.org', 'org-2.example.org'],
  ['denver.harbor.example', 'harbor.example'],
  ['harbor.example/denver', 'harbor.example/albany'],
  ['harbor.example/denver', 'harbor.example'],
  ['pages.example/profile.php?id=1', 'pages.example/profile.php?id=2'],
  ['facebook.com/profile.php?id=1&sk=x', 'facebook.com/profile.php?id=2'],
  ['harbor.example', 'harbor.test'],
  ['m.example', 'mobile.example'],
  ['harbor.example/en/denver', 'harbor.example/en'],
  ['harbor.example/homes', 'harbor.example'],
  ['school.example/o/home', 'school.example/o'],
  ['harbor.example/a%2Fb', 'harbor.example/a/b'],
])('%j and %j are different', (one, other) => {
  expect(siteOf(one)).not.toBe(siteOf(other));
});

test.each(['', 'javascript:alert(1)'])('%j is no website', (typed) => {
  expect(siteOf(typed)).toBeUndefined();
});
