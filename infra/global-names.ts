import { Aws } from 'aws-cdk-lib';
import type { Stage } from './stage/stage.ts';

/**
 * A name for a resource of the whole account that CloudFormation cannot name, such as CloudFront's functions and
 * policies. It contains stage and region, so that stages can share an account, and a stage can be deployed to a
 * second region. At most 64 characters, so `name` may have at most 15.
 */
export const globalName = (stage: Stage, name: string): string =>
  `undersigned-${stage.name}-${Aws.REGION}-${name}`;
