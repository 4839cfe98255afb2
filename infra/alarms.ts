import {
  ArnFormat,
  Aws,
  aws_cloudwatch_actions as actions,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  Stack,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmDefinition, alarmDefinitions, type MonitoredResources } from './alarm-definitions.ts';
import { type FailedRecords, notifyOfFailedRecords } from './failed-records.ts';
import { runbookLink, type Stage } from './stage/stage.ts';

/**
 * Alarms that tell the operator what is wrong, what it means for people, and where to read what to do; and when it has
 * ended, unless no metric shows that (docs/decisions/0065-when-an-alarm-ends.md).
 */
export class Alarms extends Construct {
  readonly topic: sns.Topic;
  readonly all: cloudwatch.Alarm[];
  /** Without the stage: `site-down`. */
  readonly names: string[];

  constructor(scope: Construct, id: string, { stage, failedRecords, monitored }: AlarmsProps) {
    super(scope, id);
    const prefix = `undersigned-${stage.name}`;
    this.topic = new sns.Topic(this, 'Topic', { enforceSSL: true });
    // A topic policy replaces the default one, which would let CloudWatch publish.
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: {
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'cloudwatch',
              resource: 'alarm',
              resourceName: `${prefix}-*`,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          },
        },
      }),
    );
    for (const address of stage.alarmEmails) {
      const subscription = this.topic.addSubscription(new subscriptions.EmailSubscription(address));
      acknowledge(
        subscription,
        'Serverless-SNSRedrivePolicy',
        'Alarms go to a mailbox, and can be seen in CloudWatch at any time.',
      );
    }
    const definitions = alarmDefinitions(this, monitored);
    this.names = definitions.map(({ name }) => name);
    this.all = definitions.map((definition) => this.addAlarm(stage, prefix, definition));
    notifyOfFailedRecords(this, stage, { failedRecords, topic: this.topic });
  }

  private addAlarm(
    stage: Stage,
    prefix: string,
    {
      name,
      meaning,
      metric,
      above,
      below,
      periods,
      breaches,
      staysWithoutData,
      isOccurrence,
    }: AlarmDefinition,
  ): cloudwatch.Alarm {
    const { ComparisonOperator, TreatMissingData } = cloudwatch;
    const alarmsWithoutData = below !== undefined;
    const withoutData = alarmsWithoutData
      ? TreatMissingData.BREACHING
      : staysWithoutData
        ? TreatMissingData.IGNORE
        : TreatMissingData.NOT_BREACHING;
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `${prefix}-${name}`,
      alarmDescription: `${meaning} What to do: ${runbookLink(stage, name)}`,
      metric,
      threshold: below ?? above ?? 0,
      comparisonOperator: alarmsWithoutData
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods ?? 1,
      ...(breaches !== undefined && { datapointsToAlarm: breaches }),
      treatMissingData: withoutData,
    });
    const tell = new actions.SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    if (!isOccurrence) alarm.addOkAction(tell);
    return alarm;
  }
}

interface AlarmsProps {
  stage: Stage;
  failedRecords: FailedRecords;
  monitored: MonitoredResources;
}
