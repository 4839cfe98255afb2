import { Duration, aws_iam as iam, aws_lambda as lambda, RemovalPolicy, aws_sqs as sqs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { StackFunction } from './function.ts';

export interface WorkQueue {
  queue: sqs.Queue;
  deadLetters: sqs.Queue;
}

/**
 * A queue of tasks, and a second queue for tasks that failed `attempts` times. Messages contain keys of the table, so
 * neither queue has state of its own: `sweep` queues again what was not done. Events for the bus are the exception.
 * Their numbers are those of one moment, and the dead-letter queue keeps them.
 */
export function newWorkQueue(
  scope: Construct,
  { workTimeout, attempts }: { workTimeout: Duration; attempts: number },
): WorkQueue {
  const common = {
    retentionPeriod: Duration.days(14),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
  };
  const deadLetters = new sqs.Queue(scope, 'DeadLetters', common);
  acknowledge(
    deadLetters,
    'Serverless-SQSRedrivePolicy',
    'This is the dead-letter queue. An operator looks at its messages.',
  );
  const queue = new sqs.Queue(scope, 'Queue', {
    ...common,
    // Lambda recommends six times the function's timeout, so that a batch in progress is not received a second time.
    visibilityTimeout: Duration.seconds(6 * workTimeout.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
  });
  return { queue, deadLetters };
}

/**
 * Lets a function process a queue. The function returns the messages that failed, and only those are received again.
 */
export function readQueue(
  scope: Construct,
  id: string,
  { handler }: StackFunction,
  { queue, batchSize, maxConcurrency }: { queue: sqs.Queue; batchSize: number; maxConcurrency: number },
): void {
  const mapping = new lambda.EventSourceMapping(scope, id, {
    target: handler,
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency,
    reportBatchItemFailures: true,
  });
  acknowledge(
    mapping,
    'Serverless-LambdaEventSourceMappingDestination',
    'The mapping of a queue takes no such destination. What keeps failing goes to the dead-letter queue.',
  );
}

/** The permissions that Lambda needs to read queues for a function. */
export const queuePermissions = (...queues: { queueArn: string }[]): iam.PolicyStatement[] => [
  new iam.PolicyStatement({
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: queues.map(({ queueArn }) => queueArn),
  }),
];
