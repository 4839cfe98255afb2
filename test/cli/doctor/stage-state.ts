import type { Machine } from '../../../cli/doctor/check-machine.ts';
import type { StageState } from '../../../cli/doctor/stage-findings.ts';
import { Failure } from '../../../shared/failure.ts';

/** From the examples of the API references that the checks name, with the values of an account that is ready. */
export const readyStage: StageState = {
  stage: 'prod',
  region: 'us-east-1',
  configurationSet: 'letters',
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
  subscriptions: {
    value: [
      {
        SubscriptionArn: 'arn:aws:sns:us-east-1:111122223333:alarms:00000000-made-up',
        Protocol: 'email',
        Endpoint: 'operator@example.org',
      },
    ],
  },
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
        DeletionProtectionEnabled: true,
      },
      timeToLive: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
      backups: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } },
    },
  },
  campaigns: { value: [{ slug: 'harbor-trees', signers: 170, address: 'letters@example.org' }] },
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
