import { Duration, aws_iam as iam, aws_lambda as lambda, aws_sqs as sqs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import type { OwnFunction } from './function.ts';

export interface WorkQueue {
  queue: sqs.Queue;
  deadLetters: sqs.Queue;
}

/** A queue whose messages outlive a long outage, and beside it one for those that fail again and again. */
export function newWorkQueue(
  scope: Construct,
  deployment: Deployment,
  { name, workTimeout, attempts }: { name: string; workTimeout: Duration; attempts: number },
): WorkQueue {
  const secured = {
    retentionPeriod: Duration.days(14),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    removalPolicy: deployment.removal,
  };
  const deadLetters = new sqs.Queue(scope, 'DeadLetters', {
    ...secured,
    queueName: `undersigned-${deployment.stage}-${name}-dead-letters`,
  });
  acknowledge(
    deadLetters,
    'Serverless-SQSRedrivePolicy',
    'It is the end of the line: a person looks at what is here.',
  );
  const queue = new sqs.Queue(scope, 'Queue', {
    ...secured,
    queueName: `undersigned-${deployment.stage}-${name}`,
    // Six times the function's timeout, as Lambda asks: a batch that is still being worked on is not handed out again.
    visibilityTimeout: Duration.seconds(6 * workTimeout.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
  });
  return { queue, deadLetters };
}

/** Lets a function work off a queue; it names the messages that failed, and only those come again. */
export function readQueue(
  scope: Construct,
  id: string,
  { handler }: OwnFunction,
  { queue, batchSize, maxConcurrency }: { queue: sqs.Queue; batchSize: number; maxConcurrency: number },
): void {
  const reading = new lambda.EventSourceMapping(scope, id, {
    target: handler,
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
  acknowledge(
    reading,
    'Serverless-LambdaEventSourceMappingDestination',
    'A queue’s mapping takes no such destination: what fails again and again goes to the queue’s dead letters.',
  );
}

/** What Lambda needs to read a queue for a function. */
export const queuePermissions = (queue: { queueArn: string }): iam.PolicyStatement[] => [
  new iam.PolicyStatement({
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: [queue.queueArn],
  }),
];
