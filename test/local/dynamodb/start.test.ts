import { expect, test } from '@jest/globals';
import { startDynamoDb } from '../../../local/dynamodb/start.ts';
import { listen } from '../../../local/http.ts';

test('DynamoDB Local takes another port if another program has taken the first one', async () => {
  const other = await listen((_request, response) => void response.end('<ErrorResponse/>'));
  const free = await listen(() => {});
  await free.close();
  const ports = [other.port, free.port];
  const dynamodb = await startDynamoDb({}, async () => ports.shift() ?? 0);
  expect(dynamodb.endpoint).toBe(`http://127.0.0.1:${free.port}`);
  await dynamodb.stop();
  await other.close();
});
