import { describe, expect, test } from '@jest/globals';
import { checkMachine, type Machine } from '../../../cli/doctor/check-machine.ts';
import type { Identity } from '../../../cli/doctor/check-mail-domain.ts';
import { type Finding, notInOutputs, tryRead } from '../../../cli/doctor/finding.ts';
import { readDmarc } from '../../../cli/doctor/read-dmarc.ts';
import { checkStage, type StageState } from '../../../cli/doctor/stage-findings.ts';
import { Failure } from '../../../shared/failure.ts';
import { denied, readyMachine, readyStage } from './stage-state.ts';

const now = new Date('2026-11-28T12:00:00Z');

/** What is not in order: check, state, and something of its cure. */
const wrongOf = (findings: Finding[]) => findings.filter(({ state }) => state !== 'ok');
const ofStage = (changed: Partial<StageState>) => wrongOf(checkStage({ ...readyStage, ...changed }, now));
const ofMachine = (changed: Partial<Machine>) => wrongOf(checkMachine({ ...readyMachine, ...changed }));

const withIdentity = (changed: Partial<Identity>) => {
  const [domain] = readyStage.domains;
  if (!domain || !('value' in domain.identity)) throw new Error('The sample has no identity.');
  return ofStage({ domains: [{ ...domain, identity: { value: { ...domain.identity.value, ...changed } } }] });
};
const withAccount = (changed: object) =>
  ofStage({
    account: { value: { ...('value' in readyStage.account && readyStage.account.value), ...changed } },
  });

const finding = (check: string, state: Finding['state'], cure: string) =>
  expect.objectContaining({ check, state, cure: expect.stringContaining(cure) });

test('A stage and a machine that lack nothing have no finding but "ok"', () => {
  expect([...ofStage({}), ...ofMachine({})]).toEqual([]);
});

