import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const policySchema = z.object({
  Version: z.literal('2012-10-17'),
  Statement: z.array(z.object({ Sid: z.string(), Action: oneOrMore, Resource: oneOrMore })),
});

const deploy = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');
const [, policy = ''] = /## A person on call\n[\s\S]*?```json\n([\s\S]*?)```/.exec(deploy) ?? [];
const { Statement } = policySchema.parse(JSON.parse(policy));
const actions = Statement.flatMap(({ Action }) => Action);

test('The policy for a person on call reads no item, no file and no secret, and writes only what the runbook says', () => {
  for (const action of actions) expect(action).toMatch(/^[a-z0-9]+:[A-Z][A-Za-z0-9]+$/);
  expect(actions.filter((action) => /^(s3|secretsmanager|kms|iam|sts):/.test(action))).toEqual([]);
  expect(actions.filter((action) => /^dynamodb:(?!Describe)/.test(action))).toEqual([]);
  expect(
    actions.filter((action) => !/:(Get|List|Describe|Filter|StartQuery|StopQuery)/.test(action)),
  ).toEqual([
    'cloudwatch:DisableAlarmActions',
    'cloudwatch:EnableAlarmActions',
    'sqs:CancelMessageMoveTask',
    'sqs:DeleteMessage',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'sqs:StartMessageMoveTask',
    'lambda:UpdateEventSourceMapping',
    'events:EnableRule',
    'lambda:DeleteFunctionConcurrency',
  ]);
});

test('It names the stage in each resource, where AWS lets it', () => {
  const named = Statement.filter(({ Sid }) => Sid !== 'Look' && Sid !== 'EnableTriggers');
  for (const resource of named.flatMap(({ Resource }) => Resource))
    expect(resource).toMatch(/undersigned[-/]prod|:table\/\*$/);
});
