import { expect, test } from '@jest/globals';
import { likelyAddress, unknownTopLevelDomain } from '../../shared/sign-on/email-typos.ts';
import { readNewSubmission, typoQuestion } from '../../shared/sign-on/new-submission.ts';
import { aSettings } from '../support/records.ts';

test.each(['con', 'invalidtld', 'cmo', 'invalid', 'local'])('there is no top-level domain %s', (end) => {
  expect(unknownTopLevelDomain(`ana@gmail.${end}`)).toBe(end);
  const form = { kind: 'individual', name: 'Ana Ruiz', email: `ana@harbor.${end}` };
  expect(readNewSubmission(form, aSettings())).toEqual({
    ok: false,
    errors: [{ field: 'email', code: 'unknown-top-level-domain', params: { end } }],
  });
});

test.each(['a@b.org', 'a@b.org.mx', 'a@b.example', 'a@b.test', 'a@b.xn--p1ai', 'a@b.cm', 'a@b.ngo'])(
  '%s has one that exists or stands for one',
  (email) => expect(unknownTopLevelDomain(email)).toBeUndefined(),
);

test.each([
  ['ana@yahoo.cm', 'ana@yahoo.com'],
  ['ana@gmial.com', 'ana@gmail.com'],
  ['Ana.Ruiz@hotmial.com', 'Ana.Ruiz@hotmail.com'],
  ['ana@gmail.co', 'ana@gmail.com'],
  ['ana@gmail.org', 'ana@gmail.com'],
  ['ana@aol.cm', 'ana@aol.com'],
  ['ana@live.co', 'ana@live.com'],
  ['ana@hotmial.fr', 'ana@hotmail.fr'],
  ['ana@wanado.fr', 'ana@wanadoo.fr'],
  ['ana@earthlnk.net', 'ana@earthlink.net'],
])('%s was meant as %s', (typed, meant) => expect(likelyAddress(typed)).toBe(meant));

test.each([
  'ana@gmail.com',
  'ana@mail.com',
  'ana@ymail.com',
  'ana@cloud.com',
  'ana@harbor.org',
  'ana@yahoo.fr',
  'ana@free.fr',
  'ana@hotmail.it',
  ...[
    'yahoo.gr',
    'yahoo.fi',
    'yahoo.de',
    'yahoo.in',
    'hotmail.gr',
    'hotmail.se',
    'outlook.kr',
    'yahoo.com.my',
    'grange.fr',
  ].map((host) => `ana@${host}`),
  'ana@al.com',
  'ana@love.com',
  'ana@aol.com',
])('%s is accepted as it is', (email) => expect(likelyAddress(email)).toBeUndefined());

test('asks once, and again only about another address', () => {
  expect(typoQuestion('ana@gmial.com', '')).toMatchObject({ code: 'email-typo' });
  expect(typoQuestion('ana@gmial.com', undefined)).toMatchObject({ code: 'email-typo' });
  expect(typoQuestion('ana@gmial.com', 'ana@gmial.com')).toBeUndefined();
  expect(typoQuestion('ana@gmial.com', 'ana@gmail.con')).toMatchObject({ code: 'email-typo' });
});
