import { expect, test } from '@jest/globals';
import { hasMixedScripts, withLatinLetters } from '../../shared/organization/confusables.ts';

test.each([
  ['Ηarbor', 'Harbor'],
  ['Ꮋarbor', 'Harbor'],
  ['ꓧarbor', 'Harbor'],
  ['Ⲏarbor', 'Harbor'],
  ['Hаrbоr', 'Harbor'],
  ['ТОР Неаrt', 'TOP Heart'],
  ['ｍ', 'ｍ'],
  ['🅷🅰🆁🅱🅾🆁', 'HARBOR'],
  ['🇭arbor', 'Harbor'],
  ['H∆rb○r', 'Harbor'],
  // Latin letters that look like others.
  ['Hɑrƀor Fɑmilies', 'Harbor Families'],
  ['Sɩerrɑ Cǀub', 'Sierra Club'],
  ['Ɑrɑb ɡɑrden', 'Arab garden'],
  ['ʜᴀʀʙᴏʀ', 'harbor'],
  ['Ƙungiyar Ɓagwai', 'Kungiyar Bagwai'],
])('%s looks like %s', (typed, latin) => {
  expect(withLatinLetters(typed)).toBe(latin);
});

test.each([
  ...['Друзья гавани', 'Φίλοι της Θάλασσας', 'みなとの友', 'جمعية أصدقاء', 'Niños del Puerto', 'Łąka'],
  ...['Yardım Vakfı', 'Gəncə Evi', 'Sjømannskirken', 'Þjóðkirkjan'],
])('%s stays as it is', (typed) => {
  expect(withLatinLetters(typed)).toBe(typed);
});

test.each([
  'Ηarbor Families',
  'Hаrbor',
  'ꓧarbor',
  'Ꮋarbor',
  'Ⲏarbor',
  'Друзья гaвани',
  'Φίλοι тης',
  'Harbθr',
])('%s has a word of mixed scripts', (name) => {
  expect(hasMixedScripts(name)).toBe(true);
});

test.each([
  'Harbor Families',
  'Niños del Puerto',
  'Друзья гавани',
  'ООО HFN',
  'HFN «Друзья»',
  'みなとの友の会ネットワーク',
  'NPO法人みなとの友',
  '한국NGO협의회',
  'กลุ่มNGO',
  'Hawaiʻi Reef Keepers',
  'Local 12 №5',
  '100% Harbor',
  // Languages of the Pacific Northwest.
  'Xʷməθkʷəy̓əm Nation',
  'sq̓əciy̓aʔɬ Leadership',
  // Letters of a language's own.
  'Ƙungiyar Mata ta Ɓagwai',
  'Yardım Vakfı',
  'Gəncə Evi',
  'Sáŋgo Committee',
  '🌊 Harbor',
  '\ud800',
  '',
])('%s has none', (name) => {
  expect(hasMixedScripts(name)).toBe(false);
});
