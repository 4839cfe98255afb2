import { Duration, aws_events as events, aws_iam as iam, aws_events_targets as targets } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { newFunction, type OwnFunction, onTable, sendsTo } from './function.ts';
import type { WorkQueue } from './queues.ts';
import type { Table } from './table.ts';

const again =
  'Its event says nothing but that a minute has passed: the next minute’s sweep finds and does whatever this one left.';

/** Once a minute `sweep` does what no change calls for: gates that open by time, and whatever was left undone. */
export class Schedule extends Construct {
  readonly sweep: OwnFunction;

  constructor(scope: Construct, id: string, { deployment, table, mail, site }: ScheduleProps) {
    super(scope, id);
    this.sweep = newFunction(this, deployment, {
      name: 'sweep',
      description: 'Every minute: gates that open by time, counts and mails still owed, leases that lapsed.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_QUEUE_URL: mail.queue.queueUrl,
        SITE_QUEUE_URL: site.queue.queueUrl,
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        sendsTo(mail.queue, site.queue),
        new iam.PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: [mail.queue.queueArn] }),
      ],
      whenItFails: again,
    });
    const everyMinute = new events.Rule(this, 'EveryMinute', {
      ruleName: `undersigned-${deployment.stage}-sweep`,
      description: 'Starts sweep as each minute begins: times in a campaign are whole minutes.',
      schedule: events.Schedule.expression('cron(* * * * ? *)'),
      // One that failed or came late is not repeated: the next minute's does the same.
      targets: [
        new targets.LambdaFunction(this.sweep.handler, {
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    });
    this.sweep.handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    acknowledge(everyMinute, 'Serverless-EventBusDLQ', again);
    acknowledge(this.sweep.handler, 'Serverless-LambdaAsyncFailureDestination', again);
  }
}

interface ScheduleProps {
  deployment: Deployment;
  table: Table;
  mail: WorkQueue;
  site: WorkQueue;
}
