import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { FailedRecords } from './failed-records.ts';
import { newFunction, onItems, type StackFunction, sendsTo } from './function.ts';
import type { WorkQueue } from './queues.ts';
import type { Stage } from './stage/stage.ts';
import { readStream, streamPermissions } from './streams.ts';
import type { Table } from './table.ts';

/** The second reader of the stream. It queues the emails, page updates and events that follow from a change. */
export class Dispatch extends Construct {
  readonly dispatch: StackFunction;

  constructor(
    scope: Construct,
    id: string,
    { stage, table, failedRecords, mail, confirmations, site, events }: DispatchProps,
  ) {
    super(scope, id);
    this.dispatch = newFunction(this, stage, {
      name: 'dispatch',
      description:
        'Queues the mails, page updates and events that follow from a change, and notes changes of lists.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_QUEUE_URL: mail.queue.queueUrl,
        CONFIRMATION_QUEUE_URL: confirmations.queue.queueUrl,
        SITE_QUEUE_URL: site.queue.queueUrl,
        EVENTS_QUEUE_URL: events.queue.queueUrl,
      },
      code: [
        sendsTo(mail.queue, confirmations.queue, site.queue, events.queue),
        onItems(table.table, ['CAMPAIGN#*'], 'GetItem'),
        onItems(table.table, ['CAMPAIGN#*', 'CHANGES#*'], 'UpdateItem'),
      ],
      platform: streamPermissions(table.streamArn, failedRecords.bucket),
      whenItFails:
        'It reads a stream: a record that fails is retried, then stored in the bucket for failed records, and sweep does what it was about.',
    });
    readStream(this, 'StreamMapping', this.dispatch, {
      streamArn: table.streamArn,
      failedRecords: failedRecords.bucket,
      // Lambda allows at most five patterns.
      patterns: [
        { pendingMail: { S: [{ exists: true }] } },
        { dirty: { S: [{ exists: true }] } },
        { SK: { S: ['SETTINGS', { prefix: 'TEXT#' }, { prefix: 'EVENT#' }] } },
        { SK: { S: ['GATE'] }, status: { S: ['publishing', 'published'] } },
        // Of a sign-on. A pending one is on no list.
        { status: { S: ['confirmed', 'withdrawn', 'rejected'] } },
      ],
      batchSize: 100,
      // People wait for their email, so each record is delivered at once.
      window: Duration.seconds(0),
    });
  }
}

interface DispatchProps {
  stage: Stage;
  table: Table;
  failedRecords: FailedRecords;
  mail: WorkQueue;
  confirmations: WorkQueue;
  site: WorkQueue;
  events: WorkQueue;
}
