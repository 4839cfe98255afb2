import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { RemovalPolicy } from 'aws-cdk-lib';
import { readStage, type Stage } from '../../infra/stage/stage.ts';
import { stageWarnings } from '../../infra/stage/warnings.ts';
import { certificateArn } from './variants.ts';

const root = join(import.meta.dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'undersigned-stages-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const withFlags = (context: Record<string, unknown>): Stage =>
  readStage({ tryGetContext: (name) => context[name], getAllContext: () => context });

let folders = 0;
/** Reads the stage from a file with this text. */
function fromFile(text: string, { stage = 'qa', ...flags }: Record<string, unknown> = {}): Stage {
  const stagesFolder = join(scratch, String(++folders));
  mkdirSync(stagesFolder);
  writeFileSync(join(stagesFolder, `${String(stage)}.yaml`), text);
  return withFlags({ stage, stagesFolder, ...flags });
}

const restored =
  'restoredTable: { name: letters, streamArn: "arn:aws:dynamodb:us-east-1:111122223333:table/letters/stream/2026-11-28T12:00:00.000" }';
const certificate = `certificateArn: "${certificateArn}"`;

describe('Without settings', () => {
  test('a stage is dev, with mail from example.org, and nothing of it is kept or protected', () => {
    expect(withFlags({})).toMatchObject({
      name: 'dev',
      mailDomains: [{ name: 'example.org', existing: false, mailFrom: 'bounce' }],
      alarmEmails: [],
      shareOfSendingRate: 1,
      logRetentionDays: 30,
      keepsData: false,
      isProtected: false,
      removal: RemovalPolicy.DESTROY,
      limits: {
        networkFree: 5,
        networkBurst: 2500,
        networkPerHour: 500,
        hurriedSeconds: 3,
        signOnsPerSecond: 2000,
      },
    });
  });

  test('dev is the same with the file of the repository and without', () => {
    const { file, ...settings } = withFlags({});
    expect(file).toBe('stages/dev.yaml');
    expect(withFlags({ stagesFolder: scratch })).toEqual(settings);
  });
});

test('A stage without a file is warned of, since its name may be misspelled, but the one for trying out', () => {
  expect(stageWarnings(withFlags({ stage: 'pord' }))).toEqual({
    'no-stage-file': expect.stringContaining('If you meant another stage, correct -c stage=pord.'),
  });
  expect(stageWarnings(fromFile('region: us-east-1'))).toEqual({});
  expect(stageWarnings(withFlags({ stagesFolder: scratch }))).toEqual({});
});

test('A stage with a domain of its own that is not called prod is warned of what only prod has by default', () => {
  const domain = `domain: { name: sign.example.org, ${certificate} }`;
  expect(Object.keys(stageWarnings(fromFile(domain, { stage: 'live' })))).toEqual([
    'data-not-kept',
    'no-alarm-address',
  ]);
  const said = `${domain}\nkeepData: false\nalarmEmails: [a@example.org]`;
  expect(stageWarnings(fromFile(said, { stage: 'staging' }))).toEqual({});
});

test('A stage with a restored table is warned of capacity that only the stack’s own table would have', () => {
  const warm = 'warmThroughput: { readUnitsPerSecond: 12000, writeUnitsPerSecond: 9000 }';
  expect(stageWarnings(fromFile(`${restored}\n${warm}`))).toEqual({
    'warm-throughput-unused': expect.stringContaining('WriteUnitsPerSecond=9000'),
  });
  expect(stageWarnings(fromFile(warm))).toEqual({});
});

describe('A stage file', () => {
  test('is the example, as soon as somebody copies it', () => {
    const example = readFileSync(join(root, 'stages', 'prod.example.yaml'), 'utf8');
    expect(fromFile(example, { stage: 'prod' })).toMatchObject({
      account: '111122223333',
      region: 'us-east-1',
      domain: { name: 'letters.example.org' },
      hostedZone: { name: 'example.org' },
      keepsData: true,
      isProtected: false,
      removal: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // What is commented out is right, too.
    const everything = example
      .split('\n')
      .map((line) =>
        line.replace(/^(\s*)# (?=\s*[a-zA-Z]+: \S|\s*- name: |warmThroughput:|restoredTable:$)/, '$1'),
      )
      .join('\n');
    expect(fromFile(everything, { stage: 'prod' })).toMatchObject({
      mailDomains: [
        { name: 'example.org', existing: false, mailFrom: 'bounce' },
        { name: 'example.net', existing: true },
        { name: 'example.com', mailFrom: 'bounce-eu' },
      ],
      configurationSet: 'letters',
      runbookUrl: 'https://git.example.org/undersigned/docs/runbook.md',
      warmThroughput: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 10_000 },
      restoredTable: { name: 'letters-restored' },
    });
  });

  test('may be empty', () => {
    expect(fromFile('# nothing yet\n')).toMatchObject({ name: 'qa', keepsData: false });
  });

  test('names domains for mail in a short and a long way', () => {
    const { mailDomains } = fromFile(
      'mail: { domains: [example.org, { name: example.net, existing: true }, { name: example.com, mailFrom: back }] }',
    );
    expect(mailDomains).toEqual([
      { name: 'example.org', existing: false, mailFrom: 'bounce' },
      { name: 'example.net', existing: true, mailFrom: 'bounce' },
      { name: 'example.com', existing: false, mailFrom: 'back' },
    ]);
  });

  test('sends from the domain of the site if it names no other', () => {
    const { mailDomains } = fromFile(`domain: { name: sign.example.org, ${certificate} }`);
    expect(mailDomains.map(({ name }) => name)).toEqual(['sign.example.org']);
  });

  test('gives way to flags, one by one', () => {
    const stage = fromFile(
      `domain: { name: sign.example.org, ${certificate} }\nlimits: { networkBurst: 50, networkPerHour: 20 }\nprotected: true\n`,
      {
        domain: 'other.example.org',
        networkBurst: '60',
        mailDomain: 'example.org, example.net',
        alarmEmail: 'a@example.org,b@example.org',
        protected: 'false',
        region: 'eu-west-1',
      },
    );
    expect(stage).toMatchObject({
      domain: { name: 'other.example.org', certificateArn },
      limits: { networkBurst: 60, networkPerHour: 20, networkFree: 5 },
      mailDomains: [{ name: 'example.org' }, { name: 'example.net' }],
      alarmEmails: ['a@example.org', 'b@example.org'],
      isProtected: false,
      region: 'eu-west-1',
    });
  });
});

const prod = 'alarmEmails: [a@example.org]\nmail: { domains: [example.org] }\n';

describe('A mistake', () => {
  test.each([
    ['alarms: [a@example.org]', '/qa.yaml: "alarms" is no setting. Correct the spelling'],
    ['mail: { domain: example.org }', '/qa.yaml: mail: "domain" is no setting'],
    ['limits: { networkFlee: 1 }', '/qa.yaml: limits: "networkFlee" is no setting'],
    ['account: 111122223333', 'account: must be the twelve digits of the account in quotation marks.'],
    ['account: "123"', 'account: must be the twelve digits'],
    ['region: Frankfurt', 'region: must be a region, such as us-east-1; those of'],
    [
      'alarmEmails: a@example.org',
      'alarmEmails: must be a list of email addresses, such as [operator@example.org].',
    ],
    ['alarmEmails: [operator]', 'alarmEmails[0]: must be an email address, such as operator@example.org.'],
    ['mail: { domains: [] }', 'mail.domains: must name at least one domain.'],
    ['mail: { domains: ["Example.ORG"] }', 'mail.domains[0]: must be a domain name'],
    ['mail: { domains: [{ name: example.org, exists: true }] }', 'mail.domains[0]: "exists" is no setting'],
    ['mail: { domains: [example.org, example.org] }', 'mail.domains: example.org stands there twice.'],
    [
      'alarmEmails: [a@example.org, A@example.org]',
      'alarmEmails: a@example.org stands there twice. Name it once.',
    ],
    [
      'mail: { domains: [example.org, bounce.example.org] }',
      'mail.domains: mails of example.org come back to bounce.example.org, which is the site or a mail domain, too.',
    ],
    [
      `domain: { name: back.example.org, ${certificate} }\nmail: { domains: [{ name: example.org, mailFrom: back }] }`,
      'Give example.org another mailFrom.',
    ],
    [
      `account: "444455556666"\ndomain: { name: sign.example.org, ${certificate} }`,
      'domain.certificateArn: is of account 111122223333, and this stage is deployed to 444455556666.',
    ],
    [
      `account: "444455556666"\nwebAclArn: arn:aws:wafv2:us-east-1:111122223333:global/webacl/letters/00000000`,
      'webAclArn: is of account 111122223333',
    ],
    [
      `account: "444455556666"\nregion: eu-west-1\n${restored}`,
      'restoredTable.streamArn: is of account 111122223333',
    ],
    [
      `region: eu-west-1\n${restored}`,
      'restoredTable.streamArn: is in us-east-1, and this stage is deployed to eu-west-1.',
    ],
    ['mail: { configurationSet: "a b" }', 'mail.configurationSet: must be the name of a configuration set'],
    ['mail: { shareOfSendingRate: 0 }', 'mail.shareOfSendingRate: must be above 0, and at most 1'],
    ['mail: { shareOfSendingRate: 1.5 }', 'mail.shareOfSendingRate: must be above 0, and at most 1'],
    ['mail: { shareOfSendingRate: half }', 'mail.shareOfSendingRate: must be a number above 0'],
    [
      'domain: { name: sign.example.org }',
      'domain.certificateArn: is missing: a domain needs a certificate.',
    ],
    [
      `domain: { name: sign.example.org, certificateArn: "${certificateArn.replace('us-east-1', 'eu-west-1')}" }`,
      'domain.certificateArn: must be the ARN of a certificate in us-east-1',
    ],
    [`domain: { name: "not a domain", ${certificate} }`, 'domain.name: must be a domain name'],
    [
      `domain: { name: sign.example.net, ${certificate} }\nhostedZone: { id: Z0123, name: example.org }`,
      'hostedZone.name: sign.example.net is not in the zone example.org.',
    ],
    [
      `domain: { name: sign-example.org, ${certificate} }\nhostedZone: { id: Z0123, name: example.org }`,
      'hostedZone.name: sign-example.org is not in the zone example.org.',
    ],
    ['hostedZone: { id: example.org, name: example.org }', 'hostedZone.id: must be the id of a hosted zone'],
    ...['docs/runbook.md', 'http://git.example.org/runbook.md', 'https://git.example.org/#top'].map(
      (address): [string, string] => [
        `runbookUrl: "${address}"`,
        'runbookUrl: must be the address of the runbook',
      ],
    ),
    ['webAclArn: letters', 'webAclArn: must be the ARN of a web ACL for CloudFront, which is in us-east-1'],
    ['limits: { networkBurst: 0 }', 'limits.networkBurst: must be a whole number from 1 to 1000000.'],
    ['limits: { signOnsPerSecond: 0 }', 'limits.signOnsPerSecond: must be a whole number from 1 to 2000.'],
    ['limits: { networkFree: many }', 'limits.networkFree: must be a whole number from 0'],
    ['limits: { networkPerHour: 1.5 }', 'limits.networkPerHour: must be a whole number from 1'],
    ['logRetentionDays: 31', 'logRetentionDays: must be one of 1, 3, 5, 7, 14, 30'],
    [
      'warmThroughput: { readUnitsPerSecond: 1, writeUnitsPerSecond: 4000 }',
      'warmThroughput.readUnitsPerSecond: must be a whole number from 12000',
    ],
    ['restoredTable: { name: letters-restored }', 'restoredTable.streamArn: is missing: switch the stream'],
    [
      'restoredTable: { name: other, streamArn: "arn:aws:dynamodb:us-east-1:111122223333:table/letters/stream/2026-11-28T12:00:00.000" }',
      'restoredTable: must name one table',
    ],
    ['protected: yes please', 'protected: must be true or false, without'],
    ['keepData: 1', 'keepData: must be true or false, without'],
    [
      'domain: letters.example.org',
      'domain: must have settings of its own, such as { name: letters.example.org',
    ],
    [
      'limits:',
      'limits: must have settings of its own, such as { networkBurst: 2500 }. To do without, remove the key.',
    ],
    ['mail: example.org', 'mail: must have settings of its own, such as { domains: [example.org] }'],
    ['mail: { domains: example.org }', 'mail.domains: must be a list, such as [example.org].'],
    ['mail: { configurationSet: 7 }', 'mail.configurationSet: must be the name of a configuration set'],
    [
      'mail: { domains: [{ name: example.org, mailFrom: a.example.org }] }',
      'must be the first label of the MAIL FROM',
    ],
    ['hostedZone: Z0123456789ABC', 'hostedZone: must have settings of its own, such as { id: Z'],
    ['hostedZone: { id: 7, name: example.org }', 'hostedZone.id: must be the id of a hosted zone'],
    ['warmThroughput: 10000', 'warmThroughput: must have settings of its own'],
    ['restoredTable: letters', 'restoredTable: must have settings of its own'],
    ['runbookUrl:', 'runbookUrl: must be the address of the runbook'],
    ['webAclArn:', 'webAclArn: must be the ARN of a web ACL'],
    ['logRetentionDays: "30"', '1096, without quotation marks.'],
    ['- a list', '/qa.yaml: must consist of lines such as "region: us-east-1".'],
    ['region:us-east-1', '/qa.yaml: must consist of lines such as "region: us-east-1".'],
    ['a: [', '/qa.yaml: is not YAML.'],
    ['mail:\n\tdomains: [example.org]', 'is not YAML. Tabs are not allowed as indentation at line 2'],
    ['region: us-east-1\nregion: eu-west-1', 'is not YAML. Map keys must be unique at line 2'],
    [
      'region: us-east-1\n---\nregion: eu-west-1',
      '/qa.yaml: consists of several parts. Take out the lines "---".',
    ],
    ['Region: us-east-1', '/qa.yaml: "Region" is no setting. Correct the spelling'],
    ['region: us-esat-1', 'region: must be a region, such as us-east-1'],
    ['region: US-EAST-1', 'region: must be a region, such as us-east-1'],
    ['region: us-east-1a', 'region: must be a region, such as us-east-1'],
    ['region: us-gov-west-1', 'region: must be a region, such as us-east-1; those of China and of GovCloud'],
    ['region: cn-north-1', 'region: must be a region, such as us-east-1; those of China and of GovCloud'],
    ['account: "1111-2222-3333"', 'account: must be the twelve digits'],
    ['account: “111122223333”', 'account: must be the twelve digits'],
    ['alarmEmails:', 'alarmEmails: must be a list of email addresses'],
    ['alarmEmails: ["a@example.org, b@example.org"]', 'alarmEmails[0]: must be an email address'],
    ['alarmEmails: [" a@example.org"]', 'alarmEmails[0]: must be an email address'],
    ['alarmEmails: ["mailto:a@example.org"]', 'alarmEmails[0]: must be an email address'],
    ['mail: { domains: [letters@example.org] }', 'mail.domains[0]: must be a domain name'],
    ['mail: { domains: ["https://example.org"] }', 'mail.domains[0]: must be a domain name'],
    [
      'mail: { domains: [{ existing: true }] }',
      'mail.domains[0]: must be a domain name, or { name: example.org',
    ],
    [
      'mail: { domains: [{ name: example.org, existing: true, mailFrom: back }] }',
      'mail.domains[0].mailFrom: has no effect on an identity that exists. Remove it here, and set it at SES',
    ],
    ['mail: { domains: [{ name: example.org, existing: yes }] }', '"existing" is true or false'],
    [
      'mail: { domains: [example.org, { name: example.org }] }',
      'mail.domains: example.org stands there twice.',
    ],
    ['mail: { shareOfSendingRate: 50% }', 'mail.shareOfSendingRate: must be a number above 0'],
    ['mail: { shareOfSendingRate: .nan }', 'mail.shareOfSendingRate: must be a number above 0'],
    ...[
      'https://a.example.org',
      'a.example.org/',
      'a.example.org:443',
      'a.example.org.',
      '*.example.org',
      'A.example.org',
      'ä.example.org',
    ].map((name) => [
      `domain: { name: "${name}", ${certificate} }`,
      'domain.name: must be a domain name alone, such as example.org: letters from a to z in lower case, digits',
    ]),
    [
      'domain: { name: a.example.org, certificateArn: "arn:aws:iam::111122223333:server-certificate/x" }',
      'domain.certificateArn: must be the ARN of a certificate in us-east-1',
    ],
    [
      `domain: { name: example.org, ${certificate} }\nhostedZone: { id: Z0123, name: letters.example.org }`,
      'hostedZone.name: example.org is not in the zone letters.example.org.',
    ],
    [
      'mail: { domains: [example.net] }\nhostedZone: { id: Z0123, name: example.org }',
      'hostedZone.name: no domain of this stage is in the zone example.org. Name the zone of one, or leave out',
    ],
    [
      'hostedZone: { id: /hostedzone/Z0123, name: example.org }',
      'hostedZone.id: must be the id of a hosted zone',
    ],
    ['hostedZone: { id: Z0123, name: "example.org." }', 'hostedZone.name: must be a domain name alone'],
    [
      'webAclArn: arn:aws:wafv2:us-east-1:111122223333:regional/webacl/letters/00000000',
      'webAclArn: must be the ARN of a web ACL for CloudFront, which is in us-east-1',
    ],
    ['limits: { networkBurst: 2,500 }', 'limits: "500" is no setting.'],
    ['limits: { networkPerHour: -1 }', 'limits.networkPerHour: must be a whole number from 1'],
    ['limits: { networkPerHour: "500" }', 'limits.networkPerHour: must be a whole number from 1'],
    ['protected: "true"', 'protected: must be true or false, without quotation marks.'],
    ['keepData:', 'keepData: must be true or false, without'],
  ])('in a file is told with file, key and cure: %s', (text, told) => {
    expect(() => fromFile(text)).toThrow(told);
  });

  test.each([
    [{ stage: 'Dev_1' }, '-c stage: "Dev_1" must be 1 to 12 lower-case letters and digits'],
    [{ domain: 'sign.example.org' }, 'domain.certificateArn: is missing: a domain needs a certificate.'],
    [
      { domain: 'sign.example.org', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
      '-c certificateArn: must be the ARN of a certificate in us-east-1',
    ],
    [{ mailDomain: 'not a domain' }, '-c mailDomain: must be a domain name'],
    [{ networkBurst: '0' }, '-c networkBurst: must be a whole number from 1'],
    [{ networkFree: 'many' }, '-c networkFree: must be a whole number from 0'],
    [{ protected: 'perhaps' }, '-c protected: must be true or false, without'],
    [{ domian: 'sign.example.org' }, '-c domian: is no flag. Correct the spelling, or write the setting'],
    [{ alarmEmails: 'a@example.org' }, '-c alarmEmails: is no flag.'],
    [{ version: 'a b' }, '-c version: "a b" must be 1 to 100 letters, digits'],
    [{ stagesFolder: '/no/such/folder' }, '-c stagesFolder: there is no folder /no/such/folder.'],
  ])('in a flag is told with its name and the cure: %j', (flags, told) => {
    expect(() => withFlags(flags)).toThrow(told);
  });

  test.each([
    ['mail: { domains: [example.org] }', 'alarmEmails: stage prod needs an address that gets the alarms.'],
    ['alarmEmails: []\nmail: { domains: [example.org] }', 'alarmEmails: stage prod needs an address'],
    ['alarmEmails: [a@example.org]', 'mail.domains: stage prod needs the domain that its mails come from.'],
  ])('is what the public’s stage lacks: %s', (text, told) => {
    expect(() => fromFile(text, { stage: 'prod' })).toThrow(told);
    expect(fromFile(prod, { stage: 'prod' })).toMatchObject({ name: 'prod', keepsData: true });
  });

  test('is that the public’s stage has no file, which is told before what would be in it', () => {
    const stagesFolder = join(scratch, 'empty');
    mkdirSync(stagesFolder);
    expect(() => withFlags({ stage: 'prod', stagesFolder })).toThrow(
      /^\S+prod\.yaml: does not exist, so the stage has no settings\. [^\n]*$/,
    );
  });

  test('is a file whose name ends otherwise: nothing of it would be read', () => {
    writeFileSync(join(scratch, 'live.yml'), prod);
    expect(() => withFlags({ stage: 'live', stagesFolder: scratch })).toThrow(
      'live.yml: is not read. Rename it to live.yaml.',
    );
  });

  test('is not the context of the CDK itself', () => {
    expect(
      withFlags({ '@aws-cdk/core:x': true, 'aws:cdk:enable-y': '1', 'acknowledged-issue-numbers': [] }).name,
    ).toBe('dev');
  });

  test('does not hide others: all are told at once', () => {
    const read = () => fromFile('region: Frankfurt\nprotected: 3\nalarms: []\n');
    for (const told of ['region: must', 'protected: must', '"alarms" is no setting'])
      expect(read).toThrow(told);
  });

  test('is told once: a stream that is none is not told to be that of another table', () => {
    expect(() => fromFile('restoredTable: { name: letters, streamArn: letters }')).toThrow(
      /^\S+: restoredTable\.streamArn: must be the ARN of the stream of the restored table: \S+\.$/,
    );
  });

  test('ends the synthesis with the sentences alone, without a stack trace', () => {
    const app = spawnSync(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'prod', region: 'Frankfurt' }) },
      encoding: 'utf8',
    });
    expect(app.status).toBe(1);
    expect(app.stderr).toBe(
      '-c region: must be a region, such as us-east-1; those of China and of GovCloud cannot be used.\n',
    );
  });
});
