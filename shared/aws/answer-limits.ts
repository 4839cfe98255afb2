/**
 * How long a service may take to answer one attempt, in milliseconds; the SDK itself sets no end. Much longer than
 * DynamoDB and SQS take. Three attempts, which the SDK makes, end within the ten seconds of an API function.
 */
export const answerLimits = { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true };
