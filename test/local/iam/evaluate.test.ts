import { describe, expect, test } from '@jest/globals';
import { accessDeniedMessage, isAllowed, usedGrants } from '../../../local/iam/evaluate.ts';
import type { Statement } from '../../../local/iam/role-policies.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Table';
const allow = (Action: string[], Resource: string[], keys?: string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(keys && { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } } }),
});

describe('A request', () => {
  test('is denied unless a statement allows it', () => {
    const statements = [allow(['dynamodb:GetItem'], [table])];
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: table })).toBe(true);
    expect(isAllowed([], { action: 'dynamodb:GetItem', resource: table })).toBe(false);
    expect(isAllowed(statements, { action: 'dynamodb:PutItem', resource: table })).toBe(false);
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: `${table}2` })).toBe(false);
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: `${table}/stream/1` })).toBe(false);
  });

  test('needs action and resource of one statement, not of two', () => {
    const statements = [
      allow(['s3:GetObject'], ['arn:aws:s3:::a/*']),
      allow(['s3:PutObject'], ['arn:aws:s3:::b/*']),
    ];
    expect(isAllowed(statements, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/x' })).toBe(false);
    expect(isAllowed(statements, { action: 's3:PutObject', resource: 'arn:aws:s3:::b/x' })).toBe(true);
  });

  test('is denied by a statement that denies it, whatever others allow', () => {
    const deny: Statement = { Effect: 'Deny', Action: ['dynamodb:*'], Resource: ['*'] };
    const statements = [allow(['dynamodb:GetItem'], [table]), deny];
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: table })).toBe(false);
  });

  test('names its action in any case, its resource exactly', () => {
    const statements = [allow(['DynamoDB:getitem'], [table])];
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: table })).toBe(true);
    expect(isAllowed(statements, { action: 'dynamodb:GetItem', resource: table.toLowerCase() })).toBe(false);
  });
});

describe('Wildcards', () => {
  test.each([
    ['arn:aws:s3:::pages/*', 'arn:aws:s3:::pages/harbor-trees/letter.pdf', true],
    ['arn:aws:s3:::pages/*', 'arn:aws:s3:::pages', false],
    ['arn:aws:s3:::pages/*/letter.pdf', 'arn:aws:s3:::pages/harbor-trees/es/letter.pdf', true],
    ['arn:aws:s3:::pages/*/letter.pdf', 'arn:aws:s3:::pages/harbor-trees/release.pdf', false],
    ['arn:aws:s3:::pages/?.txt', 'arn:aws:s3:::pages/a.txt', true],
    ['arn:aws:s3:::pages/?.txt', 'arn:aws:s3:::pages/ab.txt', false],
    ['arn:aws:s3:::pages/a.txt', 'arn:aws:s3:::pages/abtxt', false],
    ['*', '*', true],
  ])('%s and %s: %p', (pattern, resource, expected) => {
    expect(isAllowed([allow(['s3:GetObject'], [pattern])], { action: 's3:GetObject', resource })).toBe(
      expected,
    );
  });
});

describe('Leading keys', () => {
  const statements = [allow(['dynamodb:GetItem'], [table], ['CAMPAIGN#*', 'NETWORK#*'])];
  const get = (...leadingKeys: string[]) => ({ action: 'dynamodb:GetItem', resource: table, leadingKeys });

  test('must all match a pattern', () => {
    expect(isAllowed(statements, get('CAMPAIGN#harbor-trees'))).toBe(true);
    expect(isAllowed(statements, get('CAMPAIGN#harbor-trees', 'NETWORK#1'))).toBe(true);
    expect(isAllowed(statements, get('CAMPAIGN#harbor-trees', 'SIGNONS#harbor-trees#0'))).toBe(false);
    expect(isAllowed(statements, get('CAMPAIGNS'))).toBe(false);
  });

  test('do not matter where a statement has no condition', () => {
    expect(isAllowed([allow(['dynamodb:GetItem'], [table])], get('SIGNONS#harbor-trees#0'))).toBe(true);
  });

  test('are not there for a scan: AWS then takes the condition as met', () => {
    expect(isAllowed(statements, get())).toBe(true);
  });
});

test('The grants that a request uses can be named, so that one that is never needed is found', () => {
  const statements = [
    allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [table], ['CAMPAIGN#*', 'NETWORK#*']),
    allow(['s3:PutObject'], ['*']),
  ];
  const put = { action: 'dynamodb:PutItem', resource: table, leadingKeys: ['NETWORK#1'] };
  expect(usedGrants(statements, put)).toEqual([
    { action: 'dynamodb:PutItem', resource: table, leadingKeys: 'NETWORK#*' },
  ]);
});

test('A denial reads as that of AWS', () => {
  expect(accessDeniedMessage('arn:role', { action: 's3:GetObject', resource: 'arn:aws:s3:::a/b' })).toContain(
    'User: arn:role is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a/b',
  );
});
