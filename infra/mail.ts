import { Duration, aws_iam as iam, Stack, aws_ses as ses } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import { newFunction, onTable, readsSecrets, type StackFunction, sendsTo } from './function.ts';
import { type Publication, supplements } from './publication.ts';
import { newWorkQueue, queuePermissions, readQueue, type WorkQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import {
  identitiesWithin,
  identityArn,
  newSenderIdentities,
  type SenderIdentity,
} from './sender-identities.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const timeout = Duration.seconds(60);

/** The PDF that is attached to the email to a letter's recipient. */
const letterPdfs = '*/letter.pdf';

/** The mail queues, the function that sends, and the domains that it sends from. */
export class Mail extends Construct {
  readonly work: WorkQueue;
  /** Confirmation links to addresses that have not confirmed anything yet. No other email waits behind them. */
  readonly confirmations: WorkQueue;
  readonly identities: SenderIdentity[];
  readonly configurationSet: ses.IConfigurationSet;
  readonly sendMail: StackFunction;

  constructor(scope: Construct, id: string, { stage, table, secrets, site, publication }: MailProps) {
    super(scope, id);
    this.work = newWorkQueue(this, { workTimeout: timeout, attempts: 10 });
    this.confirmations = newWorkQueue(new Construct(this, 'Confirmations'), {
      workTimeout: timeout,
      attempts: 10,
    });
    this.configurationSet = configurationSetOf(this, stage);
    this.identities = newSenderIdentities(this, stage, this.configurationSet);
    const { configurationSetName } = this.configurationSet;
    this.sendMail = newFunction(this, stage, {
      name: 'send-mail',
      description: 'Decides which mail is due, and hands it to SES.',
      timeout,
      memory: 512,
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_QUEUE_URL: this.work.queue.queueUrl,
        CONFIRMATION_QUEUE_URL: this.confirmations.queue.queueUrl,
        SITE_URL: site.url,
        LINK_KEYS_SECRET: secrets.linkKeys.secretArn,
        ADDRESS_KEY_SECRET: secrets.addressKey.secretArn,
        CONFIGURATION_SET: configurationSetName,
        SHARE_OF_SENDING_RATE: String(stage.shareOfSendingRate),
        SITE_BUCKET: site.bucket.bucketName,
        PRIVATE_BUCKET: publication.privateBucket.bucketName,
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
        sendsTo(this.work.queue, this.confirmations.queue),
        new iam.PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: [
            ...this.identities.flatMap(({ domain, arn }) => [
              arn,
              ...identitiesWithin(domain).map((name) => identityArn(this, name)),
            ]),
            Stack.of(this).formatArn({
              service: 'ses',
              resource: 'configuration-set',
              resourceName: configurationSetName,
            }),
          ],
        }),
        new iam.PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
        new iam.PolicyStatement({
          actions: ['s3:GetObject'],
          resources: [
            site.bucket.arnForObjects(letterPdfs),
            publication.privateBucket.arnForObjects(supplements),
          ],
        }),
      ],
      platform: queuePermissions(this.work.queue, this.confirmations.queue),
      queuesForItself: true,
      whenItFails:
        'It reads a queue: a message that fails is received again, and ends in the dead-letter queue.',
    });
    acknowledgeObjects(
      this.sendMail.role,
      { bucket: site.bucket, pattern: letterPdfs },
      'The PDF of the letter that is mailed, of any campaign. All of them are public.',
    );
    acknowledgeObjects(
      this.sendMail.role,
      { bucket: publication.privateBucket, pattern: supplements },
      'The updated letter that is mailed, of any campaign. Snapshots are out of reach.',
    );
    for (const name of this.identities.flatMap(({ domain }) => identitiesWithin(domain)))
      acknowledge(
        this.sendMail.role,
        `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/${name}]`,
        'Addresses and domains within the mail domain, which may be identities of their own.',
      );
    acknowledge(
      this.sendMail.role,
      'AwsSolutions-IAM5[Resource::*]',
      'ses:GetSendQuota, which answers the account’s sending rate, exists only for the whole account.',
    );
    acknowledge(
      this.sendMail.role,
      'Serverless-LambdaStarPermissions',
      'ses:GetSendQuota alone, which answers the account’s sending rate and exists only for the whole account.',
    );
    // Each queue has its own share of concurrent functions, so the confirmations of a crowd do not delay other emails
    // (`concurrentSenders`).
    for (const [name, { queue }] of [
      ['QueueMapping', this.work],
      ['ConfirmationQueueMapping', this.confirmations],
    ] as const)
      readQueue(this, name, this.sendMail, { queue, batchSize: 10, maxConcurrency: 2 });
  }
}

/** Every email is sent with this configuration set. It decides about TLS, suppressed addresses, and where events go. */
function configurationSetOf(scope: Construct, stage: Stage): ses.IConfigurationSet {
  if (stage.configurationSet)
    return ses.ConfigurationSet.fromConfigurationSetName(scope, 'ConfigurationSet', stage.configurationSet);
  const configurationSet = new ses.ConfigurationSet(scope, 'ConfigurationSet', {
    // An email contains the signer's personal link. A server without TLS gets no email instead of an unencrypted one.
    tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
    // The account's own rates, which SES judges, are free. Those of a configuration set are not.
    reputationMetrics: false,
    suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  // The identities have it as their default, so it must exist as long as they do.
  configurationSet.applyRemovalPolicy(stage.removal);
  return configurationSet;
}

interface MailProps {
  stage: Stage;
  table: Table;
  secrets: Secrets;
  site: Site;
  publication: Publication;
}
