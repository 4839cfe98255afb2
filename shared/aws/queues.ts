import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { Failure, failureOf } from '../failure.ts';
import { answerLimits } from './answer-limits.ts';

export interface Queue {
  /** Sends one message as JSON, after `delaySeconds` (at most 900, SQS's limit). */
  send(message: unknown, delaySeconds?: number): Promise<void>;
  /**
   * Sends many, ten in a call. Throws if any was not taken. Some may have been then, so receivers must tolerate
   * repeats.
   */
  sendAll(messages: unknown[]): Promise<void>;
  /** Whether nothing is waiting, delayed or in progress. SQS's counts are approximate. */
  isEmpty(): Promise<boolean>;
}

const batchSize = 10;

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** Opens the queue at a URL. Messages are sent as JSON; errors are `Failure`s. */
export function openQueue(
  url: string,
  client: SQSClient = new SQSClient({ requestHandler: answerLimits }),
): Queue {
  const send = async (message: unknown, delaySeconds?: number): Promise<void> => {
    await client
      .send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(message),
          ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
        }),
      )
      .catch((error: unknown) => {
        throw failureOf(error, 'SendMessage');
      });
  };
  const sendAll = async (messages: unknown[]): Promise<void> => {
    for (let at = 0; at < messages.length; at += batchSize) {
      const Entries = messages
        .slice(at, at + batchSize)
        .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
      const answer = await client
        .send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))
        .catch((error: unknown) => {
          throw failureOf(error, 'SendMessageBatch');
        });
      const [failed] = answer.Failed ?? [];
      if (failed) throw new Failure('unavailable', 'SendMessageBatch', failed.Code ?? 'Failed');
    }
  };
  const isEmpty = async (): Promise<boolean> => {
    const { Attributes = {} } = await client
      .send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...counts] }))
      .catch((error: unknown) => {
        throw failureOf(error, 'GetQueueAttributes');
      });
    return counts.every((count) => Number(Attributes[count] ?? 0) === 0);
  };
  return { send, sendAll, isEmpty };
}
