import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Failures } from './failures.ts';
import type { Mail } from './mail.ts';
import type { Publishing } from './publishing.ts';
import type { Secrets } from './secrets.ts';
import type { Site } from './site.ts';
import type { Table } from './table.ts';

/** What the operator, and the CLI with `--stage`, need to know of a deployed stage. */
export function addOutputs(
  stack: Stack,
  {
    table,
    secrets,
    failures,
    site,
    mail,
    publishing,
  }: {
    table: Table;
    secrets: Secrets;
    failures: Failures;
    site: Site;
    mail: Mail;
    publishing: Publishing;
  },
): void {
  const outputs: [name: string, value: string, description: string][] = [
    ['SiteUrl', site.url, 'Where the campaigns are'],
    [
      'DistributionDomainName',
      site.distribution.distributionDomainName,
      'Target of the CNAME or alias of the domain',
    ],
    ['DistributionId', site.distribution.distributionId, 'CloudFront distribution'],
    ['TableName', table.table.tableName, 'Everything that is stored'],
    ['SiteBucket', site.bucket.bucketName, 'Published files'],
    ['PrivateBucket', publishing.privateBucket.bucketName, 'Snapshots'],
    ['FailureBucket', failures.bucket.bucketName, 'Stream records that could not be worked off'],
    ['MailQueueUrl', mail.work.queue.queueUrl, 'Mails owed'],
    ['MailDeadLettersUrl', mail.work.deadLetters.queueUrl, 'Mails given up'],
    ['SiteQueueUrl', publishing.work.queue.queueUrl, 'Pages owed'],
    ['SiteDeadLettersUrl', publishing.work.deadLetters.queueUrl, 'Pages given up'],
    ['AddressKeySecret', secrets.addressKey.name, 'Secret that hashes addresses'],
    ['LinkKeysSecret', secrets.linkKeys.name, 'Secret that signs links'],
    ['MailFromDomain', `bounce.${mail.domain}`, 'Needs the MX and TXT records of docs/deploy.md'],
  ];
  for (const [name, value, description] of outputs) new CfnOutput(stack, name, { value, description });
  mail.identity.dkimRecords.forEach(({ name, value }, index) => {
    new CfnOutput(stack, `DkimRecord${index + 1}`, {
      value: `${name} CNAME ${value}`,
      description: 'DNS record that lets SES sign mail',
    });
  });
}
