import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { Subscription } from '@aws-sdk/client-sns';
import { changedByHand, type Finding, ok, warning } from './finding.ts';

/** Who gets the alarms. */
export interface AlarmRecipients {
  topicArn: string;
  /** `alarmEmails` of the stage file as it was deployed. */
  expected: string[];
  subscriptions: Pick<Subscription, 'SubscriptionArn' | 'Endpoint'>[];
}

/**
 * https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html: instead of an ARN, a subscription that
 * is not confirmed has `PendingConfirmation`, and one that somebody ended has `Deleted`. After two days, SNS lists one
 * that was not confirmed no more.
 */
export function checkRecipients({ topicArn, expected, subscriptions }: AlarmRecipients): Finding[] {
  const withState = (isState: (arn: string) => boolean): string[] =>
    subscriptions
      .filter(({ SubscriptionArn = '' }) => isState(SubscriptionArn))
      .map(({ Endpoint = '' }) => Endpoint);
  const waiting = withState((arn) => arn !== 'Deleted' && !arn.startsWith('arn:'));
  const confirmed = withState((arn) => arn.startsWith('arn:'));
  const among = (addresses: readonly string[]) => {
    const known = new Set(addresses.map((address) => address.toLowerCase()));
    return (address: string): boolean => known.has(address.toLowerCase());
  };
  // SNS lists an ended subscription for days, also beside a new one of the same address, or of somebody who has left.
  const current = among([...waiting, ...confirmed]);
  const unsubscribed = among(withState((arn) => arn === 'Deleted'));
  const lacking = expected.filter((address) => !current(address));
  const ended = lacking.filter(unsubscribed);
  const missing = lacking.filter((address) => !unsubscribed(address));
  const findings = [
    ...unreached(
      ended,
      'somebody pressed “unsubscribe” in the email of an alarm.',
      subscribeAgain(topicArn, ended),
    ),
    ...unreached(
      missing,
      'the subscription was not confirmed within two days, and AWS has removed it.',
      subscribeAgain(topicArn, missing),
    ),
    ...unreached(
      waiting,
      'the subscription is not confirmed.',
      'Open the link in the email “AWS Notification - Subscription Confirmation” within two days. If it is lost, ask for a new one: SNS console → Subscriptions → Request confirmation.',
    ),
  ];
  if (confirmed.length > 0) return [...findings, ok('alarms', `Alarms reach ${confirmed.join(', ')}.`)];
  if (findings.length === 0)
    return [
      warning(
        'alarms',
        'Nobody gets the alarms.',
        'Write alarmEmails: [operator@example.org] into the stage file, and deploy.',
      ),
    ];
  return findings;
}

const unreached = (addresses: readonly string[], because: string, cure: string): Finding[] =>
  addresses.length === 0
    ? []
    : [warning('alarms', `No alarm reaches ${addresses.join(', ')}: ${because}`, cure)];

const subscribeAgain = (topicArn: string, addresses: readonly string[]): string =>
  `${addresses
    .map(
      (address) =>
        `\`aws sns subscribe --topic-arn ${topicArn} --protocol email --notification-endpoint ${address}\``,
    )
    .join(', ')}, then open the link in the email. Deploying again does not bring it back.`;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html */
export type AlarmState = Pick<
  MetricAlarm,
  'AlarmName' | 'AlarmDescription' | 'AlarmActions' | 'ActionsEnabled' | 'StateValue'
>;

interface StackAlarms {
  stage: string;
  /** Without the stage. */
  alarmNames: readonly string[];
  alarmTopicArn: string | undefined;
}

/** Whether the alarms of the stack are there and tell somebody, and which of them are in ALARM now. */
export function checkAlarmStates(
  alarms: AlarmState[],
  { stage, alarmNames, alarmTopicArn }: StackAlarms,
): Finding[] {
  const found = new Set(alarms.map(({ AlarmName }) => AlarmName));
  const names = alarmNames.map((name) => `undersigned-${stage}-${name}`);
  const missing = names.filter((name) => !found.has(name));
  // Somebody may have alarms of their own whose names begin in the same way. What they do is not the stage's.
  const own = names.length === 0 ? alarms : alarms.filter(({ AlarmName = '' }) => names.includes(AlarmName));
  if (alarms.length === 0)
    return [warning('alarm-states', 'The stage has no alarms: somebody has deleted them.', changedByHand)];
  const namesOf = (those: AlarmState[]): string => those.map(({ AlarmName }) => AlarmName).join(' ');
  const disabled = namesOf(own.filter(({ ActionsEnabled }) => ActionsEnabled === false));
  const unheard = namesOf(
    own.filter(
      ({ AlarmActions = [] }) => alarmTopicArn !== undefined && !AlarmActions.includes(alarmTopicArn),
    ),
  );
  const findings = [
    ...(missing.length > 0
      ? [
          warning(
            'alarm-states',
            `These alarms do not exist, since somebody has deleted them: ${missing.join(' ')}.`,
            changedByHand,
          ),
        ]
      : []),
    ...(unheard !== ''
      ? [
          warning(
            'alarm-actions',
            `Nobody is told if these alarms ring, since they have no action for the topic ${alarmTopicArn}: ${unheard}.`,
            changedByHand,
          ),
        ]
      : []),
    ...(disabled !== ''
      ? [
          warning(
            'alarm-actions',
            `Nobody is told if these alarms ring, since somebody has disabled their actions: ${disabled}.`,
            `\`aws cloudwatch enable-alarm-actions --alarm-names ${disabled}\``,
          ),
        ]
      : []),
    ...alarms
      .filter(({ StateValue }) => StateValue === 'ALARM')
      .map(({ AlarmName, AlarmDescription = '' }) => {
        const [meaning = '', cure = 'docs/runbook.md'] = AlarmDescription.split(' What to do: ');
        return warning('alarm-states', `The alarm ${AlarmName} is ringing. ${meaning}`.trim(), cure);
      }),
  ];
  return findings.length > 0 ? findings : [ok('alarm-states', 'No alarm is ringing.')];
}
