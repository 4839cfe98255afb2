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
import { type AlarmNeeds, alarmsWorthHaving, type Watched } from './alarm-definitions.ts';
import type { Deployment } from './deployment.ts';
import { announceFailures, type Failures } from './failures.ts';

/** Tells the operator what is wrong, what it means for people, and where to read what to do. */
export class Alarms extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, { deployment, failures, watched }: AlarmsProps) {
    super(scope, id);
    const prefix = `undersigned-${deployment.stage}`;
    this.topic = new sns.Topic(this, 'Topic', { topicName: `${prefix}-alarms`, enforceSSL: true });
    // A topic with a policy of its own has lost the one that would let alarms in.
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
    if (deployment.alarmEmail) {
      const subscription = this.topic.addSubscription(
        new subscriptions.EmailSubscription(deployment.alarmEmail),
      );
      acknowledge(
        subscription,
        'Serverless-SNSRedrivePolicy',
        'Alarms go to a person’s mailbox, and stay to be seen in CloudWatch.',
      );
    }
    for (const needs of alarmsWorthHaving(this, watched)) this.addAlarm(prefix, needs);
    announceFailures(this, prefix, { failures, topic: this.topic });
  }

  private addAlarm(prefix: string, { name, meaning, metric, above, below, periods }: AlarmNeeds): void {
    const { ComparisonOperator, TreatMissingData } = cloudwatch;
    const isForSilence = below !== undefined;
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `${prefix}-${name}`,
      alarmDescription: `${meaning} What to do: docs/runbook.md#${name}`,
      metric,
      threshold: below ?? above ?? 0,
      comparisonOperator: isForSilence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods ?? 1,
      treatMissingData: isForSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new actions.SnsAction(this.topic));
  }
}

interface AlarmsProps {
  deployment: Deployment;
  failures: Failures;
  watched: Watched;
}
