import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourceName, resourcesOf } from '../../infra/template.ts';
import { devStage, parsed, variant } from './synthesized.ts';

const properties = z.record(z.string(), z.unknown());

test('Synthesis knows no account', () => {
  expect(devStage().template).not.toMatch(/\b\d{12}\b/);
});

describe('What is stored', () => {
  const stored = [
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
    'AWS::SES::EmailIdentity',
    'AWS::SES::ConfigurationSet',
  ];
  /** The DNS records of an identity stay with it. Those of the site point at a distribution that goes. */
  const kept = [...stored, 'AWS::Route53::RecordSet'];
  const policies = (name: 'dev' | 'prod' | 'everyOption') =>
    Object.values(parsed(variant(name)).Resources).filter(
      ({ DeletionPolicy }) => DeletionPolicy !== undefined && DeletionPolicy !== 'Delete',
    );

  test('is kept when the stack goes, but not when its first deployment fails', () => {
    for (const name of ['prod', 'everyOption'] as const) {
      for (const { Type, DeletionPolicy, UpdateReplacePolicy } of policies(name))
        expect([kept.includes(Type), DeletionPolicy, UpdateReplacePolicy]).toEqual([
          true,
          'RetainExceptOnCreate',
          'Retain',
        ]);
      expect(new Set(policies(name).map(({ Type }) => Type))).toEqual(
        new Set(name === 'everyOption' ? kept : stored),
      );
    }
    const records = Object.values(parsed(variant('everyOption')).Resources)
      .filter(({ Type }) => Type === 'AWS::Route53::RecordSet')
      .map(({ Properties = {}, DeletionPolicy = 'Delete' }) => [Properties.Type, DeletionPolicy].join(' '));
    expect(records.sort()).toEqual([
      'A Delete',
      'AAAA Delete',
      ...Array(3).fill('CNAME RetainExceptOnCreate'),
      'MX RetainExceptOnCreate',
      'TXT RetainExceptOnCreate',
    ]);
  });

  test('goes with a stage for trying out', () => {
    expect(policies('dev')).toEqual([]);
  });

  test('has logical ids that do not change: another id would be a new, empty resource', () => {
    const ids = Object.entries(parsed(variant('prod')).Resources)
      .filter(([, { Type }]) => stored.includes(Type))
      .map(([id]) => id);
    expect(ids.sort()).toEqual([
      'FailedRecordsBucket8BDE9169',
      'MailConfigurationSet2AA84368',
      'MailIdentityexampleorg03922593',
      'PublicationPrivateBucket317B9ABB',
      'SecretsAddressKey6AA69E7E',
      'SecretsLinkKeysDA516D71',
      'SiteBucket978D4AEB',
      'Table710B521B',
    ]);
    const others = Object.keys(parsed(variant('everyOption')).Resources);
    expect(others).toEqual(expect.arrayContaining(ids));
  });

  test('has a logical id of its own for each mail domain, whatever the order: an identity that exists cannot be created', () => {
    const identities = (name: 'prod' | 'prodByFlags' | 'everyOption') =>
      Object.entries(parsed(variant(name)).Resources).flatMap(([id, { Type, Properties }]) =>
        Type === 'AWS::SES::EmailIdentity' ? [[Properties.EmailIdentity, id]] : [],
      );
    const ids = new Map(
      [...identities('prod'), ...identities('prodByFlags')].map(([domain, id]) => [id, domain]),
    );
    expect(ids.size).toBe(2);
    for (const [domain, id] of identities('everyOption')) expect([domain, undefined]).toContain(ids.get(id));
  });

  test('is protected from deletion only once the operator says so, since protection would stop a roll-back', () => {
    const isProtected = (name: 'prod' | 'everyOption') =>
      resourcesOf(parsed(variant(name)), 'AWS::DynamoDB::Table', properties)[0]?.[1]
        .DeletionProtectionEnabled;
    expect([isProtected('prod'), isProtected('everyOption')]).toEqual([false, true]);
    const stackIsProtected = (name: 'prod' | 'everyOption') =>
      z
        .object({ properties: z.object({ terminationProtection: z.boolean().optional() }) })
        .parse(variant(name).stack).properties.terminationProtection ?? false;
    expect([stackIsProtected('prod'), stackIsProtected('everyOption')]).toEqual([false, true]);
  });
});

describe('The operator', () => {
  const warnings = (name: 'dev' | 'prod' | 'prodByFlags' | 'everyOption'): string => variant(name).metadata;

  test('is reminded of the protection until it is on', () => {
    expect(warnings('prod')).toContain('set \\"protected: true\\" in ');
    expect(warnings('everyOption')).not.toContain('protected: true');
    expect(warnings('dev')).not.toContain('protected: true');
  });

  test('is warned of a stage that exists in flags alone', () => {
    expect(warnings('prodByFlags')).toContain('Stage prod has no file');
    expect(warnings('prod')).not.toContain('has no file');
  });
});

