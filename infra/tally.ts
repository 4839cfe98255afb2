import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { FailedRecords } from './failed-records.ts';
import { newFunction, onTable, type StackFunction } from './function.ts';
import type { Stage } from './stage/stage.ts';
import { readStream, streamPermissions } from './streams.ts';
import type { Table } from './table.ts';

/** The first reader of the stream. It counts sign-ons in batches and opens the gate. */
export class Tally extends Construct {
  readonly tally: StackFunction;

  constructor(scope: Construct, id: string, { stage, table, failedRecords }: TallyProps) {
    super(scope, id);
    this.tally = newFunction(this, stage, {
      name: 'tally',
      description: 'Counts confirmed and withdrawn sign-ons in batches, and opens the gate.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: { TABLE_NAME: table.table.tableName },
      code: [onTable(table.table, 'GetItem', 'PutItem', 'UpdateItem')],
      platform: streamPermissions(table.streamArn, failedRecords.bucket),
      whenItFails:
        'It reads a stream: a record that fails is retried, then stored in the bucket for failed records, and sweep does what it was about.',
    });
    readStream(this, 'StreamMapping', this.tally, {
      streamArn: table.streamArn,
      failedRecords: failedRecords.bucket,
      patterns: [
        { eligible: { S: ['yes'] }, counted: { S: ['no'] } },
        { eligible: { S: ['no'] }, counted: { S: ['yes'] } },
      ],
      // Ten transactions of 98 rows. A wait of a second fills the batches in a crowd. Otherwise many small
      // transactions from many shards would contend for one counter.
      batchSize: 980,
      window: Duration.seconds(1),
    });
  }
}

interface TallyProps {
  stage: Stage;
  table: Table;
  failedRecords: FailedRecords;
}
