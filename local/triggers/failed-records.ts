import { randomUUID } from 'node:crypto';
import { arn } from '../aws.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import type { StreamTrigger } from '../template/triggers.ts';
import type { Condition } from './deliver-records.ts';
import type { LambdaRecord } from './stream-record.ts';

/**
 * Writes records that were given up into the failure bucket, with the key and the form that Lambda uses.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export async function storeFailedRecords(
  bucket: ObjectStore,
  trigger: StreamTrigger,
  shardId: string,
  records: LambdaRecord[],
  { condition, attempts, now }: { condition: Condition; attempts: number; now: Date },
): Promise<void> {
  const at = now.toISOString();
  const id = randomUUID();
  const [date = '', time = ''] = at.split('T');
  const times = records.map(({ dynamodb }) =>
    new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
  );
  const key = `aws/lambda/${trigger.logicalId}/${shardId}/${date.replaceAll('-', '/')}/${date}T${time.slice(0, 8).replaceAll(':', '.')}-${id}`;
  const content = {
    requestContext: {
      requestId: id,
      functionArn: arn('lambda', `function:${trigger.functionName}`),
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: at,
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: times[0],
      approximateArrivalOfLastRecord: times.at(-1),
      batchSize: records.length,
      streamArn: trigger.sourceArn,
    },
    payload: JSON.stringify({ Records: records }),
  };
  await bucket.write(key, Buffer.from(JSON.stringify(content)), { 'content-type': 'application/json' });
}
