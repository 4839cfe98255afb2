import * as z from 'zod';

/** A recorded call of the AWS SDK. */
export interface RecordedCall {
  /** The service's prefix in IAM: `dynamodb`, `s3`, `sqs`, `ses`, `secretsmanager`, `cloudfront`. */
  service: string;
  /** The operation's name in the API: `UpdateItem`, `SendMessageBatch`. */
  operation: string;
  /** The request. Only transactions need it. */
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

/** Calls whose IAM action has another name (Service Authorization Reference of SQS and S3). */
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
 * The IAM actions that a call needs. A transaction has no action of its own and needs those of its items
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
