import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { slugSchema } from '../../shared/campaign/settings.ts';
import {
  isGenuine,
  type LinkKeys,
  type LinkPurpose,
  type LinkTarget,
  makeToken,
  parseToken,
  readLinkKeys,
} from '../../shared/sign-on/tokens.ts';
import { runs } from '../support/suite.ts';

const firstKey = 'first-key-0123456789-0123456789-0123456789';
const secondKey = 'second-key-0123456789-0123456789-012345678';
const keys: LinkKeys = { current: 'k1', keys: { k1: firstKey, k2: secondKey } };
const target: LinkTarget = {
  purpose: 'sign-on',
  slug: 'harbor-trees',
  id: '0123456789abcdef0123456789abcdef',
};
const nonce = 'a-nonce';
const token = makeToken(keys, target, nonce);

/** As an API function does: with the stage's keys, and the nonce of the row that the token names. */
function opens(typed: string, nonceOfRow = nonce, known = keys.keys): boolean {
  const parsed = parseToken(typed);
  return parsed !== undefined && isGenuine(parsed, { keys: known }, nonceOfRow);
}

const purpose = fc.constantFrom<LinkPurpose>('sign-on', 'unsubscribe', 'press');
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/);
const id = fc.stringMatching(/^[0-9a-f]{32}$/);