describe('The mail domain', () => {
  test.each([
    [
      'is not verified',
      { VerifiedForSendingStatus: false },
      [finding('identity', 'stops', 'two._domainkey.example.org CNAME two.dkim.amazonses.com')],
    ],
    [
      'waits for its DKIM records',
      {
        DkimAttributes: {
          SigningEnabled: true,
          Status: 'PENDING' as const,
          SigningHostedZone: 'abc1.dkim.amazonses.com',
          Tokens: ['one'],
        },
      },
      [
        finding(
          'dkim',
          'stops',
          'one._domainkey.example.org CNAME one.abc1.dkim.amazonses.com. SES looks for them for 72 hours',
        ),
      ],
    ],
    [
      'waits for the record of a key of its own',
      {
        DkimAttributes: {
          SigningEnabled: true,
          Status: 'PENDING' as const,
          SigningAttributesOrigin: 'EXTERNAL' as const,
          Tokens: ['mail2026'],
        },
      },
      [finding('dkim', 'stops', 'public key of your DKIM key: mail2026._domainkey.example.org')],
    ],
    [
      'was given up by SES',
      { DkimAttributes: { SigningEnabled: true, Status: 'FAILED' as const } },
      [finding('dkim', 'stops', 'let SES look again')],
    ],
    [
      'has DKIM records that SES cannot see for now',
      { DkimAttributes: { SigningEnabled: true, Status: 'TEMPORARY_FAILURE' as const, Tokens: ['one'] } },
      [finding('dkim', 'warning', 'one._domainkey.example.org CNAME')],
    ],
    [
      'does not sign',
      { DkimAttributes: { SigningEnabled: false, Status: 'SUCCESS' as const } },
      [finding('dkim', 'warning', '--signing-enabled')],
    ],
    [
      'has no MAIL FROM',
      { MailFromAttributes: undefined },
      [finding('mail-from', 'warning', 'bounce.example.org MX 10 feedback-smtp.us-east-1.amazonses.com')],
    ],
    [
      'has a MAIL FROM without its record',
      {
        MailFromAttributes: {
          MailFromDomain: 'news.example.org',
          MailFromDomainStatus: 'PENDING' as const,
          BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' as const,
        },
      },
      [
        finding(
          'mail-from',
          'warning',
          'news.example.org MX 10 feedback-smtp.us-east-1.amazonses.com, news.example.org TXT "v=spf1 include:amazonses.com ~all". SES looks for them',
        ),
      ],
    ],
    [
      'has a MAIL FROM that SES has given up, so that it must be asked again',
      {
        MailFromAttributes: {
          MailFromDomain: 'news.example.org',
          MailFromDomainStatus: 'FAILED' as const,
          BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' as const,
        },
      },
      [
        finding(
          'mail-from',
          'warning',
          'put-email-identity-mail-from-attributes --email-identity example.org --mail-from-domain news.example.org',
        ),
      ],
    ],
    ...(['PENDING', 'FAILED', 'TEMPORARY_FAILURE'] as const).map(
      (MailFromDomainStatus): [string, Partial<Identity>, unknown[]] => [
        `is refused by SES while its MAIL FROM is ${MailFromDomainStatus}`,
        {
          MailFromAttributes: {
            MailFromDomain: 'news.example.org',
            MailFromDomainStatus,
            BehaviorOnMxFailure: 'REJECT_MESSAGE',
          },
        },
        [finding('mail-from', 'stops', '--behavior-on-mx-failure USE_DEFAULT_VALUE')],
      ],
    ),
    [
      'forwards bounces',
      { FeedbackForwardingStatus: true },
      [finding('feedback-forwarding', 'warning', '--no-email-forwarding-enabled')],
    ],
  ])('%s', (_, changed, expected) => {
    expect(withIdentity(changed)).toEqual(expected);
  });

  test('has a sender’s address that is an identity of its own', () => {
    expect(ofStage({ senderIdentities: { value: ['letters@example.org'] } })).toEqual([
      finding('sender-identity', 'warning', '--email-identity letters@example.org'),
    ]);
  });

  test('has no identity in this region', () => {
    const domains = [
      { name: 'example.org', identity: { value: undefined }, dmarc: { value: ['v=DMARC1; p=none'] } },
    ];
    const [found, ...others] = ofStage({ domains });
    expect(others).toEqual([]);
    // Without `existing: true`, a deployment changes nothing, since the template is the same.
    for (const cure of ['existing: true', 'What somebody changed by hand', 'other DKIM records'])
      expect(found).toEqual(finding('identity', 'stops', cure));
  });

  test.each([
    [[], 'no DMARC policy'],
    [['v=spf1 -all', 'v=DMARC10'], 'no DMARC policy'],
    [['v=DMARC1; p=none', 'v=DMARC1;p=reject'], '2 DMARC records'],
  ])('has the DMARC records %j', (records, says) => {
    const domains = readyStage.domains.map((domain) => ({ ...domain, dmarc: { value: records } }));
    expect(ofStage({ domains })).toEqual([
      expect.objectContaining({ check: 'dmarc', state: 'warning', says: expect.stringContaining(says) }),
    ]);
  });
});

describe('DMARC', () => {
  const notFound = () => Promise.reject(Object.assign(new Error('no record'), { code: 'ENOTFOUND' }));

  test('is looked up at the domain, and then at the registered domain', async () => {
    const asked: string[] = [];
    const lookUp = async (name: string) => {
      asked.push(name);
      return name === '_dmarc.example.org' ? [['v=DMARC1; ', 'p=none']] : await notFound();
    };
    expect(await readDmarc('mail.example.org', lookUp)).toEqual({ value: ['v=DMARC1; p=none'] });
    expect(asked).toEqual(['_dmarc.mail.example.org', '_dmarc.example.org']);
  });

  test('that does not exist is not a failure, but a failing DNS server is', async () => {
    expect(await readDmarc('example.org', notFound)).toEqual({ value: [] });
    const failing = () => Promise.reject(Object.assign(new Error('down'), { code: 'ESERVFAIL' }));
    expect(await readDmarc('example.org', failing)).toMatchObject({ unread: { code: 'ESERVFAIL' } });
  });
});

