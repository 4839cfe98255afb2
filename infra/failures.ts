import {
  Duration,
  aws_events as events,
  aws_s3 as s3,
  type aws_sns as sns,
  aws_events_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

/** Where stream records go that could not be worked off, whole, for someone to look at and to play back. */
export class Failures extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // The records hold what people typed: they stay no longer than a message stays in a queue.
      lifecycleRules: [
        { expiration: Duration.days(14), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: deployment.removal,
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Only Lambda writes here and only the operator reads; CloudTrail has both, and an access log would need a bucket of its own.',
    );
    // The bucket's own setting: the library's would bring a function to make it.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof s3.CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}

/** Writes to the operator whenever records were put away; no metric counts a bucket's objects within the day. */
export function announceFailures(
  scope: Construct,
  prefix: string,
  { failures, topic }: { failures: Failures; topic: sns.Topic },
): void {
  const rule = new events.Rule(scope, 'RecordsPutAway', {
    ruleName: `${prefix}-records-put-away`,
    description: 'Tells the operator of stream records that could not be worked off.',
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [failures.bucket.bucketName] } },
    },
  });
  const meaning =
    'A confirmation was not counted, or a mail not queued, in twenty attempts; the next sweep should have done it.';
  rule.addTarget(
    new targets.SnsTopic(topic, {
      message: events.RuleTargetInput.fromText(
        `${prefix}: ${meaning} What to do: docs/runbook.md#records-put-away. The records: ${events.EventField.fromPath('$.detail.object.key')}`,
      ),
    }),
  );
  acknowledge(
    rule,
    'Serverless-EventBusDLQ',
    'It only announces; what it announces stays in the bucket for two weeks.',
  );
}
