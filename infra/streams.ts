import { Duration, aws_iam as iam, aws_lambda as lambda, type aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgeObjects } from './acknowledge.ts';
import type { StackFunction } from './function.ts';

/**
 * A condition on a record's new image, in EventBridge's pattern syntax. For DynamoDB records, Lambda compares only
 * strings, not numbers.
 */
export type ImagePattern = Record<string, { S: unknown[] }>;

interface StreamSettings {
  streamArn: string;
  failedRecords: s3.Bucket;
  /** The function gets a record that matches any of these patterns. A deletion has no new image and matches none. */
  patterns: ImagePattern[];
  batchSize: number;
  window: Duration;
}

/**
 * Lets a function read the table's stream from its beginning, in order. Lambda splits a failed batch in halves and
 * retries them for an hour at most. Then it stores the failed record in the bucket, so that the records behind it
 * continue, and `sweep` does the work of the failed one.
 */
export function readStream(
  scope: Construct,
  id: string,
  { handler, role }: StackFunction,
  settings: StreamSettings,
): void {
  new lambda.EventSourceMapping(scope, id, {
    target: handler,
    eventSourceArn: settings.streamArn,
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: settings.batchSize,
    maxBatchingWindow: settings.window,
    parallelizationFactor: 1,
    retryAttempts: 20,
    maxRecordAge: Duration.hours(1),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    filters: settings.patterns.map((NewImage) => lambda.FilterCriteria.filter({ dynamodb: { NewImage } })),
    // The library's own destination would add grants to the role.
    onFailure: { bind: () => ({ destination: settings.failedRecords.bucketArn }) },
  });
  acknowledgeObjects(
    role,
    { bucket: settings.failedRecords, pattern: failedRecordKeys },
    'Lambda chooses the name of each object, below this prefix.',
  );
}

const failedRecordKeys = 'aws/lambda/*';

/** The permissions that Lambda needs to read a stream for a function and to store the records that failed. */
export const streamPermissions = (streamArn: string, failedRecords: s3.Bucket): iam.PolicyStatement[] => [
  new iam.PolicyStatement({
    actions: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    resources: [streamArn],
  }),
  new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [failedRecords.bucketArn] }),
  new iam.PolicyStatement({
    actions: ['s3:PutObject'],
    resources: [failedRecords.arnForObjects(failedRecordKeys)],
  }),
];
