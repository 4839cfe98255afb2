import { expect, test } from '@jest/globals';
import { decodeTime, isValid } from 'ulid';
import { newUlid } from '../shared/context.ts';

test('a new ULID is of now, and unlike every other, past the randomness that is drawn at once', () => {
  const before = Date.now();
  const ulids = Array.from({ length: 1000 }, newUlid);
  const after = Date.now();
  expect(new Set(ulids).size).toBe(1000);
  expect(ulids.every(isValid)).toBe(true);
  for (const time of ulids.map(decodeTime)) {
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(after);
  }
});

test('every character may stand in every place of its random part', () => {
  const ulids = Array.from({ length: 4000 }, newUlid);
  for (let place = 10; place < 26; place++) expect(new Set(ulids.map((ulid) => ulid[place])).size).toBe(32);
});
