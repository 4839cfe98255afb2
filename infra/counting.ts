import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { Failures } from './failures.ts';
import { newFunction, type OwnFunction, onTable } from './function.ts';
import { readStream, streamPermissions } from './streams.ts';
import type { Table } from './table.ts';

/** The first reader of the stream: counts in batches and opens the gate. */
export class Counting extends Construct {
  readonly tally: OwnFunction;

  constructor(scope: Construct, id: string, { deployment, table, failures }: CountingProps) {
    super(scope, id);
    this.tally = newFunction(this, deployment, {
      name: 'tally',
      description: 'Counts confirmed and withdrawn sign-ons in batches, and opens the gate.',
      timeout: Duration.seconds(60),
      memory: 512,
      environment: { TABLE_NAME: table.table.tableName },
      code: [onTable(table.table, 'GetItem', 'PutItem', 'UpdateItem')],
      platform: streamPermissions(table.streamArn, failures.bucket),
      whenItFails:
        'It reads a stream: what fails is retried, then put whole into the failure bucket, and sweep repairs it.',
    });
    readStream(this, 'Reading', this.tally, {
      streamArn: table.streamArn,
      failures: failures.bucket,
      patterns: [
        { eligible: { S: ['yes'] }, counted: { S: ['no'] } },
        { eligible: { S: ['no'] }, counted: { S: ['yes'] } },
      ],
      // Ten transactions of 99 rows. The second of waiting fills the batches in a crowd, where many shards would
      // otherwise pull at one counter.
      batchSize: 990,
      window: Duration.seconds(1),
    });
  }
}

interface CountingProps {
  deployment: Deployment;
  table: Table;
  failures: Failures;
}
