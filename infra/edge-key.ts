import { Aws, Fn } from 'aws-cdk-lib';

/**
 * The value of a header that only CloudFront sends to the API. It tells the API that it can trust the viewer's
 * address in the header next to it. The value is the random part of the stack's id, which nobody outside the account
 * sees. It need not be a secret, because a person who knows it can only evade the limit by network.
 */
export const edgeKey = (): string => Fn.select(2, Fn.split('/', Aws.STACK_ID));
