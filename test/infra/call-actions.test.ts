import { describe, expect, test } from '@jest/globals';
import { actionsOfCall } from '../../infra/call-actions.ts';

describe('The actions that a call needs', () => {
  test('are mostly called like the operation', () => {
    expect(actionsOfCall({ service: 'dynamodb', operation: 'Query' })).toEqual(['dynamodb:Query']);
  });

  test('are those of its items for a transaction, each once', () => {
    const input = { TransactItems: [{ Update: {} }, { Update: {} }, { Put: {} }, { ConditionCheck: {} }] };
    expect(actionsOfCall({ service: 'dynamodb', operation: 'TransactWriteItems', input })).toEqual([
      'dynamodb:UpdateItem',
      'dynamodb:PutItem',
      'dynamodb:ConditionCheckItem',
    ]);
  });

  test('are those of the single message or object for batches and heads', () => {
    expect(actionsOfCall({ service: 'sqs', operation: 'SendMessageBatch' })).toEqual(['sqs:SendMessage']);
    expect(actionsOfCall({ service: 's3', operation: 'HeadObject' })).toEqual(['s3:GetObject']);
  });
});