describe('The account', () => {
  test.each([
    ['in the sandbox', { ProductionAccessEnabled: false }, 'sandbox', 'stops', 'step 7'],
    ['stopped', { EnforcementStatus: 'SHUTDOWN' }, 'sending', 'stops', 'runbook'],
    ['paused', { SendingEnabled: false }, 'sending', 'stops', 'runbook'],
    ['under review', { EnforcementStatus: 'PROBATION' }, 'sending', 'warning', 'runbook'],
    [
      'with a quota below the campaign',
      { SendQuota: { Max24HourSend: 200, MaxSendRate: 14, SentLast24Hours: 31 } },
      'quota',
      'warning',
      'Service Quotas',
    ],
  ] as const)('%s', (_, changed, check, state, cure) => {
    expect(withAccount(changed)).toEqual([finding(check, state, cure)]);
  });

  test('needs hours for a million signers at 14 a second, and has no daily limit if SES says -1', () => {
    const campaigns = {
      value: {
        sending: [{ slug: 'large', signers: 1_000_000, address: 'letters@example.org' }],
        unreadable: [],
      },
    };
    const SendQuota = { Max24HourSend: -1, MaxSendRate: 14, SentLast24Hours: 0 };
    expect(ofStage({ campaigns, account: { value: { ProductionAccessEnabled: true, SendQuota } } })).toEqual([
      expect.objectContaining({ check: 'rate', says: expect.stringContaining('over 40 hours') }),
    ]);
  });

  test('publishes too few events, or none, or has them switched off', () => {
    const [destination] = 'value' in readyStage.events ? readyStage.events.value : [];
    if (!destination) throw new Error('The sample has no destination.');
    for (const value of [
      [],
      [{ ...destination, Enabled: false }],
      [{ ...destination, MatchingEventTypes: ['SEND' as const] }],
    ])
      expect(ofStage({ events: { value } })).toEqual([
        finding(
          'events',
          'warning',
          'make it again, since a deployment does not: SES console → Configuration sets → letters',
        ),
      ]);
  });

  test('uses a configuration set that existed, and is not as the stack would make it', () => {
    expect(ofStage({ configuration: { value: {} } })).toEqual([
      finding('configuration-set', 'warning', '--tls-policy REQUIRE'),
      finding('configuration-set', 'warning', '--suppressed-reasons BOUNCE COMPLAINT'),
    ]);
    const [configuration] = 'value' in readyStage.configuration ? [readyStage.configuration.value] : [];
    const value = { ...configuration, SendingOptions: { SendingEnabled: false } };
    expect(ofStage({ configuration: { value } })).toEqual([
      finding('configuration-set', 'stops', '--sending-enabled'),
    ]);
  });

  test.each([10, 299])('may run %s functions at once, fewer than a launch needs', (value) => {
    expect(ofStage({ concurrency: { value } })).toEqual([finding('concurrency', 'warning', 'L-B99A9384')]);
    expect(ofStage({ concurrency: { value: 300 } })).toEqual([]);
  });

  test('has functions that somebody has throttled or deleted', () => {
    const { functions } = readyStage;
    if (!('value' in functions)) throw new Error('The sample has no functions.');
    const withFunction = (short: string, changed: object) =>
      ofStage({
        functions: {
          value: functions.value.map((one) => ({ ...one, ...(one.name.endsWith(short) && changed) })),
        },
      });
    expect(withFunction('-sweep', { reserved: 0 })).toEqual([
      finding(
        'functions',
        'stops',
        'aws lambda delete-function-concurrency --function-name undersigned-prod-sweep',
      ),
    ]);
    expect(withFunction('-publish', { reserved: 2 })).toEqual([
      finding('functions', 'warning', 'If nobody needs that'),
    ]);
    expect(withFunction('-openapi', { exists: false })).toEqual([
      finding('functions', 'stops', 'What somebody changed by hand'),
    ]);
    // The triggers tell of it.
    expect(withFunction('-tally', { exists: false })).toEqual([]);
  });

  test('has a rate that several stages share', () => {
    const campaigns = {
      value: {
        sending: [{ slug: 'large', signers: 60_000, address: 'letters@example.org' }],
        unreadable: [],
      },
    };
    const SendQuota = { Max24HourSend: -1, MaxSendRate: 14, SentLast24Hours: 0 };
    const account = { value: { ProductionAccessEnabled: true, SendQuota } };
    expect(ofStage({ campaigns, account, shareOfSendingRate: 0.5 })).toEqual([
      expect.objectContaining({
        check: 'rate',
        says: expect.stringMatching(/7 emails a second, this stage’s share of 14: .* over 5 hours/),
      }),
    ]);
  });

  test('has used what confirmations may use of the day’s quota', () => {
    const SendQuota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 40_000 };
    expect(withAccount({ SendQuota })).toEqual([
      expect.objectContaining({
        check: 'quota',
        says: expect.stringContaining('Confirmations may use 40,000'),
      }),
    ]);
    expect(withAccount({ SendQuota: { ...SendQuota, SentLast24Hours: 39_000 } })).toEqual([]);
  });
});

