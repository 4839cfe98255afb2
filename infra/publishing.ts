import { Duration, aws_iam as iam, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { newFunction, type OwnFunction, onTable, sendsTo } from './function.ts';
import { newWorkQueue, queuePermissions, readQueue, type WorkQueue } from './queues.ts';
import type { Site } from './site.ts';
import type { Table } from './table.ts';

const timeout = Duration.seconds(300);

/** Mails to a recipient as they were frozen, until they have gone. */
export const supplements = 'supplements/*';

/** From the site queue to the pages: publishes once, and keeps the living letter afterwards. */
export class Publishing extends Construct {
  readonly work: WorkQueue;
  readonly privateBucket: s3.Bucket;
  readonly publish: OwnFunction;

  constructor(scope: Construct, id: string, { deployment, table, site }: PublishingProps) {
    super(scope, id);
    this.work = newWorkQueue(this, deployment, { name: 'site', workTimeout: timeout, attempts: 5 });
    this.privateBucket = new s3.Bucket(this, 'PrivateBucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        // A snapshot that was deleted by mistake can be had back for a week; one that was erased is gone after it.
        {
          noncurrentVersionExpiration: Duration.days(7),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { expiredObjectDeleteMarker: true },
      ],
      removalPolicy: deployment.removal,
    });
    acknowledge(
      this.privateBucket,
      'AwsSolutions-S1',
      'One function reads and writes here, a few objects a campaign; CloudTrail can record it without a bucket of logs.',
    );
    this.publish = newFunction(this, deployment, {
      name: 'publish',
      description: 'Freezes the snapshot, writes letter, release and pages, and keeps them up to date.',
      timeout,
      // A whole processor: PDFs and pictures are made on one.
      memory: 1769,
      environment: {
        TABLE_NAME: table.table.tableName,
        SITE_QUEUE_URL: this.work.queue.queueUrl,
        SITE_BUCKET: site.bucket.bucketName,
        PRIVATE_BUCKET: this.privateBucket.bucketName,
        SITE_URL: site.url,
        DISTRIBUTION_ID: site.distribution.distributionId,
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        sendsTo(this.work.queue),
        new iam.PolicyStatement({
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: [
            this.privateBucket.arnForObjects('snapshots/*'),
            this.privateBucket.arnForObjects(supplements),
          ],
        }),
        new iam.PolicyStatement({
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: [site.bucket.arnForObjects('*')],
        }),
        // To take a campaign down it looks for everything that was ever written of it.
        new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [site.bucket.bucketArn] }),
        new iam.PolicyStatement({
          actions: ['cloudfront:CreateInvalidation'],
          resources: [site.distribution.distributionArn],
        }),
      ],
      platform: queuePermissions(this.work.queue),
      queuesForItself: true,
      whenItFails:
        'It reads a queue: what fails comes again, and in the end goes to the queue’s dead letters.',
    });
    acknowledgeObjects(
      this.publish.role,
      { bucket: this.privateBucket, pattern: 'snapshots/*' },
      'Each snapshot has a fresh key below this prefix; the rest of the bucket is out of reach.',
    );
    acknowledgeObjects(
      this.publish.role,
      { bucket: this.privateBucket, pattern: supplements },
      'What is to be mailed is kept under the campaign’s name and emptied afterwards.',
    );
    acknowledgeObjects(
      this.publish.role,
      { bucket: site.bucket, pattern: '*' },
      'It writes every page of every campaign, and nobody else writes any.',
    );
    readQueue(this, 'Reading', this.publish, { queue: this.work.queue, batchSize: 1, maxConcurrency: 2 });
  }
}

interface PublishingProps {
  deployment: Deployment;
  table: Table;
  site: Site;
}
