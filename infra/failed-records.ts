import {
  Duration,
  aws_events as events,
  aws_s3 as s3,
  type aws_sns as sns,
  aws_events_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { runbookLink, type Stage } from './stage/stage.ts';

/** The bucket for stream records that failed every retry. The operator looks at them, as docs/runbook.md describes. */
export class FailedRecords extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // The records contain what people typed, so they are kept no longer than a message in a queue.
      lifecycleRules: [
        { expiration: Duration.days(14), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: stage.removal,
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Only Lambda writes here and only the operator reads. CloudTrail records both, and an access log would need another bucket.',
    );
    // Set on the bucket itself, because the library's setting would add a custom resource with a function.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof s3.CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}

/** Notifies the operator of each failed record, because no metric counts the objects of a bucket within a day. */
export function notifyOfFailedRecords(
  scope: Construct,
  stage: Stage,
  { failedRecords, topic }: { failedRecords: FailedRecords; topic: sns.Topic },
): void {
  const rule = new events.Rule(scope, 'RecordStored', {
    description: 'Tells the operator of stream records that failed every retry.',
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [failedRecords.bucket.bucketName] } },
    },
  });
  const meaning =
    'A confirmation was not counted, or a mail not queued, in twenty attempts. The next sweep should have done it.';
  // The library lets any rule of EventBridge publish to the topic. Its policy cannot name this rule: AWS allows no
  // conditions there (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).
  rule.addTarget(
    new targets.SnsTopic(topic, {
      message: events.RuleTargetInput.fromText(
        `undersigned-${stage.name}: ${meaning} What to do: ${runbookLink(stage, 'failed-records')} The records: ${events.EventField.fromPath('$.detail.object.key')}`,
      ),
    }),
  );
  acknowledge(
    rule,
    'Serverless-EventBusDLQ',
    'It only notifies. The records stay in the bucket for two weeks.',
  );
}
