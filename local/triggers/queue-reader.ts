import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { region } from '../aws.ts';
import { errorName } from '../errors.ts';
import { parseJson } from '../json.ts';
import type { Outcome } from '../lambda/execution-environment.ts';
import type { Log } from '../log.ts';
import type { QueueTrigger } from '../template/triggers.ts';
import { matchesFilters } from './filter.ts';
import { failedItems } from './partial-failures.ts';

interface ReaderOptions {
  client: SQSClient;
  queueUrl: string;
  trigger: QueueTrigger;
  invoke: (event: { Records: object[] }) => Promise<Outcome>;
  log: Log;
  signal: AbortSignal;
}

/** SQS's own limits. */
const maxMessages = 10;
const maxWaitSeconds = 20;

/**
 * Passes messages to a function, in as many batches at a time as the trigger allows. Handled messages are deleted.
 * Failed messages come again after their visibility timeout, and finally go where the queue's redrive policy says.
 * Resolves when it is aborted and all started work is done.
 */
export async function readQueue(options: ReaderOptions): Promise<void> {
  await Promise.all(Array.from({ length: options.trigger.concurrency }, () => readInTurn(options)));
}

async function readInTurn(options: ReaderOptions): Promise<void> {
  const { trigger, signal, log, invoke } = options;
  while (!signal.aborted) {
    try {
      const messages = await nextBatch(options);
      const wanted = messages.filter((message) => matchesFilters(trigger.filters, { body: bodyOf(message) }));
      // As in Lambda, a message that no filter matches is deleted.
      await deleteMessages(
        messages.filter((message) => !wanted.includes(message)),
        options,
      );
      if (wanted.length === 0) continue;
      const outcome = await invoke({
        Records: wanted.map((message) => toLambdaRecord(message, trigger.sourceArn)),
      });
      await deleteMessages(succeeded(wanted, outcome, trigger.partialFailures), options);
    } catch (error) {
      if (signal.aborted) return;
      log('queue-unreadable', { function: trigger.functionName, error: errorName(error) }, 'WARN');
      await sleep(1000, undefined, { signal }).catch(() => {});
    }
  }
}

async function nextBatch({ client, queueUrl, trigger, signal }: ReaderOptions): Promise<Message[]> {
  const messages: Message[] = [];
  let until = 0;
  do {
    const waitSeconds = until === 0 ? maxWaitSeconds : Math.ceil((until - Date.now()) / 1000);
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(maxMessages, trigger.batchSize - messages.length),
        WaitTimeSeconds: Math.max(0, Math.min(maxWaitSeconds, waitSeconds)),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: signal },
    );
    messages.push(...Messages);
    if (until === 0) until = Date.now() + trigger.windowSeconds * 1000;
  } while (messages.length > 0 && messages.length < trigger.batchSize && Date.now() < until);
  return messages;
}

function succeeded(messages: Message[], outcome: Outcome, partialFailures: boolean): Message[] {
  if (!outcome.ok) return [];
  if (!partialFailures) return messages;
  const failed = failedItems(outcome.payload);
  const ids = messages.map(({ MessageId }) => MessageId);
  // An identifier that is not in the batch means that the whole batch failed.
  if (!failed?.every((id) => ids.includes(id))) return [];
  return messages.filter(({ MessageId = '' }) => !failed.includes(MessageId));
}

async function deleteMessages(messages: Message[], { client, queueUrl }: ReaderOptions): Promise<void> {
  for (let start = 0; start < messages.length; start += maxMessages) {
    await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.slice(start, start + maxMessages).map(({ ReceiptHandle }, index) => ({
          Id: String(index),
          ReceiptHandle,
        })),
      }),
    );
  }
}

/** Filters look at the fields of a JSON body. */
const bodyOf = ({ Body = '' }: Message): unknown => parseJson(Body) ?? Body;

const toLambdaRecord = (message: Message, queueArn: string): object => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, { StringValue, BinaryValue, DataType }]) => [
      name,
      {
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue !== undefined && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        dataType: DataType,
      },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});
