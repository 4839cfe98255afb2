import { Aws, Fn } from 'aws-cdk-lib';

/**
 * What CloudFront alone sends to the API, so that what it says of its viewer is believed: the random part of the stack's
 * id, which nobody outside the account ever sees. No secret of its own, since there is little to gain: whoever knows it
 * evades the limit by network and nothing else.
 */
export const edgeKey = (): string => Fn.select(2, Fn.split('/', Aws.STACK_ID));
