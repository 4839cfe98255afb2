import { Stack, aws_s3 as s3, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one finding of cdk-nag on one construct. The reason is for the people who review the account. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/**
 * Accepts that a role's policy names the objects of a bucket by a pattern, because their keys are not known in
 * advance.
 */
export function acknowledgeObjects(
  construct: IConstruct,
  { bucket, pattern }: { bucket: s3.Bucket; pattern: string },
  reason: string,
): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) throw new Error('A bucket consists of its CfnBucket.');
  const arn = `<${Stack.of(bucket).getLogicalId(resource)}.Arn>`;
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${arn}/${pattern}]`, reason);
}
