import { Duration, aws_iam as iam, Size, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import { newFunction, onItems, onTable, type StackFunction, sendsTo } from './function.ts';
import { newWorkQueue, queuePermissions, readQueue, type WorkQueue } from './queues.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

/** The most that Lambda allows. A million names take some minutes, and nobody waits for the end but the pages. */
const timeout = Duration.seconds(900);

/** Updated letters that are being emailed to their recipient. */
export const supplements = 'supplements/*';

/** The stored lists of long campaigns: who is listed, in the order of each language. */
const listings = 'listings/*';

/** The site queue and the function behind it, which publishes a campaign and keeps its pages up to date. */
export class Publication extends Construct {
  readonly work: WorkQueue;
  readonly privateBucket: s3.Bucket;
  readonly publish: StackFunction;

  constructor(scope: Construct, id: string, { stage, table, site }: PublicationProps) {
    super(scope, id);
    this.work = newWorkQueue(this, { workTimeout: timeout, attempts: 5 });
    this.privateBucket = new s3.Bucket(this, 'PrivateBucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        // A snapshot that was deleted by mistake can be restored for a week. After that, an erased one is gone for
        // good.
        {
          noncurrentVersionExpiration: Duration.days(7),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { expiredObjectDeleteMarker: true },
      ],
      removalPolicy: stage.removal,
    });
    acknowledge(
      this.privateBucket,
      'AwsSolutions-S1',
      'One function reads and writes here, a few objects a campaign. CloudTrail can record that without a bucket of logs.',
    );
    this.publish = newFunction(this, stage, {
      name: 'publish',
      description: 'Freezes the snapshot, writes letter, release and pages, and keeps them up to date.',
      timeout,
      // One whole processor, because PDFs and images are made on one, and enough memory for a million names.
      memory: 2048,
      // Large files are on disk until they are written. Several are made at once, and each has 0.2 GB with a million
      // names.
      scratchDisk: Size.gibibytes(3),
      environment: {
        TABLE_NAME: table.table.tableName,
        SITE_QUEUE_URL: this.work.queue.queueUrl,
        SITE_BUCKET: site.bucket.bucketName,
        PRIVATE_BUCKET: this.privateBucket.bucketName,
        SITE_URL: site.url,
        DISTRIBUTION_ID: site.distribution.distributionId,
        // A million names take 0.6 GB of heap. The rest of the memory is for data outside of the heap: 1.5 GB were used
        // at most.
        NODE_OPTIONS: '--max-old-space-size=1280',
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        // What was noted of a list is forgotten when it is on its pages.
        onItems(table.table, ['CHANGES#*'], 'DeleteItem'),
        sendsTo(this.work.queue),
        new iam.PolicyStatement({
          actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
          resources: [
            this.privateBucket.arnForObjects('snapshots/*'),
            this.privateBucket.arnForObjects(supplements),
            this.privateBucket.arnForObjects(listings),
          ],
        }),
        new iam.PolicyStatement({
          actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
          resources: [site.bucket.arnForObjects('*')],
        }),
        // Taking a campaign down and deleting one search for every object that was ever written for it. When a list is
        // stored anew, the files of the list before are removed.
        new iam.PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [site.bucket.bucketArn, this.privateBucket.bucketArn],
        }),
        new iam.PolicyStatement({
          actions: ['cloudfront:CreateInvalidation'],
          resources: [site.distribution.distributionArn],
        }),
      ],
      platform: queuePermissions(this.work.queue),
      queuesForItself: true,
      whenItFails:
        'It reads a queue: a message that fails is received again, and ends in the dead-letter queue.',
    });
    acknowledgeObjects(
      this.publish.role,
      { bucket: this.privateBucket, pattern: 'snapshots/*' },
      'Each snapshot has a new key below this prefix. The rest of the bucket is out of reach.',
    );
    acknowledgeObjects(
      this.publish.role,
      { bucket: this.privateBucket, pattern: supplements },
      'An updated letter is stored under the name of its campaign until it has been mailed.',
    );
    acknowledgeObjects(
      this.publish.role,
      { bucket: this.privateBucket, pattern: listings },
      'A stored list has many files below the name of its campaign.',
    );
    acknowledgeObjects(
      this.publish.role,
      { bucket: site.bucket, pattern: '*' },
      'It writes every page of every campaign, and no other function writes any.',
    );
    readQueue(this, 'QueueMapping', this.publish, {
      queue: this.work.queue,
      batchSize: 1,
      maxConcurrency: 2,
    });
  }
}

interface PublicationProps {
  stage: Stage;
  table: Table;
  site: Site;
}
