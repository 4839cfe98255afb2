import { Duration, aws_iam as iam, Stack, aws_ses as ses } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { newFunction, type OwnFunction, onTable, readsSecrets, sendsTo } from './function.ts';
import { type Publishing, supplements } from './publishing.ts';
import { newWorkQueue, queuePermissions, readQueue, type WorkQueue } from './queues.ts';
import type { Secrets } from './secrets.ts';
import type { Site } from './site.ts';
import type { Table } from './table.ts';

const timeout = Duration.seconds(60);

/** What goes with the mail to a letter's recipient. */
const letterPdfs = '*/letter.pdf';

/** From the mail queue to SES, at SES's pace. */
export class Mail extends Construct {
  readonly work: WorkQueue;
  readonly domain: string;
  readonly identity: ses.EmailIdentity;
  readonly configurationSet: ses.ConfigurationSet;
  readonly sendMail: OwnFunction;

  constructor(scope: Construct, id: string, { deployment, table, secrets, site, publishing }: MailProps) {
    super(scope, id);
    this.domain = deployment.mailDomain;
    this.work = newWorkQueue(this, deployment, { name: 'mail', workTimeout: timeout, attempts: 10 });
    this.configurationSet = new ses.ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: `undersigned-${deployment.stage}`,
      // A mail carries someone's personal link: rather not delivered than sent in the clear.
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      // The account's own rates, by which SES judges, cost nothing; a set's would.
      reputationMetrics: false,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(deployment.mailDomain),
      dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: `bounce.${deployment.mailDomain}`,
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      configurationSet: this.configurationSet,
    });
    const { configurationSetName } = this.configurationSet;
    this.sendMail = newFunction(this, deployment, {
      name: 'send-mail',
      description: 'Decides which mail a row is owed, and hands it to SES.',
      timeout,
      memory: 512,
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_QUEUE_URL: this.work.queue.queueUrl,
        SITE_URL: site.url,
        LINK_KEYS_SECRET: secrets.linkKeys.name,
        ADDRESS_KEY_SECRET: secrets.addressKey.name,
        CONFIGURATION_SET: configurationSetName,
        SITE_BUCKET: site.bucket.bucketName,
        PRIVATE_BUCKET: publishing.privateBucket.bucketName,
      },
      code: [
        onTable(table.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
        sendsTo(this.work.queue),
        new iam.PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: [
            this.identity.emailIdentityArn,
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
            publishing.privateBucket.arnForObjects(supplements),
          ],
        }),
      ],
      platform: queuePermissions(this.work.queue),
      queuesForItself: true,
      whenItFails:
        'It reads a queue: what fails comes again, and in the end goes to the queue’s dead letters.',
    });
    acknowledgeObjects(
      this.sendMail.role,
      { bucket: site.bucket, pattern: letterPdfs },
      'The PDF of whichever campaign’s letter is mailed; all of them are public.',
    );
    acknowledgeObjects(
      this.sendMail.role,
      { bucket: publishing.privateBucket, pattern: supplements },
      'The updated letter of whichever campaign is mailed, as it was frozen; snapshots are out of reach.',
    );
    acknowledge(
      this.sendMail.role,
      'AwsSolutions-IAM5[Resource::*]',
      'ses:GetSendQuota, which tells the account’s sending rate, exists only for the whole account.',
    );
    acknowledge(
      this.sendMail.role,
      'Serverless-LambdaStarPermissions',
      'ses:GetSendQuota alone, which tells the account’s sending rate and exists only for the whole account.',
    );
    readQueue(this, 'Reading', this.sendMail, { queue: this.work.queue, batchSize: 10, maxConcurrency: 2 });
  }
}

interface MailProps {
  deployment: Deployment;
  table: Table;
  secrets: Secrets;
  site: Site;
  publishing: Publishing;
}
