import { Aws, Fn } from 'aws-cdk-lib';

/**
 * The value of a header that only CloudFront sends to the API, so that the API can believe the viewer's address beside it:
 * the random part of the stack's id, which nobody outside the account sees. It needs no secret, because whoever knows it
 * can evade the limit by network and nothing else.
 */
export const edgeKey = (): string => Fn.select(2, Fn.split('/', Aws.STACK_ID));
