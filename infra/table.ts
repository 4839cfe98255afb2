import { aws_dynamodb as dynamodb } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Stage } from './stage/stage.ts';

/** The table that holds all state. Everything that follows from a change is read from its stream. */
export class Table extends Construct {
  readonly table: dynamodb.Table | dynamodb.ITable;
  /** At most two functions may read the stream: a shard throttles a third. */
  readonly streamArn: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.table = stage.restoredTable ? restoredTable(this, stage.restoredTable) : newTable(this, stage);
    if (!this.table.tableStreamArn) throw new Error('The table has no stream.');
    this.streamArn = this.table.tableStreamArn;
  }
}

/** A table that was restored from a backup. It has a name of its own, and no stack makes it. */
const restoredTable = (scope: Construct, { name, streamArn }: NonNullable<Stage['restoredTable']>) =>
  dynamodb.Table.fromTableAttributes(scope, 'Restored', { tableName: name, tableStreamArn: streamArn });

const newTable = (scope: Construct, stage: Stage): dynamodb.Table =>
  new dynamodb.Table(scope, 'Table', {
    partitionKey: { name: 'PK', type: dynamodb.AttributeType.STRING },
    sortKey: { name: 'SK', type: dynamodb.AttributeType.STRING },
    billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: dynamodb.TableEncryption.DEFAULT,
    ...(stage.warmThroughput && { warmThroughput: stage.warmThroughput }),
    deletionProtection: stage.isProtected,
    removalPolicy: stage.removal,
  });
