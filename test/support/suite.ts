/** Which suite runs: `npm test` samples what `npm run test:long` does in full. */
export const isLong = process.env.UNDERSIGNED_TEST_SUITE === 'long';

/** Whether tests of what is stored use DynamoDB Local instead of the store in memory. */
export const usesDynamoDb = process.env.UNDERSIGNED_TEST_STORE === 'dynamodb';
