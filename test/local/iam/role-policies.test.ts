import { describe, expect, test } from '@jest/globals';
import { isAllowed } from '../../../local/iam/evaluate.ts';
import { readRoles } from '../../../local/iam/role-policies.ts';
import { newResolver } from '../../../local/template/resolve.ts';
import { variant } from '../../infra/synthesized.ts';

function rolesOf(template: { Resources: Record<string, { Type: string; Properties?: unknown }> }) {
  const assembly = {
    stackName: 'app',
    template: { Parameters: {}, Outputs: {}, ...template },
    assetFolder: () => undefined,
  };
  const resolver = newResolver(assembly.template, 'app', (name) => `http://sqs/000000000000/${name}`);
  return { roles: readRoles(assembly, resolver), resolver };
}

describe('The roles of the template', () => {
  const { Resources } = JSON.parse(variant('dev').template);
  const { roles, resolver } = rolesOf({ Resources });
  const idOf = (beginning: string) => Object.keys(Resources).find((id) => id.startsWith(beginning)) ?? '';
  const table = resolver.attribute(idOf('Table'), 'Arn');
  const statementsOf = (role: string) => roles.get(resolver.attribute(idOf(role), 'Arn'))?.statements ?? [];

  test('are all read, each with the policies of its code and of Lambda', () => {
    expect(roles.size).toBe(22);
    const sendMail = roles.get(resolver.attribute(idOf('MailSendMailRole'), 'Arn'));
    expect(Object.keys(sendMail?.policies ?? {})).toEqual(['code', 'platform']);
  });

  test('let the function that takes submissions read campaigns and write sign-ons, and not the other way round', () => {
    const may = (action: string, key: string) =>
      isAllowed(statementsOf('RoutesSubmitSignOnRole'), { action, resource: table, leadingKeys: [key] });
    expect(may('dynamodb:GetItem', 'CAMPAIGN#harbor-trees')).toBe(true);
    expect(may('dynamodb:UpdateItem', 'SIGNONS#harbor-trees#7')).toBe(true);
    expect(may('dynamodb:GetItem', 'SIGNONS#harbor-trees#7')).toBe(false);
    expect(may('dynamodb:UpdateItem', 'CAMPAIGN#harbor-trees')).toBe(false);
  });

  test('let send-mail attach a letter’s PDF, and read no snapshot', () => {
    const bucket = (id: string) => resolver.attribute(idOf(id), 'Arn');
    const reads = (resource: string) =>
      isAllowed(statementsOf('MailSendMailRole'), { action: 's3:GetObject', resource });
    expect(reads(`${bucket('SiteBucket')}/harbor-trees/letter.pdf`)).toBe(true);
    expect(reads(`${bucket('SiteBucket')}/harbor-trees/release.pdf`)).toBe(false);
    expect(reads(`${bucket('PublicationPrivateBucket')}/supplements/harbor-trees.json`)).toBe(true);
    expect(reads(`${bucket('PublicationPrivateBucket')}/snapshots/harbor-trees.json`)).toBe(false);
  });
});

describe('A role that cannot be evaluated is refused, since ignoring a part would allow too much', () => {
  const withStatement = (statement: object, more: object = {}) => ({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [{ PolicyName: 'code', PolicyDocument: { Statement: [statement] } }],
          ...more,
        },
      },
    },
  });
  const plain = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

  test('but a plain one is read', () => {
    expect([...rolesOf(withStatement(plain)).roles.values()][0]?.statements).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] },
    ]);
  });

  test.each([
    [{ ...plain, Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }],
    [{ ...plain, Condition: { 'ForAllValues:StringLike': { 'dynamodb:Attributes': ['a'] } } }],
    [{ Effect: 'Allow', NotAction: 's3:GetObject', Resource: '*' }],
    [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: '*' }],
  ])('%j', (statement) => {
    expect(() => rolesOf(withStatement(statement))).toThrow('cannot read Role');
  });

  test('with managed policies', () => {
    expect(() => rolesOf(withStatement(plain, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'] }))).toThrow(
      'managed policies',
    );
  });
});
