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
export function checkRecipients({ topicArn, expected, subscriptions }: AlarmRecipients): Finding {
  const [waiting, confirmed] = [true, false].map((isWaiting) =>
    subscriptions.filter(({ SubscriptionArn }) => !SubscriptionArn?.startsWith('arn:') === isWaiting),
  );
  const ended = subscriptions.filter(({ SubscriptionArn }) => SubscriptionArn === 'Deleted');
  const listed = new Set(subscriptions.map(({ Endpoint = '' }) => Endpoint.toLowerCase()));
  const missing = expected.filter((address) => !listed.has(address.toLowerCase()));
  if (ended.length > 0)
    return warning(
      'alarms',
      `No alarm reaches ${ended.map(({ Endpoint }) => Endpoint).join(', ')}: somebody pressed “unsubscribe” in the email of an alarm.`,
      subscribeAgain(
        topicArn,
        ended.map(({ Endpoint = '' }) => Endpoint),
      ),
    );
  if (missing.length > 0)
    return warning(
      'alarms',
      `No alarm reaches ${missing.join(', ')}: the subscription was not confirmed within two days, and AWS has removed it.`,
      subscribeAgain(topicArn, missing),
    );
  if (waiting?.length)
    return warning(
      'alarms',
      `No alarm reaches ${waiting.map(({ Endpoint }) => Endpoint).join(', ')}: the subscription is not confirmed.`,
      'Open the link in the email “AWS Notification - Subscription Confirmation” within two days. If it is lost, ask for a new one: SNS console → Subscriptions → Request confirmation.',
    );
  if (!confirmed?.length)
    return warning(
      'alarms',
      'Nobody gets the alarms.',
      'Write alarmEmails: [operator@example.org] into the stage file, and deploy.',
    );
  return ok('alarms', `Alarms reach ${confirmed.map(({ Endpoint }) => Endpoint).join(', ')}.`);
}

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
  'AlarmName' | 'AlarmDescription' | 'ActionsEnabled' | 'StateValue'
>;

/** Whether the alarms tell somebody, and which of them are in ALARM now. */
export function checkAlarmStates(alarms: AlarmState[]): Finding[] {
  if (alarms.length === 0)
    return [warning('alarm-states', 'The stage has no alarms: somebody has deleted them.', changedByHand)];
  const silent = alarms.filter(({ ActionsEnabled }) => ActionsEnabled === false);
  const names = silent.map(({ AlarmName }) => AlarmName).join(' ');
  const findings = [
    ...(silent.length > 0
      ? [
          warning(
            'alarm-actions',
            `Nobody is told if these alarms ring, since somebody has disabled their actions: ${names}.`,
            `\`aws cloudwatch enable-alarm-actions --alarm-names ${names}\``,
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