describe('The alarms', () => {
  const { recipients, alarms } = readyStage;
  if (!('value' in recipients) || !('value' in alarms)) throw new Error('The sample has no alarms.');
  const sentTo = (changed: Partial<typeof recipients.value>) =>
    ofStage({ recipients: { value: { ...recipients.value, ...changed } } });
  const Endpoint = 'operator@example.org';

  test.each([
    [
      'one who has unsubscribed',
      { subscriptions: [{ SubscriptionArn: 'Deleted', Endpoint }] },
      'aws sns subscribe',
    ],
    [
      'one who has not confirmed yet',
      { subscriptions: [{ SubscriptionArn: 'PendingConfirmation', Endpoint }] },
      'Request confirmation',
    ],
    ['nobody, since the stage file names nobody', { expected: [], subscriptions: [] }, 'Write alarmEmails'],
    [
      'nobody any more, since nobody confirmed',
      { subscriptions: [] },
      'aws sns subscribe --topic-arn arn:aws:sns:us-east-1:111122223333:alarms --protocol email --notification-endpoint operator@example.org',
    ],
    [
      'one of two, since the other did not confirm',
      { expected: [Endpoint, 'deputy@example.org'] },
      '--notification-endpoint deputy@example.org',
    ],
  ])('have as recipients %s', (_, changed, cure) => {
    expect(sentTo(changed)).toEqual([finding('alarms', 'warning', cure)]);
  });

  test('name each address that gets none, for whatever reason', () => {
    const subscriptions = [
      { SubscriptionArn: 'Deleted', Endpoint: 'ended@example.org' },
      { SubscriptionArn: 'PendingConfirmation', Endpoint: 'waiting@example.org' },
    ];
    const expected = ['ended@example.org', 'waiting@example.org', 'expired@example.org'];
    expect(sentTo({ subscriptions, expected }).map(({ says }) => says)).toEqual([
      expect.stringContaining('No alarm reaches ended@example.org: somebody pressed'),
      expect.stringContaining(
        'No alarm reaches expired@example.org: the subscription was not confirmed within',
      ),
      expect.stringContaining('No alarm reaches waiting@example.org: the subscription is not confirmed'),
    ]);
  });

  test('name nobody whose ended subscription was followed by another one, or whom the stage file no longer names', () => {
    const subscriptions = [
      { SubscriptionArn: 'Deleted', Endpoint },
      ...recipients.value.subscriptions,
      { SubscriptionArn: 'Deleted', Endpoint: 'left@example.org' },
    ];
    expect(sentTo({ subscriptions })).toEqual([]);
  });

  test('reach others all the same', () => {
    const expected = [Endpoint, 'deputy@example.org'];
    const state = { ...readyStage, recipients: { value: { ...recipients.value, expected } } };
    expect(checkStage(state, now).filter(({ check }) => check === 'alarms')).toEqual([
      finding('alarms', 'warning', 'deputy@example.org'),
      { check: 'alarms', state: 'ok', says: 'Alarms reach Operator@example.org.' },
    ]);
  });

  test('are missed when some of them are gone', () => {
    expect(ofStage({ alarmNames: ['site-down', 'api-failing', 'bounces'] })).toEqual([
      {
        check: 'alarm-states',
        state: 'warning',
        says: 'These alarms do not exist, since somebody has deleted them: undersigned-prod-api-failing undersigned-prod-bounces.',
        cure: '“What somebody changed by hand” in docs/runbook.md.',
      },
    ]);
  });

  test('tell nobody without an action', () => {
    expect(withAlarm({ AlarmActions: [] })).toEqual([
      finding('alarm-actions', 'warning', 'What somebody changed by hand'),
    ]);
  });

  const withAlarm = (changed: object) =>
    ofStage({ alarms: { value: alarms.value.map((alarm) => ({ ...alarm, ...changed })) } });

  test('tell nobody while their actions are disabled', () => {
    expect(withAlarm({ ActionsEnabled: false })).toEqual([
      finding('alarm-actions', 'warning', 'enable-alarm-actions --alarm-names undersigned-prod-site-down'),
    ]);
  });

  test('of somebody else, whose names begin in the same way, may tell whom they like', () => {
    const AlarmName = 'undersigned-prod-of-our-own';
    const other = { AlarmName, AlarmActions: [], ActionsEnabled: false, StateValue: 'OK' as const };
    expect(ofStage({ alarms: { value: [...alarms.value, other] } })).toEqual([]);
  });

  test('are missed when there are none', () => {
    expect(ofStage({ alarms: { value: [] } })).toEqual([
      finding('alarm-states', 'warning', 'What somebody changed by hand'),
    ]);
  });

  test('that ring now are named, with what to do', () => {
    expect(withAlarm({ StateValue: 'ALARM' })).toEqual([
      {
        check: 'alarm-states',
        state: 'warning',
        says: 'The alarm undersigned-prod-site-down is ringing. The site does not answer: nobody can sign.',
        cure: 'docs/runbook.md#site-down',
      },
    ]);
  });
});