describe('a token', () => {
  test('reads back as its parts, and is genuine', () => {
    fc.assert(
      fc.property(purpose, slug, id, fc.string({ minLength: 1 }), (purpose, slug, id, nonce) => {
        const made = makeToken(keys, { purpose, slug, id }, nonce);
        expect(parseToken(made)).toEqual({ keyId: 'k1', purpose, slug, id, mac: expect.any(String) });
        expect(opens(made, nonce)).toBe(true);
      }),
    );
  });

  test('does not change between versions, so links in sent emails still work', () => {
    expect(token).toBe(
      'k1.s.harbor-trees.0123456789abcdef0123456789abcdef.o1KGZJ3IA7kNlgiqbjyzLP4dyz6ELbWP7n06qRTHJ6E',
    );
  });

  test('is the same each time it is made', () => {
    expect(makeToken(keys, target, nonce)).toBe(token);
  });

  test('is safe in a URL, and ends in a character that mail programs include in a link', () => {
    fc.assert(
      fc.property(purpose, slug, id, fc.string({ minLength: 1 }), (purpose, slug, id, nonce) => {
        const made = makeToken(keys, { purpose, slug, id }, nonce);
        expect(made).toMatch(/^[A-Za-z0-9._-]{1,160}$/);
        expect(encodeURIComponent(made)).toBe(made);
        expect(made).toMatch(/[A-Za-z0-9]$/);
      }),
    );
  });

  test('never contains the nonce or the key', () => {
    const made = makeToken(keys, target, 'NonceOfTheRow');
    expect(made).not.toContain('NonceOfTheRow');
    expect(made).not.toContain(firstKey);
  });

  test.each([
    ['row', { id: 'fedcba9876543210fedcba9876543210' }],
    ['campaign', { slug: 'harbor-tree' }],
    ['purpose', { purpose: 'unsubscribe' }],
    ['purpose', { purpose: 'press' }],
  ] satisfies [string, Partial<LinkTarget>][])('does not open another %s (%j)', (_, other) => {
    const parsed = parseToken(token);
    expect(parsed && isGenuine({ ...parsed, ...other }, keys, nonce)).toBe(false);
    expect(makeToken(keys, { ...target, ...other }, nonce)).not.toBe(token);
  });

  test('is not genuine with another key, another key’s id, another nonce, or none', () => {
    expect(opens(token, 'another nonce')).toBe(false);
    expect(opens(token, '')).toBe(false);
    expect(opens(token, nonce, { k1: secondKey })).toBe(false);
    expect(opens(token, nonce, { k2: firstKey })).toBe(false);
    expect(opens(token.replace('k1', 'k2'), nonce, { k1: firstKey, k2: firstKey })).toBe(false);
    expect(opens(token, '', { k1: '' })).toBe(false);
    expect(opens(token.replace('k1', 'constructor'))).toBe(false);
  });

  test('signed with an old key is genuine as long as that key is kept', () => {
    expect(opens(makeToken({ ...keys, current: 'k2' }, target, nonce))).toBe(true);
    expect(opens(token, nonce, { k2: secondKey })).toBe(false);
  });

  test('is not genuine with any character changed, left out, doubled or inserted', () => {
    const characters = Array.from('ABab01._-~ %/=+\n\0é٣');
    for (let at = 0; at <= token.length; at += 1) {
      const [before, after] = [token.slice(0, at), token.slice(at)];
      const changed = characters.flatMap((one) => [before + one + after, before + one + after.slice(1)]);
      for (const mutated of [...changed, before + after.slice(1), before])
        if (mutated !== token) expect({ mutated, opens: opens(mutated) }).toEqual({ mutated, opens: false });
    }
  });

  test('is not genuine after any bit was flipped', () => {
    const bytes = Buffer.from(token);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      const at = Math.floor(bit / 8);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (bit % 8)), at);
      expect(opens(flipped.toString('latin1'))).toBe(false);
    }
  });

  test('has only one spelling of its signature', () => {
    const spellings = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      .map((last) => token.slice(0, -1) + last)
      .filter((typed) => opens(typed));
    expect(spellings).toEqual([token]);
    expect(parseToken(`${token}=`)).toBeUndefined();
  });

  test('of any other text is invalid', () => {
    const parts = fc.array(
      fc.constantFrom('k1', 's', 'u', 'x', 'harbor-trees', target.id, 'A'.repeat(43), '.', ''),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          parts.map((of) => of.join('.')),
        ),
        (typed) => {
          expect(opens(typed)).toBe(false);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  test.each([
    ['an upper-case id', token.replace(target.id, target.id.toUpperCase())],
    ['an upper-case slug', token.replace('harbor', 'Harbor')],
    ['a purpose that nobody knows', token.replace('.s.', '.x.')],
    ['a part too many', `${token}.${token}`],
    ['a line break at the end', `${token}\n`],
    ['a prototype’s property as key id', token.replace('k1', '__proto__')],
    ['thousands of characters', 'k'.repeat(100_000)],
  ])('with %s is not read', (_, typed) => {
    expect(parseToken(typed)).toBeUndefined();
  });

  test('reads every slug that campaigns may have, and no other', () => {
    const typed = fc.oneof(slug, fc.stringMatching(/^[a-z0-9-]{0,62}$/), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(typed, (slug) => {
        const read = parseToken(['k1', 's', slug, target.id, 'A'.repeat(43)].join('.'));
        expect(read !== undefined).toBe(slugSchema.safeParse(slug).success);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('is not made from parts that could not be read back, and the error contains no secret', () => {
    const made =
      (changed: Partial<LinkTarget>, with_ = nonce, of = keys) =>
      () =>
        makeToken(of, { ...target, ...changed }, with_);
    expect(made({ slug: 'Not a slug' })).toThrow(/known form/);
    expect(made({ id: '123' })).toThrow(/known form/);
    expect(made({}, '')).toThrow(/nonce/);
    expect(made({}, nonce, { current: 'k9', keys: keys.keys })).toThrow(/signing key/);
  });
});

describe('the secret with the link keys', () => {
  test('is read with its current and its older keys', () => {
    const read = readLinkKeys(JSON.stringify({ current: 'k2', k1: firstKey, k2: secondKey }));
    expect(read.current).toBe('k2');
    expect({ ...read.keys }).toEqual({ k1: firstKey, k2: secondKey });
    expect(parseToken(makeToken(read, target, nonce))?.keyId).toBe('k2');
  });

  test('has only the keys that were stored', () => {
    const { keys } = readLinkKeys(JSON.stringify({ current: 'k1', k1: firstKey }));
    expect(keys.constructor).toBeUndefined();
    expect(keys.toString).toBeUndefined();
  });

  const secret = 'TopSecretTopSecretTopSecretTopSecret';
  test.each([
    ['not JSON', secret, /not JSON/],
    ['cut short', `{"current":"k1","k1":"${secret}`, /not JSON/],
    ['a text', JSON.stringify(secret), /not a JSON object/],
    ['a list', JSON.stringify([secret]), /not a JSON object/],
    ['nothing', 'null', /not a JSON object/],
    ['empty', '', /not JSON/],
    ['without a current key', JSON.stringify({ k1: secret }), /"current"/],
    ['with a current key that is missing', JSON.stringify({ current: 'k2', k1: secret }), /"current"/],
    ['with the key itself as current', JSON.stringify({ current: secret, k1: secret }), /"current"/],
    [
      'with a current key of the prototype',
      JSON.stringify({ current: 'constructor', k1: secret }),
      /"current"/,
    ],
    ['with a short key', JSON.stringify({ current: 'k1', k1: secret.slice(0, 31) }), /32 characters/],
    ['with a key that is no text', JSON.stringify({ current: 'k1', k1: { secret } }), /32 characters/],
    ['with a key as key id', JSON.stringify({ current: 'k1', k1: secret, [secret]: 'k2' }), /key id/],
    ['with a poisonous key id', `{"current":"k1","k1":"${secret}","__proto__":"${secret}"}`, /key id/],
  ])('that is %s is refused without being quoted', (_, typed, message) => {
    const refusal = (): unknown => {
      try {
        return readLinkKeys(typed);
      } catch (error) {
        return error;
      }
    };
    const error = refusal();
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(message);
    const { stack = '', cause } = error instanceof Error ? error : {};
    expect(stack + String(error)).not.toContain('TopSecret');
    expect(cause).toBeUndefined();
  });
});
