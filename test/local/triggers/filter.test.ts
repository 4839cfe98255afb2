import { describe, expect, test } from '@jest/globals';
import { matchesFilters, matchesPattern } from '../../../local/triggers/filter.ts';

const image = (NewImage: object) => ({ eventName: 'MODIFY', dynamodb: { NewImage, Size: 7 } });
const onImage = (NewImage: object) => ({ dynamodb: { NewImage } });

describe('A pattern', () => {
  test.each([
    ['an equal string', onImage({ eligible: { S: ['yes'] } }), image({ eligible: { S: 'yes' } }), true],
    ['another string', onImage({ eligible: { S: ['yes'] } }), image({ eligible: { S: 'no' } }), false],
    ['a missing field', onImage({ eligible: { S: ['yes'] } }), image({}), false],
    [
      'one of several',
      onImage({ status: { S: ['publishing', 'published'] } }),
      image({ status: { S: 'published' } }),
      true,
    ],
    [
      'all fields',
      { eventName: ['MODIFY'], ...onImage({ a: { S: ['1'] } }) },
      image({ a: { S: '1' } }),
      true,
    ],
    [
      'one field of two',
      { eventName: ['INSERT'], ...onImage({ a: { S: ['1'] } }) },
      image({ a: { S: '1' } }),
      false,
    ],
    ['a prefix', onImage({ SK: { S: [{ prefix: 'TEXT#' }] } }), image({ SK: { S: 'TEXT#en#letter' } }), true],
    ['another prefix', onImage({ SK: { S: [{ prefix: 'TEXT#' }] } }), image({ SK: { S: 'GATE' } }), false],
    [
      'a suffix',
      onImage({ SK: { S: [{ suffix: '#letter' }] } }),
      image({ SK: { S: 'TEXT#en#letter' } }),
      true,
    ],
    [
      'what exists',
      onImage({ pendingMail: { S: [{ exists: true }] } }),
      image({ pendingMail: { S: '01J' } }),
      true,
    ],
    ['what does not exist', onImage({ pendingMail: { S: [{ exists: true }] } }), image({}), false],
    ['absence', onImage({ pendingMail: { S: [{ exists: false }] } }), image({}), true],
    [
      'absence of what exists',
      onImage({ pendingMail: { S: [{ exists: false }] } }),
      image({ pendingMail: { S: '01J' } }),
      false,
    ],
    [
      'an object, which is no leaf',
      onImage({ pendingMail: [{ exists: true }] }),
      image({ pendingMail: { S: '01J' } }),
      false,
    ],
    [
      'anything but a value',
      onImage({ a: { S: [{ 'anything-but': ['x', 'y'] }] } }),
      image({ a: { S: 'z' } }),
      true,
    ],
    [
      'just that value',
      onImage({ a: { S: [{ 'anything-but': ['x', 'y'] }] } }),
      image({ a: { S: 'y' } }),
      false,
    ],
    [
      'anything but a prefix',
      onImage({ a: { S: [{ 'anything-but': { prefix: 'x' } }] } }),
      image({ a: { S: 'xy' } }),
      false,
    ],
    ['a number', { dynamodb: { Size: [{ numeric: ['>', 5, '<=', 7] }] } }, image({}), true],
    ['a number out of range', { dynamodb: { Size: [{ numeric: ['<', 7] }] } }, image({}), false],
    [
      'a DynamoDB number, which is a string',
      onImage({ n: { N: [{ numeric: ['=', 5] }] } }),
      image({ n: { N: '5' } }),
      false,
    ],
    ['case', onImage({ a: { S: [{ 'equals-ignore-case': 'Yes' }] } }), image({ a: { S: 'yES' } }), true],
    ['either of two', { $or: [{ eventName: ['INSERT'] }, { eventName: ['MODIFY'] }] }, image({}), true],
  ])('about %s', (_, pattern, event, fits) => {
    expect(matchesPattern(pattern, event)).toBe(fits);
  });

  test('with a rule that is unknown here is an error, and is not passed over', () => {
    expect(() => matchesPattern({ a: [{ wildcard: '*' }] }, { a: 'b' })).toThrow('wildcard');
  });
});

test('Of several filters one must fit, and no filters let everything through', () => {
  const filters = [{ eventName: ['INSERT'] }, { eventName: ['MODIFY'] }];
  expect(matchesFilters(filters, { eventName: 'MODIFY' })).toBe(true);
  expect(matchesFilters(filters, { eventName: 'REMOVE' })).toBe(false);
  expect(matchesFilters([], { eventName: 'REMOVE' })).toBe(true);
});
