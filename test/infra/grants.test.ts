import { describe, expect, test } from '@jest/globals';
import { type Grant, grantsByFunction } from '../../infra/role-grants.ts';
import { functionSchema, resourceName, resourcesOf, roleSchema } from '../../infra/template.ts';
import { organizerGrants } from '../support/organizer-grants.ts';
import { devTemplate, pascal } from './synthesized.ts';

const template = devTemplate();
const grants = grantsByFunction(template);

const written = ({ action, resource, partitionKeys }: Grant): string =>
  `${action} ${resource}${partitionKeys ? ` ${partitionKeys.join(' ')}` : ''}`;
const codeOf = (name: string) => grants.get(name)?.code.map(written).sort();
const platformOf = (name: string) => grants.get(name)?.platform.map(written).sort();

const account = 'AWS::Region:AWS::AccountId';

const code: Record<string, string[]> = {
  'submit-sign-on': [
    'dynamodb:GetItem Table CAMPAIGN#* NETWORK#*',
    'dynamodb:UpdateItem Table SIGNONS#* NETWORK#*',
    'secretsmanager:GetSecretValue SecretsAddressKey',
  ],
  'show-sign-on': [
    'dynamodb:GetItem Table CAMPAIGN#* SIGNONS#*',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'confirm-sign-on': [
    'dynamodb:BatchWriteItem Table LOOKALIKE#*',
    'dynamodb:DeleteItem Table LOOKALIKE#*',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    'secretsmanager:GetSecretValue SecretsAddressKey',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'correct-sign-on': [
    'dynamodb:BatchWriteItem Table LOOKALIKE#*',
    'dynamodb:DeleteItem Table LOOKALIKE#*',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    'secretsmanager:GetSecretValue SecretsAddressKey',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'keep-sign-on': [
    'dynamodb:GetItem Table CAMPAIGN#* SIGNONS#*',
    'dynamodb:UpdateItem Table SIGNONS#*',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'withdraw-sign-on': [
    'dynamodb:DeleteItem Table LOOKALIKE#*',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:UpdateItem Table',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  unsubscribe: [
    'dynamodb:GetItem Table CAMPAIGN#* SIGNONS#*',
    'dynamodb:UpdateItem Table ADDRESS#* SIGNONS#*',
    'secretsmanager:GetSecretValue SecretsAddressKey',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'console-sign-in': [
    'dynamodb:UpdateItem Table SIGNIN#* NETWORK#*',
    'secretsmanager:GetSecretValue SecretsAddressKey',
  ],
  'console-link': [
    'dynamodb:GetItem Table CAMPAIGN#* SIGNIN#*',
    'dynamodb:Query Table CAMPAIGNS',
    'dynamodb:UpdateItem Table SIGNIN#* ORGANIZER#*',
    'secretsmanager:GetSecretValue SecretsAddressKey',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
  ],
  'console-folder': [
    'dynamodb:BatchWriteItem Table',
    'dynamodb:DeleteItem Table',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    'secretsmanager:GetSecretValue SecretsAddressKey',
  ],
  'console-preview': ['dynamodb:GetItem Table', 'dynamodb:Query Table'],
  console: [
    'dynamodb:BatchWriteItem Table',
    'dynamodb:DeleteItem Table',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
  ],
  openapi: [],
  'not-found': [],
  tally: ['dynamodb:GetItem Table', 'dynamodb:PutItem Table', 'dynamodb:UpdateItem Table'],
  dispatch: [
    'dynamodb:GetItem Table CAMPAIGN#*',
    'dynamodb:UpdateItem Table CAMPAIGN#* CHANGES#*',
    'sqs:SendMessage EventsQueue',
    'sqs:SendMessage MailConfirmationsQueue',
    'sqs:SendMessage MailQueue',
    'sqs:SendMessage PublicationQueue',
  ],
  'send-events': ['events:PutEvents EventsBus'],
  'send-mail': [
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    's3:GetObject PublicationPrivateBucket/supplements/*',
    's3:GetObject SiteBucket/*/letter.pdf',
    'secretsmanager:GetSecretValue SecretsAddressKey',
    'secretsmanager:GetSecretValue SecretsLinkKeys',
    'ses:GetSendQuota *',
    `ses:SendRawEmail arn:AWS::Partition:ses:${account}:configuration-set/MailConfigurationSet`,
    `ses:SendRawEmail arn:AWS::Partition:ses:${account}:identity/*.example.org`,
    `ses:SendRawEmail arn:AWS::Partition:ses:${account}:identity/*@example.org`,
    `ses:SendRawEmail arn:AWS::Partition:ses:${account}:identity/MailIdentityexampleorg`,
    'sqs:SendMessage MailConfirmationsQueue',
    'sqs:SendMessage MailQueue',
  ],
  publish: [
    'cloudfront:CreateInvalidation arn:AWS::Partition:cloudfront::AWS::AccountId:distribution/SiteDistribution',
    'dynamodb:DeleteItem Table CHANGES#*',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    's3:DeleteObject PublicationPrivateBucket/listings/*',
    's3:DeleteObject PublicationPrivateBucket/snapshots/*',
    's3:DeleteObject PublicationPrivateBucket/supplements/*',
    's3:DeleteObject SiteBucket/*',
    's3:GetObject PublicationPrivateBucket/listings/*',
    's3:GetObject PublicationPrivateBucket/snapshots/*',
    's3:GetObject PublicationPrivateBucket/supplements/*',
    's3:GetObject SiteBucket/*',
    's3:ListBucket PublicationPrivateBucket',
    's3:ListBucket SiteBucket',
    's3:PutObject PublicationPrivateBucket/listings/*',
    's3:PutObject PublicationPrivateBucket/snapshots/*',
    's3:PutObject PublicationPrivateBucket/supplements/*',
    's3:PutObject SiteBucket/*',
    'sqs:SendMessage PublicationQueue',
  ],
  'record-mail-event': [
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:UpdateItem Table',
    'secretsmanager:GetSecretValue SecretsAddressKey',
  ],
  sweep: [
    'dynamodb:DeleteItem Table VACANCIES#*',
    'dynamodb:GetItem Table',
    'dynamodb:PutItem Table',
    'dynamodb:Query Table',
    'dynamodb:UpdateItem Table',
    'sqs:GetQueueAttributes MailConfirmationsQueue',
    'sqs:GetQueueAttributes MailQueue',
    'sqs:SendMessage MailConfirmationsQueue',
    'sqs:SendMessage MailQueue',
    'sqs:SendMessage PublicationQueue',
  ],
};

const logsOf = (name: string) => [`logs:CreateLogStream ${name}Logs`, `logs:PutLogEvents ${name}Logs`];
const streamReader = [
  'dynamodb:DescribeStream Table.StreamArn',
  'dynamodb:GetRecords Table.StreamArn',
  'dynamodb:GetShardIterator Table.StreamArn',
  'dynamodb:ListStreams Table.StreamArn',
  's3:ListBucket FailedRecordsBucket',
  's3:PutObject FailedRecordsBucket/aws/lambda/*',
];
const readerOf = (queue: string) =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`);

const platform: Record<string, string[]> = {
  'submit-sign-on': logsOf('RoutesSubmitSignOn'),
  'show-sign-on': logsOf('RoutesShowSignOn'),
  'confirm-sign-on': logsOf('RoutesConfirmSignOn'),
  'correct-sign-on': logsOf('RoutesCorrectSignOn'),
  'keep-sign-on': logsOf('RoutesKeepSignOn'),
  'withdraw-sign-on': logsOf('RoutesWithdrawSignOn'),
  unsubscribe: logsOf('RoutesUnsubscribe'),
  'console-sign-in': logsOf('ConsoleConsoleSignIn'),
  'console-link': logsOf('ConsoleConsoleLink'),
  'console-folder': logsOf('ConsoleConsoleFolder'),
  'console-preview': logsOf('ConsoleConsolePreview'),
  console: logsOf('ConsoleConsole'),
  openapi: logsOf('RoutesOpenapi'),
  'not-found': logsOf('RoutesNotFound'),
  tally: [...streamReader, ...logsOf('TallyTally')],
  dispatch: [...streamReader, ...logsOf('DispatchDispatch')],
  'send-mail': [...readerOf('MailQueue'), ...readerOf('MailConfirmationsQueue'), ...logsOf('MailSendMail')],
  publish: [...readerOf('PublicationQueue'), ...logsOf('PublicationPublish')],
  'record-mail-event': logsOf('MailEventsRecordMailEvent'),
  'send-events': [...readerOf('EventsQueue'), ...logsOf('EventsSendEvents')],
  sweep: logsOf('ScheduleSweep'),
};

describe('What a function may do', () => {
  test('is listed here for every function', () => {
    expect([...grants.keys()].sort()).toEqual(Object.keys(code).sort());
    expect(Object.keys(platform).sort()).toEqual(Object.keys(code).sort());
  });

  test.each(Object.keys(code))('%s: its code has exactly the grants that it needs', (name) => {
    expect(codeOf(name)).toEqual(code[name]);
  });

  test.each(Object.keys(platform))('%s: Lambda has the grants that its trigger and log need', (name) => {
    expect(platformOf(name)).toEqual(platform[name]?.sort());
  });
});

/** Anybody in the account who may assume it. */
const organizers = 'OrganizerRole';

describe('Roles', () => {
  const roles = resourcesOf(template, 'AWS::IAM::Role', roleSchema);

  test('are one for each function, and no two functions share one', () => {
    const used = resourcesOf(template, 'AWS::Lambda::Function', functionSchema).map(([, { Role }]) =>
      resourceName(Role),
    );
    expect(new Set(used).size).toBe(used.length);
    expect(roles.map(([name]) => name).sort()).toEqual([...used, organizers].sort());
  });

  test('include one for the terminals of organizers: the table, the address key, and where they are', () => {
    const [, role] = roles.find(([name]) => name === organizers) ?? [];
    const allowed = (role?.Policies ?? []).flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => `${action} ${resourceName(resource)}`)),
      ),
    );
    expect(allowed.sort()).toEqual(organizerGrants);
  });

  test('have no managed policy, and no policy is attached from outside', () => {
    expect(roles.flatMap(([, { ManagedPolicyArns }]) => ManagedPolicyArns)).toEqual([]);
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /^AWS::IAM::(?!Role$)/.test(type))).toEqual([]);
  });

  test('separate what the code may call from what the platform does', () => {
    for (const [name, role] of roles.filter(([name]) => name !== organizers)) {
      const [short, both] = [...grants].find(([key]) => name.endsWith(`${pascal(key)}Role`)) ?? [];
      const inPolicy = (policy: string) =>
        role.Policies.filter(({ PolicyName }) => PolicyName === policy).flatMap(({ PolicyDocument }) =>
          PolicyDocument.Statement.flatMap(({ Action }) => Action),
        );
      expect({ short, actions: new Set(inPolicy('code')) }).toEqual({
        short,
        actions: new Set(both?.code.map(({ action }) => action)),
      });
      expect(new Set(inPolicy('platform'))).toEqual(new Set(both?.platform.map(({ action }) => action)));
    }
  });

  test('have no wildcard but six patterns of objects, two of identities within the mail domain, and the one action that has no resource', () => {
    const all = [...grants].flatMap(([name, { code, platform }]) =>
      [...code, ...platform].map((grant) => ({ name, ...grant })),
    );
    expect(all.filter(({ action }) => action.includes('*'))).toEqual([]);
    const open = all.filter(({ resource }) => resource.includes('*'));
    expect(
      [...new Set(open.map(({ name, action, resource }) => `${name} ${action} ${resource}`))].sort(),
    ).toEqual([
      'dispatch s3:PutObject FailedRecordsBucket/aws/lambda/*',
      'publish s3:DeleteObject PublicationPrivateBucket/listings/*',
      'publish s3:DeleteObject PublicationPrivateBucket/snapshots/*',
      'publish s3:DeleteObject PublicationPrivateBucket/supplements/*',
      'publish s3:DeleteObject SiteBucket/*',
      'publish s3:GetObject PublicationPrivateBucket/listings/*',
      'publish s3:GetObject PublicationPrivateBucket/snapshots/*',
      'publish s3:GetObject PublicationPrivateBucket/supplements/*',
      'publish s3:GetObject SiteBucket/*',
      'publish s3:PutObject PublicationPrivateBucket/listings/*',
      'publish s3:PutObject PublicationPrivateBucket/snapshots/*',
      'publish s3:PutObject PublicationPrivateBucket/supplements/*',
      'publish s3:PutObject SiteBucket/*',
      'send-mail s3:GetObject PublicationPrivateBucket/supplements/*',
      'send-mail s3:GetObject SiteBucket/*/letter.pdf',
      'send-mail ses:GetSendQuota *',
      `send-mail ses:SendRawEmail arn:AWS::Partition:ses:${account}:identity/*.example.org`,
      `send-mail ses:SendRawEmail arn:AWS::Partition:ses:${account}:identity/*@example.org`,
      'tally s3:PutObject FailedRecordsBucket/aws/lambda/*',
    ]);
  });

  test('let no function that takes requests without a token write to a campaign’s gate', () => {
    for (const name of [
      ...['submit-sign-on', 'show-sign-on', 'unsubscribe', 'openapi', 'not-found'],
      ...['console-sign-in', 'console-link'],
    ]) {
      const writes = grants.get(name)?.code.filter(({ action }) => /Put|Update|Delete/.test(action)) ?? [];
      for (const { partitionKeys } of writes) {
        expect(partitionKeys).toBeDefined();
        expect(partitionKeys?.some((key) => 'CAMPAIGN#harbor-trees'.startsWith(key.replace('*', '')))).toBe(
          false,
        );
      }
    }
  });
});
