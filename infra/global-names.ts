import { Aws } from 'aws-cdk-lib';
import type { Stage } from './stage/stage.ts';

/**
 * A name for what belongs to the whole account and cannot be named by CloudFormation, such as CloudFront's functions and
 * policies. With stage and region in it, stages share an account, and a stage can be deployed to a second region. At most
 * 64 characters, of which CloudFront needs no more than 15 for `name`.
 */
export const globalName = (stage: Stage, name: string): string =>
  `undersigned-${stage.name}-${Aws.REGION}-${name}`;
