import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxOf } from '../shared/mailbox.ts';

test.each([
  ['me+1@one-owner.example', 'me@one-owner.example'],
  ['Me+anything+more@One-Owner.example', 'me@one-owner.example'],
  ['an.a@gmail.com', 'ana@gmail.com'],
  ['A.N.A+x@googlemail.com', 'ana@gmail.com'],
  [' ana@googlemail.com ', 'ana@gmail.com'],
])('%s leads to %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['an.a@example.org', 'ana@example.org'],
  ['ana@gmail.com', 'ana@gmail.example'],
  ['ana-b@example.org', 'ana@example.org'],
  ['ana@mail.example.org', 'ana@example.org'],
  ['+a@example.org', '+b@example.org'],
])('%s and %s are two', (one, other) => {
  expect(mailboxOf(one)).not.toBe(mailboxOf(other));
});

test('a mailbox is its own', () => {
  const text = fc.oneof(
    fc.emailAddress(),
    fc.string(),
    fc.constantFrom('+@gmail.com', '..@gmail.com', '@', 'a+b'),
  );
  fc.assert(fc.property(text, (typed) => expect(mailboxOf(mailboxOf(typed))).toBe(mailboxOf(typed))));
});
