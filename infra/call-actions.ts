import * as z from 'zod';

/** A call of the AWS SDK as a recorder sees it. */
export interface RecordedCall {
  /** As in IAM: `dynamodb`, `s3`, `sqs`, `ses`, `secretsmanager`, `cloudfront`. */
  service: string;
  /** As in the API: `UpdateItem`, `SendMessageBatch`. */
  operation: string;
  /** The request's members, needed for transactions alone. */
  input?: unknown;
}

const kindSchema = z.enum(['Put', 'Update', 'Delete', 'ConditionCheck']);
const transactionSchema = z.object({
  TransactItems: z.array(z.partialRecord(kindSchema, z.unknown())),
});

const actionOfItem = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;

/** Calls that IAM knows by another action's name (Service Authorization Reference of SQS and S3). */
const otherNames = new Map([
  ['sqs:SendMessageBatch', 'sqs:SendMessage'],
  ['sqs:DeleteMessageBatch', 'sqs:DeleteMessage'],
  ['sqs:ChangeMessageVisibilityBatch', 'sqs:ChangeMessageVisibility'],
  ['s3:HeadObject', 's3:GetObject'],
  ['s3:HeadBucket', 's3:ListBucket'],
  ['s3:ListObjectsV2', 's3:ListBucket'],
  ['s3:DeleteObjects', 's3:DeleteObject'],
]);

/**
 * The IAM actions that a call needs. A transaction needs those of its items: there is no action for it
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html).
 */
export function actionsOfCall({ service, operation, input }: RecordedCall): string[] {
  if (service === 'dynamodb' && operation === 'TransactWriteItems') {
    const { TransactItems } = transactionSchema.parse(input);
    const kinds = TransactItems.flatMap((item) => Object.keys(item));
    return [...new Set(kinds)].flatMap((kind) => {
      const known = kindSchema.parse(kind);
      return [`dynamodb:${actionOfItem[known]}`];
    });
  }
  const action = `${service}:${operation}`;
  return [otherNames.get(action) ?? action];
}