describe('A trigger', () => {
  const { mappings, table } = readyStage;
  if (!('value' in mappings) || !('value' in table)) throw new Error('The sample has no triggers.');
  const triggers = mappings.value;
  const streamArn = table.value.table?.LatestStreamArn ?? '';

  test('reads an old stream of the table that the stack made: nobody is told to take the table out of the stack', () => {
    const own =
      'arn:aws:dynamodb:us-east-1:111122223333:table/undersigned-prod-Table/stream/2026-11-28T12:00:00.000';
    const state = {
      mappings: {
        value: { ...triggers, dispatch: [{ UUID: 'd1', State: 'Enabled', EventSourceArn: `${own}-old` }] },
      },
      table: { value: { ...table.value, table: { ...table.value.table, LatestStreamArn: own } } },
    };
    expect(ofStage(state as Partial<StageState>)).toContainEqual(
      finding('triggers', 'stops', 'do not write it yet'),
    );
  });

  test.each([
    [
      'is disabled',
      { dispatch: [{ UUID: 'd1', State: 'Disabled', EventSourceArn: streamArn }] },
      'update-event-source-mapping --uuid d1 --enabled',
    ],
    [
      'reads an older stream of the table',
      { tally: [{ UUID: 't1', State: 'Enabled', EventSourceArn: streamArn.replace('2026', '2025') }] },
      `streamArn: ${streamArn}`,
    ],
    [
      'is gone',
      { 'send-mail': triggers['send-mail']?.slice(1) },
      'change the id of the mapping in infra/mail.ts',
    ],
  ])('%s', (_, changed, cure) => {
    expect(ofStage({ mappings: { value: { ...triggers, ...changed } } })).toEqual([
      finding('triggers', 'stops', cure),
    ]);
  });

  test('is not compared with a stream that could not be read', () => {
    const findings = ofStage({ table: denied('dynamodb:DescribeTable') });
    expect(findings.map(({ check }) => check)).toEqual(['table']);
  });
});

