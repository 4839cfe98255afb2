/**
 * How long a service may take to answer one attempt, in milliseconds; the SDK itself sets no end. Much longer than
 * DynamoDB and SQS take. The three attempts of one call, which the SDK makes, end within an API function's ten seconds.
 */
export const answerLimits = { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true };