describe('Every option', () => {
  const { template: text } = variant('everyOption');
  const template = parsed(variant('everyOption'));
  const all = (type: string) => resourcesOf(template, type, properties).map(([, found]) => found);

  test('is in the template: domain, certificate and firewall', () => {
    expect(text).toContain('"SITE_URL": "https://sign.example.org"');
    expect(text).toContain('"MinimumProtocolVersion": "TLSv1.2_2021"');
    expect(all('AWS::CloudFront::Distribution')[0]?.DistributionConfig).toMatchObject({
      Aliases: ['sign.example.org'],
      WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/letters/00000000-made-up',
    });
  });

  test('is in the template: retention, throughput, limits, rate and alarms', () => {
    for (const { RetentionInDays } of all('AWS::Logs::LogGroup')) expect(RetentionInDays).toBe(90);
    expect(all('AWS::DynamoDB::Table')[0]?.WarmThroughput).toEqual({
      ReadUnitsPerSecond: 12_000,
      WriteUnitsPerSecond: 10_000,
    });
    for (const setting of [
      '"NETWORK_FREE": "1"',
      '"NETWORK_BURST": "50"',
      '"NETWORK_PER_HOUR": "20"',
      '"HURRIED_SECONDS": "5"',
      '"SHARE_OF_SENDING_RATE": "0.8"',
    ])
      expect(text).toContain(setting);
    expect(all('AWS::SNS::Subscription').map(({ Endpoint }) => Endpoint)).toEqual([
      'operator@example.org',
      'second@example.org',
    ]);
    const { Outputs } = z.looseObject({ Outputs: properties }).parse(JSON.parse(text));
    expect(Outputs).toMatchObject({
      AlarmEmails: { Value: 'operator@example.org,second@example.org' },
      ShareOfSendingRate: { Value: '0.8' },
      Version: { Value: 'v1.2-3-gabcdef' },
    });
    // A tag with the version would change every resource at each deployment.
    expect(text.match(/v1\.2-3-gabcdef/g)).toHaveLength(1);
    expect(all('AWS::DynamoDB::Table')[0]?.Tags).toEqual([{ Key: 'undersigned:stage', Value: 'prod' }]);
  });

  test('leads from each alarm, each notice and the dashboard to the runbook', () => {
    const runbook = 'https://git.example.org/undersigned/docs/runbook.md';
    for (const { AlarmDescription } of all('AWS::CloudWatch::Alarm'))
      expect(AlarmDescription).toContain(` What to do: ${runbook}#`);
    expect(JSON.stringify(all('AWS::Events::Rule'))).toContain(`${runbook}#failed-records `);
    expect(JSON.stringify(all('AWS::CloudWatch::Dashboard'))).toContain(`rings](${runbook})`);
    expect(variant('prod').template).not.toContain('an alarm rings](');
  });

  test('makes the identities that do not exist, and sends from all', () => {
    expect(all('AWS::SES::EmailIdentity').map(({ EmailIdentity }) => EmailIdentity)).toEqual([
      'example.org',
      'letters.example.net',
    ]);
    for (const name of ['example.com', '*@example.com', '*.example.com'])
      expect(text).toContain(`:identity/${name}"`);
  });

  test('makes the records of site and mail in the zone, and leaves others to the outputs', () => {
    const records = all('AWS::Route53::RecordSet').map(({ Type, Name }) => [Type, JSON.stringify(Name)]);
    expect(records.map(([type]) => type).sort()).toEqual([
      'A',
      'AAAA',
      'CNAME',
      'CNAME',
      'CNAME',
      'MX',
      'TXT',
    ]);
    expect(records.filter(([type]) => type !== 'CNAME').map(([, name]) => name)).toEqual([
      '"sign.example.org."',
      '"sign.example.org."',
      '"bounce.example.org."',
      '"bounce.example.org."',
    ]);
    const outputs = Object.keys(z.looseObject({ Outputs: properties }).parse(JSON.parse(text)).Outputs);
    expect(outputs.filter((name) => /^Mail\d*(Dkim|Mx|Spf)/.test(name))).toEqual([
      'MailDkimRecord1',
      'MailDkimRecord2',
      'MailDkimRecord3',
      'MailMxRecord',
      'MailSpfRecord',
    ]);
    expect(text).toContain('returned.letters.example.net MX 10 feedback-smtp.');
    expect(outputs).toContain('DashboardUrl');
    expect(text).toMatch(/#dashboards\/dashboard\/",\s*\{\s*"Ref": "Dashboard/);
  });
});

describe('A stage whose identity and configuration set exist already', () => {
  const template = parsed(variant('everythingExists'));

  test('makes neither, sends with both, and hears of what comes back', () => {
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(types).not.toContain('AWS::SES::EmailIdentity');
    expect(types).not.toContain('AWS::SES::ConfigurationSet');
    expect(
      resourcesOf(template, 'AWS::SES::ConfigurationSetEventDestination', properties)[0]?.[1],
    ).toMatchObject({ ConfigurationSetName: 'letters', EventDestination: { Enabled: true } });
    const functions = resourcesOf(template, 'AWS::Lambda::Function', properties);
    const sendMail = functions.find(([id]) => resourceName(id) === 'MailSendMail')?.[1];
    expect(JSON.stringify(sendMail)).toContain('"CONFIGURATION_SET":"letters"');
  });

  test('use a restored table everywhere, with its stream, and make none', () => {
    expect(Object.values(template.Resources).map(({ Type }) => Type)).not.toContain('AWS::DynamoDB::Table');
    const tables = resourcesOf(template, 'AWS::Lambda::Function', properties).flatMap(
      ([, { Environment }]) => JSON.stringify(Environment ?? {}).match(/"TABLE_NAME":"[^"]*"/g) ?? [],
    );
    expect(new Set(tables)).toEqual(new Set(['"TABLE_NAME":"letters-restored"']));
    const streams = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', properties).filter(
      ([, { EventSourceArn }]) => JSON.stringify(EventSourceArn).includes('letters-restored/stream/'),
    );
    expect(streams).toHaveLength(2);
  });
});
