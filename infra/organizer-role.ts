import { ArnFormat, Aws, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { onTable, readsSecrets } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Table } from './table.ts';

/**
 * The role for a terminal with `campaign --stage`. It reads the stack's outputs, reads and writes the table, and
 * reads the key that hashes addresses. It cannot read files, send email, sign links or change the stack. A permission
 * outside of the stack decides who may assume it.
 */
export class OrganizerRole extends Construct {
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, { table, secrets }: { table: Table; secrets: Secrets }) {
    super(scope, id);
    const stack = Stack.of(this);
    this.role = new iam.Role(this, 'Role', {
      description: `What the campaign command needs with --stage, on ${stack.stackName}.`,
      assumedBy: new iam.AccountRootPrincipal(),
      inlinePolicies: {
        commands: new iam.PolicyDocument({
          statements: [
            onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem', 'BatchWriteItem'),
            new iam.PolicyStatement({
              // Scan: `delete` finds the items of a campaign under names that nobody signs with any more.
              actions: ['dynamodb:DeleteItem', 'dynamodb:Scan'],
              resources: [table.table.tableArn],
            }),
            readsSecrets(secrets.addressKey),
            new iam.PolicyStatement({
              actions: ['cloudformation:DescribeStacks'],
              resources: [
                stack.formatArn({
                  service: 'cloudformation',
                  // Does not depend on the stage's settings, so that the finding has the same id in every stage.
                  partition: Aws.PARTITION,
                  region: Aws.REGION,
                  account: Aws.ACCOUNT_ID,
                  resource: 'stack',
                  resourceName: `${stack.stackName}/*`,
                  arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
                }),
              ],
            }),
          ],
        }),
      },
    });
    acknowledge(
      this.role,
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/${stack.stackName}/*]`,
      'The last part of a stack’s ARN is random, and the command asks by the name of the stack.',
    );
  }
}
