import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

/**
 * Lets each write fail `times` times, as on AWS when it meets a running transaction. The emulator never does this.
 * Returns how many attempts have failed.
 */
export function injectConflicts(client: DynamoDBClient, times: number): () => number {
  const failures = new Map<string, number>();
  let injected = 0;
  const $metadata = { httpStatusCode: 400 };
  client.middlewareStack.add(
    (next, context) => async (input) => {
      const isUpdate = context.commandName === 'UpdateItemCommand';
      if (!isUpdate && context.commandName !== 'TransactWriteItemsCommand') return await next(input);
      const write = JSON.stringify(input.input, (key, value) =>
        key === 'ClientRequestToken' ? undefined : value instanceof Set ? [...value] : value,
      );
      const failed = failures.get(write) ?? 0;
      if (failed >= times) return await next(input);
      failures.set(write, failed + 1);
      injected++;
      if (isUpdate)
        throw new TransactionConflictException({ message: 'Transaction is ongoing for the item', $metadata });
      const CancellationReasons = [{ Code: 'None' }, { Code: 'TransactionConflict' }];
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        CancellationReasons,
        $metadata,
      });
    },
    { step: 'initialize' },
  );
  return () => injected;
}