describe('A rule of EventBridge', () => {
  const { rules } = readyStage;
  if (!('value' in rules)) throw new Error('The sample has no rules.');
  const all = rules.value;

  test.each([
    ['MailEventsBounced', 'warning'],
    ['ScheduleEveryMinute', 'stops'],
  ] as const)('is disabled or gone: %s', (id, state) => {
    const isIt = ({ Name = '' }) => Name.startsWith(`undersigned-prod-${id}`);
    const disabled = all.map((rule) => (isIt(rule) ? { ...rule, State: 'DISABLED' as const } : rule));
    expect(ofStage({ rules: { value: disabled } })).toEqual([
      finding('rules', state, `enable-rule --name undersigned-prod-${id}30EA49B1-MADEUP`),
    ]);
    expect(ofStage({ rules: { value: all.filter((rule) => !isIt(rule)) } })).toEqual([
      finding('rules', state, 'What somebody changed by hand'),
    ]);
    const Name = `undersigned-prod-${id}2A0B1C2D3-MADEUP`;
    expect(ofStage({ rules: { value: [...disabled, { Name, State: 'ENABLED', targets: 1 }] } })).toEqual([]);
    const withoutTarget = all.map((rule) => (isIt(rule) ? { ...rule, targets: 0 } : rule));
    expect(ofStage({ rules: { value: withoutTarget } })).toEqual([
      finding('rules', state, 'What somebody changed by hand'),
    ]);
  });

  test('has its bus', () => {
    expect(ofStage({ eventBus: { value: { name: 'undersigned-prod', exists: false } } })).toEqual([
      finding('event-bus', 'warning', 'What somebody changed by hand'),
    ]);
  });
});

