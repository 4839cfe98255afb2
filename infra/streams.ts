import { Duration, aws_iam as iam, aws_lambda as lambda, type aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgeObjects } from './acknowledge.ts';
import type { OwnFunction } from './function.ts';

/** One condition on a stream record's new image, as EventBridge writes patterns; only strings can be compared. */
export type ImagePattern = Record<string, { S: unknown[] }>;

interface StreamReading {
  streamArn: string;
  failures: s3.Bucket;
  /** A record is read if any pattern fits it. A deletion has no new image and so fits none. */
  patterns: ImagePattern[];
  batchSize: number;
  window: Duration;
}

/**
 * Lets a function read the table's stream from its beginning, in order. A record that fails is retried with ever fewer
 * others around it, for an hour at most, and then put whole into the failure bucket, so that it blocks nobody behind it;
 * `sweep` repairs what it was about.
 */
export function readStream(
  scope: Construct,
  id: string,
  { handler, role }: OwnFunction,
  reading: StreamReading,
): void {
  new lambda.EventSourceMapping(scope, id, {
    target: handler,
    eventSourceArn: reading.streamArn,
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: reading.batchSize,
    maxBatchingWindow: reading.window,
    parallelizationFactor: 1,
    retryAttempts: 20,
    maxRecordAge: Duration.hours(1),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    filters: reading.patterns.map((NewImage) => lambda.FilterCriteria.filter({ dynamodb: { NewImage } })),
    // Written by hand, since the library's own destination adds to the role.
    onFailure: { bind: () => ({ destination: reading.failures.bucketArn }) },
  });
  acknowledgeObjects(
    role,
    { bucket: reading.failures, pattern: failedRecords },
    'Lambda names each object by mapping, shard and time, below this prefix.',
  );
}

const failedRecords = 'aws/lambda/*';

/** What Lambda needs to read a stream for a function and to put away what failed. */
export const streamPermissions = (streamArn: string, failures: s3.Bucket): iam.PolicyStatement[] => [
  new iam.PolicyStatement({
    actions: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    resources: [streamArn],
  }),
  new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [failures.bucketArn] }),
  new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [failures.arnForObjects(failedRecords)] }),
];
