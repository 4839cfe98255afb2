import { Duration, aws_events as events, aws_iam as iam, aws_events_targets as targets } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { newFunction, onItems, onTable, type StackFunction, sendsTo } from './function.ts';
import type { WorkQueue } from './queues.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const whenItFails =
  'Its event says only that a minute has passed. The next sweep does whatever this one did not.';

/**
 * Starts `sweep` every minute. It does what no change triggers: it opens gates by time and repeats work that failed.
 */
export class Schedule extends Construct {
  readonly sweep: StackFunction;

  constructor(
    scope: Construct,
    id: string,
    { stage, table, mail, confirmations, site, siteUrl }: ScheduleProps,
  ) {
    super(scope, id);
    this.sweep = newFunction(this, stage, {
      name: 'sweep',
      description:
        'Every minute: opens gates by time, repeats counts, mails and site jobs that are still to be done. Asks whether the site answers.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_QUEUE_URL: mail.queue.queueUrl,
        CONFIRMATION_QUEUE_URL: confirmations.queue.queueUrl,
        SITE_QUEUE_URL: site.queue.queueUrl,
        SITE_URL: siteUrl,
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        // That a claim became vacant is forgotten when a digest has looked at it.
        onItems(table.table, ['VACANCIES#*'], 'DeleteItem'),
        sendsTo(mail.queue, confirmations.queue, site.queue),
        new iam.PolicyStatement({
          actions: ['sqs:GetQueueAttributes'],
          resources: [mail.queue.queueArn, confirmations.queue.queueArn],
        }),
      ],
      whenItFails,
    });
    const everyMinute = new events.Rule(this, 'EveryMinute', {
      description:
        'Starts sweep at the beginning of each minute, since times in a campaign are whole minutes.',
      schedule: events.Schedule.expression('cron(* * * * ? *)'),
      // A failed or late run is not repeated, because the next minute's run does the same work.
      targets: [
        new targets.LambdaFunction(this.sweep.handler, {
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    });
    this.sweep.handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    acknowledge(everyMinute, 'Serverless-EventBusDLQ', whenItFails);
    acknowledge(this.sweep.handler, 'Serverless-LambdaAsyncFailureDestination', whenItFails);
  }
}

interface ScheduleProps {
  stage: Stage;
  table: Table;
  mail: WorkQueue;
  confirmations: WorkQueue;
  site: WorkQueue;
  siteUrl: string;
}
