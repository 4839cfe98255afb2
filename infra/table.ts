import { aws_dynamodb as dynamodb } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** The only truth, and with its stream the outbox. */
export class Table extends Construct {
  readonly table: dynamodb.Table;
  /** The stream has two readers and no more: a shard serves no third well. */
  readonly streamArn: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      tableName: `undersigned-${deployment.stage}`,
      partitionKey: { name: 'PK', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'SK', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.DEFAULT,
      deletionProtection: deployment.isProduction,
      removalPolicy: deployment.removal,
    });
    if (!this.table.tableStreamArn) throw new Error('The table has no stream.');
    this.streamArn = this.table.tableStreamArn;
  }
}
