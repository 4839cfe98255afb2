import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxOf } from '../shared/mailbox.ts';

test.each([
  ['me+1@one-owner.example', 'me@one-owner.example'],
  ['Me+anything+more@One-Owner.example', 'me@one-owner.example'],
  ['an.a@gmail.com', 'ana@gmail.com'],
  ['A.N.A+x@googlemail.com', 'ana@gmail.com'],
  [' ana@googlemail.com ', 'ana@gmail.com'],
  ['v.i-c_tim+x@proton.me', 'victim@proton.me'],
  ['victim@pm.me', 'victim@proton.me'],
  ['Vic.Tim@protonmail.com', 'victim@proton.me'],
  ['victim@protonmail.ch', 'victim@proton.me'],
  ['anything+x@victim.fastmail.com', 'victim@fastmail.com'],
  ['a@victim.fastmail.fm', 'victim@fastmail.fm'],
  ['a@victim.fastmail.com.au', 'victim@fastmail.com.au'],
  ['Victim+x@me.com', 'victim@icloud.com'],
  ['victim@mac.com', 'victim@icloud.com'],
  ['vic.tim+x@yandex.com', 'vic-tim@yandex.ru'],
  ['vic-tim@ya.ru', 'vic-tim@yandex.ru'],
  ['vic.tim@yandex.com.tr', 'vic-tim@yandex.ru'],
])('%s leads to %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['an.a@example.org', 'ana@example.org'],
  ['ana@gmail.com', 'ana@gmail.example'],
  ['ana-b@example.org', 'ana@example.org'],
  ['ana@mail.example.org', 'ana@example.org'],
  ['+a@example.org', '+b@example.org'],
  ['ana-b@gmail.com', 'anab@gmail.com'],
  ['an.a@fastmail.com', 'ana@fastmail.com'],
  ['ana@fastmail.com', 'ana@fastmail.fm'],
  ['ana@victim.example.org', 'victim@example.org'],
  ['ana@harbor.notfastmail.com', 'harbor@notfastmail.com'],
  ['an.a@icloud.com', 'ana@icloud.com'],
  ['ana@me.com', 'ana@me.example'],
  ['an.a@yandex.ru', 'ana@yandex.ru'],
  ['ana@yandex.example', 'ana@yandex.ru'],
  ['ana@notya.ru', 'ana@ya.ru'],
])('%s and %s are two', (one, other) => {
  expect(mailboxOf(one)).not.toBe(mailboxOf(other));
});

test('a mailbox is its own', () => {
  const text = fc.oneof(
    fc.emailAddress(),
    fc.string(),
    fc.constantFrom(
      '+@gmail.com',
      '..@gmail.com',
      '@',
      'a+b',
      '-+@pm.me',
      '+-+a@pm.me',
      '+@a.fastmail.com',
      '.+@ya.ru',
    ),
  );
  fc.assert(fc.property(text, (typed) => expect(mailboxOf(mailboxOf(typed))).toBe(mailboxOf(typed))));
});
