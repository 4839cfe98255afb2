import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { Failures } from './failures.ts';
import { newFunction, type OwnFunction, sendsTo } from './function.ts';
import type { WorkQueue } from './queues.ts';
import { readStream, streamPermissions } from './streams.ts';
import type { Table } from './table.ts';

/** The second reader of the stream: queues what a change calls for, a mail or a page. */
export class Dispatching extends Construct {
  readonly dispatch: OwnFunction;

  constructor(scope: Construct, id: string, { deployment, table, failures, mail, site }: DispatchingProps) {
    super(scope, id);
    this.dispatch = newFunction(this, deployment, {
      name: 'dispatch',
      description: 'Queues the mails and pages that a stored change calls for.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: { MAIL_QUEUE_URL: mail.queue.queueUrl, SITE_QUEUE_URL: site.queue.queueUrl },
      code: [sendsTo(mail.queue, site.queue)],
      platform: streamPermissions(table.streamArn, failures.bucket),
      whenItFails:
        'It reads a stream: what fails is retried, then put whole into the failure bucket, and sweep repairs it.',
    });
    readStream(this, 'Reading', this.dispatch, {
      streamArn: table.streamArn,
      failures: failures.bucket,
      // Five patterns are as many as a mapping takes.
      patterns: [
        { pendingMail: { S: [{ exists: true }] } },
        { dirty: { S: [{ exists: true }] } },
        { SK: { S: ['SETTINGS'] } },
        { SK: { S: [{ prefix: 'TEXT#' }] } },
        { SK: { S: ['GATE'] }, status: { S: ['publishing', 'published'] } },
      ],
      batchSize: 100,
      // A mail is waited for: nothing is gained by waiting for more records.
      window: Duration.seconds(0),
    });
  }
}

interface DispatchingProps {
  deployment: Deployment;
  table: Table;
  failures: Failures;
  mail: WorkQueue;
  site: WorkQueue;
}