describe('The site', () => {
  const { url } = readyStage.site;
  test.each([
    ['has no DNS record', { error: 'ENOTFOUND' }, 'CNAME'],
    ['has another certificate', { error: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificateArn'],
    ['does not answer', { error: 'ETIMEDOUT' }, 'network'],
    ['leads to another distribution', { status: 403 }, 'DistributionDomainName'],
    ['fails', { status: 500 }, 'api-failing'],
  ])('%s', (_, answer, cure) => {
    expect(ofStage({ site: { url, ...answer } })).toEqual([finding('site', 'stops', cure)]);
  });

  test('has a certificate that was not renewed', () => {
    const site = { url, status: 200, validUntil: new Date('2026-12-10T00:00:00Z') };
    expect(ofStage({ site })).toEqual([finding('certificate', 'warning', 'ACM')]);
  });
});

test('A campaign with a sender outside the stage is named', () => {
  const campaigns = {
    value: { sending: [{ slug: 'other', signers: 10, address: 'ana@example.net' }], unreadable: [] },
  };
  expect(ofStage({ campaigns })).toEqual([
    expect.objectContaining({ check: 'senders', state: 'stops', says: expect.stringContaining('other') }),
  ]);
});

test.each([
  ['were never backed up', undefined, 'warning', 'campaign export-keys'],
  ['are newer than the backup', { addressKey: 'a1', linkKeys: {} }, 'warning', 'campaign export-keys'],
  [
    'are not those of the table',
    { addressKey: 'a2', linkKeys: { k1: 'b1' } },
    'stops',
    'campaign restore-keys',
  ],
] as const)('Keys that %s', (_, backup, state, cure) => {
  const present = { addressKey: 'a1', linkKeys: { k1: 'b1' } };
  const at = '2026-11-20T12:00:00.000Z';
  const keys = { value: { present, backup: backup && { ...backup, at } } };
  expect(ofStage({ keys })).toEqual([finding('keys', state, cure)]);
});

describe('The table', () => {
  const { table } = readyStage;
  if (!('value' in table)) throw new Error('The sample has no table.');
  const ready = table.value;

  test.each([
    ['has no stream', { table: { DeletionProtectionEnabled: true } }, 'stops', 'Restore the table'],
    ['does not expire', { timeToLive: { TimeToLiveStatus: 'DISABLED' } }, 'warning', 'expiresAt'],
    ['expires by another attribute', { timeToLive: { TimeToLiveStatus: 'ENABLED' } }, 'warning', 'expiresAt'],
    ['has no recovery', { backups: undefined }, 'warning', 'PointInTimeRecoveryEnabled=true'],
    [
      'was restored without protection',
      { table: { ...ready.table, DeletionProtectionEnabled: false } },
      'warning',
      '--deletion-protection-enabled',
    ],
  ] as const)('%s', (_, changed, state, cure) => {
    expect(ofStage({ table: { value: { ...ready, ...changed } } })).toEqual([finding('table', state, cure)]);
  });

  test('of the stack without its stream is not to be written into the stage file', () => {
    const value = {
      ...ready,
      name: 'undersigned-prod-Table-ABC',
      table: { DeletionProtectionEnabled: true },
    };
    expect(ofStage({ table: { value } })).toEqual([
      finding('table', 'stops', 'Do not write restoredTable yet'),
    ]);
  });

  test('of the stack without protection is a warning, whose cure is in the stage file', () => {
    const unprotected = { ...ready.table, DeletionProtectionEnabled: false };
    const value = { ...ready, name: 'undersigned-prod-Table-ABC', table: unprotected };
    expect(ofStage({ table: { value } })).toEqual([finding('table', 'warning', 'protected: true')]);
  });
});

test('Keys that cannot be used stop everything', () => {
  expect(ofStage({ keys: { value: { present: undefined, backup: undefined } } })).toEqual([
    finding('keys', 'stops', 'Restore the keys'),
  ]);
});

test('What cannot be read is a warning with the missing permission, and everything else is checked', async () => {
  const findings = ofStage({
    account: denied('ses:GetAccount'),
    events: denied('ses:GetConfigurationSetEventDestinations'),
    concurrency: await tryRead('lambda:GetAccountSettings', () =>
      Promise.reject(Object.assign(new Error('not for people'), { code: 'ECONNREFUSED' })),
    ),
  });
  expect(findings.map(({ state }) => state)).toEqual(['warning', 'warning', 'warning']);
  expect(findings.map(({ says }) => says)).toEqual([
    'Not checked: your AWS credentials do not permit ses:GetAccount.',
    'Not checked: your AWS credentials do not permit ses:GetConfigurationSetEventDestinations.',
    'Not checked: lambda:GetAccountSettings did not answer (ECONNREFUSED).',
  ]);
});

describe('What was deleted or damaged is not blamed on the network:', () => {
  const unread = (operation: string, code: string, item?: string) => ({
    unread: new Failure('refused', operation, code, item, item && 'paused'),
  });
  const gone = (operation: string, code: string) =>
    expect.objectContaining({
      state: 'stops',
      says: `${operation} answered ${code}: what the stage made does not exist. Somebody has deleted it.`,
      cure: expect.stringContaining('What somebody changed by hand'),
    });

  test('the configuration set, the topic of the alarms and the table', () => {
    expect(
      ofStage({
        configuration: unread('ses:GetConfigurationSet', 'NotFoundException'),
        recipients: unread('sns:ListSubscriptionsByTopic', 'NotFoundException'),
        table: unread('dynamodb:DescribeTable', 'ResourceNotFoundException'),
      }),
    ).toEqual([
      gone('ses:GetConfigurationSet', 'NotFoundException'),
      gone('dynamodb:DescribeTable', 'ResourceNotFoundException'),
      gone('sns:ListSubscriptionsByTopic', 'NotFoundException'),
    ]);
  });

  test('a function, and the triggers of others are checked all the same', () => {
    const { mappings } = readyStage;
    if (!('value' in mappings)) throw new Error('The sample has no triggers.');
    expect(
      ofStage({ mappings: { value: { ...mappings.value, publish: undefined, 'send-events': [] } } }),
    ).toEqual([
      finding('triggers', 'stops', 'What somebody changed by hand'),
      finding('triggers', 'stops', 'infra/events.ts'),
    ]);
  });

  test.each([
    ['CAMPAIGN#harbor-trees SETTINGS', 'campaign-not-swept'],
    ['KEYS BACKUP', 'item-unreadable'],
  ])('the record %s, and other campaigns are checked all the same', (item, section) => {
    const { unread: damaged } = unread('parse', 'UnreadableItem', item);
    const sending = [{ slug: 'quiet-nights', signers: 5, address: 'letters@example.net' }];
    expect(ofStage({ campaigns: { value: { sending, unreadable: [damaged] } } })).toEqual([
      finding('senders', 'stops', 'sender.address'),
      {
        check: 'campaigns',
        state: 'stops',
        says: `The record ${item} of the table cannot be read (wrong: paused).`,
        cure: `“${section}” in docs/runbook.md.`,
      },
    ]);
  });

  test('a call that AWS was asked too often', () => {
    const failure = new Failure('throttled', 'ses:GetAccount', 'TooManyRequestsException');
    expect(ofStage({ account: { unread: failure } })).toEqual([
      expect.objectContaining({
        state: 'warning',
        says: 'Not checked: ses:GetAccount was asked too often (TooManyRequestsException).',
        cure: expect.stringContaining('again in a minute'),
      }),
    ]);
  });

  test('an output that an older version did not have, and any other refusal', () => {
    expect(
      ofStage({
        recipients: notInOutputs('AlarmTopicArn'),
        alarms: unread('cloudwatch:DescribeAlarms', 'ValidationError'),
      }),
    ).toEqual([
      finding('alarms', 'warning', 'Deploy the stage'),
      finding('alarm-states', 'warning', 'documentation of this call'),
    ]);
  });
});

describe('The machine', () => {
  const lacks: [
    has: string,
    changed: Partial<Machine>,
    check: string,
    state: 'warning' | 'stops',
    cure: string,
  ][] = [
    ...['20.19.0', '22.17.1', '23.11.0', '24.1.0'].map((node): (typeof lacks)[number] => [
      `Node ${node}`,
      { node },
      'node',
      'stops',
      'npm ci',
    ]),
    ['no Java', { java: undefined }, 'java', 'stops', 'default-jre-headless'],
    ['old Java', { java: 'java version "1.8.0_292"' }, 'java', 'stops', 'Java 17'],
    ['strange Java', { java: 'hello' }, 'java', 'warning', 'Java 17'],
    ['full disk', { freeBytes: 1024 ** 2 }, 'disk', 'stops', 'UNDERSIGNED_DATA_DIR'],
    ['little disk', { freeBytes: 1024 ** 3 / 2 }, 'disk', 'warning', 'UNDERSIGNED_DATA_DIR'],
    ['no browser', { browser: undefined }, 'browser', 'warning', 'chromium-headless-shell'],
    [
      'a port in use',
      { ports: [{ setting: 'UNDERSIGNED_PORT', port: 3000, isFree: false }] },
      'ports',
      'stops',
      'UNDERSIGNED_PORT',
    ],
    [
      'a stack that is gone',
      { stack: { site: 'http://localhost:1', answers: false } },
      'stack',
      'stops',
      'npm start',
    ],
  ];
  test.each(lacks)('has %s', (_, changed, check, state, cure) => {
    expect(ofMachine(changed)).toEqual([finding(check, state, cure)]);
  });

  test.each(['22.18.0', '24.2.0', '25.0.0'])('has Node %s', (node) => {
    expect(ofMachine({ node })).toEqual([]);
  });

  test('needs no Java if a DynamoDB Local runs, and its ports may be in use by its own stack', () => {
    expect(ofMachine({ java: undefined, dynamodb: 'http://localhost:8000' })).toEqual([]);
    const ports = readyMachine.ports.map((port) => ({ ...port, isFree: false }));
    expect(ofMachine({ ports, stack: { site: 'http://localhost:3000', answers: true } })).toEqual([]);
  });
});
