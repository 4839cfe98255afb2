import { functionNames } from '../../../cli/doctor/check-functions.ts';
import type { Machine } from '../../../cli/doctor/check-machine.ts';
import { ruleMeanings } from '../../../cli/doctor/check-rules.ts';
import type { StageState } from '../../../cli/doctor/stage-findings.ts';
import { Failure } from '../../../shared/failure.ts';

const streamArn =
  'arn:aws:dynamodb:us-east-1:111122223333:table/letters-restored/stream/2026-11-28T12:00:00.000';

/** From the examples of the API references that the checks name, with the values of an account that is ready. */
export const readyStage: StageState = {
  stage: 'prod',
  region: 'us-east-1',
  configurationSet: 'letters',
  shareOfSendingRate: 1,
  senderDomains: ['example.org'],
  account: {
    value: {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 12 },
    },
  },
  domains: [
    {
      name: 'example.org',
      identity: {
        value: {
          VerifiedForSendingStatus: true,
          FeedbackForwardingStatus: false,
          DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['one', 'two', 'three'] },
          MailFromAttributes: {
            MailFromDomain: 'bounce.example.org',
            MailFromDomainStatus: 'SUCCESS',
            BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
          },
        },
      },
      dmarc: { value: ['v=DMARC1; p=none; rua=mailto:dmarc@example.org'] },
    },
  ],
  configuration: {
    value: {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      SendingOptions: { SendingEnabled: true },
    },
  },
  events: {
    value: [
      {
        Name: 'Destination',
        Enabled: true,
        MatchingEventTypes: ['SEND', 'REJECT', 'DELIVERY', 'BOUNCE', 'COMPLAINT'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:111122223333:event-bus/default' },
      },
    ],
  },
  concurrency: { value: 1000 },
  functions: { value: functionNames.map((name) => ({ name: `undersigned-prod-${name}`, exists: true })) },
  recipients: {
    value: {
      topicArn: 'arn:aws:sns:us-east-1:111122223333:alarms',
      expected: ['operator@example.org'],
      subscriptions: [
        {
          SubscriptionArn: 'arn:aws:sns:us-east-1:111122223333:alarms:00000000-made-up',
          Endpoint: 'Operator@example.org',
        },
      ],
    },
  },
  alarms: {
    value: [
      {
        AlarmName: 'undersigned-prod-site-down',
        AlarmDescription: 'The site does not answer: nobody can sign. What to do: docs/runbook.md#site-down',
        AlarmActions: ['arn:aws:sns:us-east-1:111122223333:alarms'],
        ActionsEnabled: true,
        StateValue: 'OK',
      },
    ],
  },
  alarmNames: ['site-down'],
  alarmTopicArn: 'arn:aws:sns:us-east-1:111122223333:alarms',
  mappings: {
    value: {
      tally: [{ UUID: 't1', State: 'Enabled', EventSourceArn: streamArn }],
      dispatch: [{ UUID: 'd1', State: 'Enabling', EventSourceArn: streamArn }],
      'send-mail': [
        { UUID: 'm1', State: 'Enabled', EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:mail' },
        { UUID: 'm2', State: 'Enabled', EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:confirm' },
      ],
      publish: [{ UUID: 'p1', State: 'Updating', EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:site' }],
      'send-events': [
        { UUID: 'e1', State: 'Enabled', EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:events' },
      ],
    },
  },
  rules: {
    value: Object.keys(ruleMeanings).map((id) => ({
      Name: `undersigned-prod-${id}30EA49B1-MADEUP`,
      State: 'ENABLED',
      targets: 1,
    })),
  },
  eventBus: { value: { name: 'undersigned-prod', exists: true } },
  site: {
    url: 'https://letters.example.org',
    status: 200,
    validUntil: new Date('2027-06-01T00:00:00Z'),
  },
  keys: {
    value: {
      present: { addressKey: 'a1', linkKeys: { k1: 'b1' } },
      backup: { addressKey: 'a1', linkKeys: { k1: 'b1' }, at: '2026-11-20T12:00:00.000Z' },
    },
  },
  senderIdentities: { value: [] },
  table: {
    value: {
      name: 'letters-restored',
      table: {
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        LatestStreamArn: streamArn,
        DeletionProtectionEnabled: true,
      },
      timeToLive: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
      backups: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } },
    },
  },
  campaigns: {
    value: {
      sending: [{ slug: 'harbor-trees', signers: 170, address: 'letters@example.org' }],
      unreadable: [],
    },
  },
};

export const readyMachine: Machine = {
  node: '24.21.0',
  java: 'openjdk version "17.0.12" 2024-07-16',
  dynamodb: undefined,
  ports: [
    { setting: 'UNDERSIGNED_PORT', port: 3000, isFree: true },
    { setting: 'UNDERSIGNED_INBOX_PORT', port: 8005, isFree: true },
  ],
  browser: '/usr/bin/chromium',
  freeBytes: 50 * 1024 ** 3,
  dataDirectory: '.local',
  stack: undefined,
};

export const denied = (permission: string) => ({
  unread: new Failure('refused', permission, 'AccessDeniedException'),
});
