import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { account, clientFor } from './aws.ts';
import type { Queue } from './template/stores.ts';

export interface Sqs {
  endpoint: string;
  client: SQSClient;
  /** The URL of a queue, known before the queue exists. */
  queueUrl(name: string): string;
  createQueues(queues: Queue[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts fauxqs, in memory, on loopback (its own start function listens on all addresses). Messages do not survive a
 * restart. stream-positions.ts makes sure that the stream records which caused them are read again.
 */
export async function startSqs({ retryAfterSeconds }: { retryAfterSeconds?: number } = {}): Promise<Sqs> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new SQSClient(clientFor(endpoint));
  return {
    endpoint,
    client,
    queueUrl: (name) => `${endpoint}/${account}/${name}`,
    createQueues: async (queues) => {
      for (const queue of queues) {
        await client.send(
          new CreateQueueCommand({
            QueueName: queue.name,
            Attributes: attributesOf(
              retryAfterSeconds === undefined ? queue : { ...queue, VisibilityTimeout: retryAfterSeconds },
            ),
          }),
        );
      }
    },
    stop: async () => {
      client.destroy();
      await app.close();
    },
  };
}

function attributesOf(queue: Queue): Record<string, string> {
  const { VisibilityTimeout, DelaySeconds, MessageRetentionPeriod, RedrivePolicy } = queue;
  const numbers = Object.entries({ VisibilityTimeout, DelaySeconds, MessageRetentionPeriod });
  return {
    ...Object.fromEntries(
      numbers.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const])),
    ),
    ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
}
