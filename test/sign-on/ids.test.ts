import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../shared/i18n/language.ts';
import { addressHash, detailsHash, normalizeEmail, signOnId } from '../../shared/sign-on/ids.ts';
import { keyedHash } from '../../shared/sign-on/keyed-hash.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';
import { runs } from '../support/suite.ts';

const key = 'an address key of some length, for tests only';

describe('an address', () => {
  test.each([
    ['Ana.Ruiz@Example.ORG', 'ana.ruiz@example.org'],
    ['  ana@example.org\n', 'ana@example.org'],
    ['\u200bana@example.org\ufeff', 'ana@example.org'],
    ['ana@example.org.', 'ana@example.org'],
    ['ａｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ana@example.org'],
    ['ana@Exämple.org', 'ana@xn--exmple-cua.org'],
    ['ana@EXA\u0308MPLE.org', 'ana@xn--exmple-cua.org'],
    ['ana@xn--exmple-cua.org', 'ana@xn--exmple-cua.org'],
    ['"a@b"@example.org', '"a@b"@example.org'],
  ])('%j is compared as %j', (typed, normalized) => {
    expect(normalizeEmail(typed)).toBe(normalized);
  });

  test.each([
    ['a.na@example.org', 'ana@example.org'],
    ['ana+letters@example.org', 'ana@example.org'],
    ['ana@example.org/x', 'ana@example.org'],
    ['ana@mail.example.org', 'ana@example.org'],
    ['ana@ex%61mple.org', 'ana@example.org'],
    ['ana@strasse.example', 'ana@straße.example'],
  ])('%j is different from %j', (one, other) => {
    expect(normalizeEmail(one)).not.toBe(normalizeEmail(other));
  });

  test('that is invalid does not cause a failure', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
        .map((parts) => parts.join('@')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const normalized = normalizeEmail(typed);
        expect(normalizeEmail(normalized)).toBe(normalized);
        expect(normalized.isWellFormed()).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
  });

  test('is the same in upper and lower case', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(normalizeEmail(email.toUpperCase())).toBe(normalizeEmail(email));
      }),
    );
  });
});

describe('a sign-on’s id', () => {
  const of = {
    kind: 'organization',
    email: 'ana@example.org',
    organizationKey: '1:harbor families',
  } as const;

  test('is 32 lower-case hexadecimal digits, and does not change between versions', () => {
    // Rows are stored under it: if this changes, every sign-on of a running campaign is lost to its signer.
    expect(signOnId(key, of)).toBe('519c6f5a83a635fcf7399f154289cb7c');
    expect(signOnId(key, { ...of, email: ' Ana@EXAMPLE.org' })).toBe(signOnId(key, of));
  });

  test('depends on the key, kind, address and organization', () => {
    const ids = [
      signOnId(key, of),
      signOnId(`${key}.`, of),
      signOnId(key, { ...of, kind: 'individual' }),
      signOnId(key, { ...of, email: 'ben@example.org' }),
      signOnId(key, { ...of, organizationKey: '1:harbor family' }),
      signOnId(key, { kind: 'organization', email: of.email }),
      addressHash(key, of.email),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an address hash', () => {
  test('is 32 lower-case hexadecimal digits, and does not change between versions', () => {
    // Suppressed addresses are stored under it: if this changes, whoever unsubscribed is mailed again.
    expect(addressHash(key, 'ana@example.org')).toBe('bd951629f48e7e1978113f9b3090ed34');
    expect(addressHash(key, 'ANA@example.org ')).toBe(addressHash(key, 'ana@example.org'));
  });
});

describe('a keyed hash', () => {
  test('differs for different lists of parts', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('', '\0', '\0\0\0\u0001', 'a', 'ab', 'é'),
    );
    const parts = fc.array(part, { maxLength: 5 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = keyedHash(key, one).equals(keyedHash(key, other));
        expect(isSame).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('depends on where a part ends', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, first, second) => {
        const [one, other] = [first % (text.length + 1), second % (text.length + 1)];
        fc.pre(one !== other);
        const cut = (at: number) => keyedHash(key, [text.slice(0, at), text.slice(at)]);
        expect(cut(one).equals(cut(other))).toBe(false);
      }),
    );
  });
});

describe('the hash of details', () => {
  const details: Details = { name: 'Ana Ruiz', title: 'Director', city: 'Harbor City', language: 'en' };

  test('is 22 characters that are safe in a form', () => {
    expect(detailsHash(details)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  test('does not depend on the order of fields or on fields without a value', () => {
    const reordered: Details = { language: 'en', city: 'Harbor City', title: 'Director', name: 'Ana Ruiz' };
    expect(detailsHash(reordered)).toBe(detailsHash(details));
    expect(detailsHash(Object.assign({}, details, { website: undefined }))).toBe(detailsHash(details));
  });

  test('differs for every changed word', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('', '","', '\ud800', '\ud801', '\ufffd'),
    );
    const anyDetails = fc.record(
      {
        name: text,
        title: text,
        city: text,
        region: text,
        language: fc.constantFrom(...languages),
      },
      { requiredKeys: ['name', 'language'] },
    );
    const canonical = (of: Details) => JSON.stringify(Object.entries(of).sort());
    fc.assert(
      fc.property(anyDetails, anyDetails, (one, other) => {
        expect(detailsHash(one) === detailsHash(other)).toBe(canonical(one) === canonical(other));
      }),
      { numRuns: runs(2000) },
    );
  });
});
