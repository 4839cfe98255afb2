import { Aws, CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Alarms } from './alarms.ts';
import type { Dashboard } from './dashboard.ts';
import type { Events } from './events.ts';
import type { FailedRecords } from './failed-records.ts';
import type { Mail } from './mail.ts';
import type { OrganizerRole } from './organizer-role.ts';
import type { Publication } from './publication.ts';
import type { Secrets } from './secrets.ts';
import type { Site } from './site.ts';
import { isInZone } from './stage/conflicts.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

interface OutputSources {
  stage: Stage;
  table: Table;
  secrets: Secrets;
  failedRecords: FailedRecords;
  site: Site;
  mail: Mail;
  publication: Publication;
  events: Events;
  organizerRole: OrganizerRole;
  alarms: Alarms;
  dashboard: Dashboard;
}

/**
 * What the operator needs to know about a deployed stage. The command line reads these outputs, so their names must
 * not change.
 */
export function addOutputs(stack: Stack, sources: OutputSources): void {
  const {
    stage,
    table,
    secrets,
    failedRecords,
    site,
    mail,
    publication,
    events,
    organizerRole,
    alarms,
    dashboard,
  } = sources;
  const outputs: [name: string, value: string, description: string][] = [
    ['SiteUrl', site.url, 'Address of the site'],
    [
      'DistributionDomainName',
      site.distribution.distributionDomainName,
      'Target of the CNAME or alias of the domain',
    ],
    ['DistributionId', site.distribution.distributionId, 'CloudFront distribution'],
    ['TableName', table.table.tableName, 'Table with all campaigns and sign-ons'],
    ['SiteBucket', site.bucket.bucketName, 'Published files'],
    ['PrivateBucket', publication.privateBucket.bucketName, 'Snapshots'],
    ['FailureBucket', failedRecords.bucket.bucketName, 'Stream records that failed every retry'],
    ['MailQueueUrl', mail.work.queue.queueUrl, 'Mails to send'],
    ['MailDeadLettersUrl', mail.work.deadLetters.queueUrl, 'Mails that failed every retry'],
    [
      'ConfirmationDeadLettersUrl',
      mail.confirmations.deadLetters.queueUrl,
      'Confirmations that failed every retry',
    ],
    ['SiteQueueUrl', publication.work.queue.queueUrl, 'Site jobs to do'],
    ['SiteDeadLettersUrl', publication.work.deadLetters.queueUrl, 'Site jobs that failed every retry'],
    ['EventBusName', events.bus.eventBusName, 'Bus whose rules tell other programs of campaigns'],
    ['EventsDeadLettersUrl', events.work.deadLetters.queueUrl, 'Events that failed every retry'],
    ['AddressKeySecret', secrets.addressKey.secretArn, 'Secret with the key that hashes addresses'],
    ['LinkKeysSecret', secrets.linkKeys.secretArn, 'Secret with the keys that sign links'],
    ['ConfigurationSet', mail.configurationSet.configurationSetName, 'SES configuration set of every mail'],
    ['SenderDomains', stage.mailDomains.map(({ name }) => name).join(','), 'Domains that mails come from'],
    [
      'ShareOfSendingRate',
      String(stage.shareOfSendingRate),
      'Part of the sending rate of the account that this stage takes',
    ],
    ['OrganizerRoleArn', organizerRole.role.roleArn, 'Role for terminals with campaign --stage'],
    ['AlarmNames', alarms.names.join(','), 'Alarms of the stage'],
    ['DashboardUrl', dashboard.url, 'Dashboard of the stage in CloudWatch'],
    ['AlarmTopicArn', alarms.topic.topicArn, 'SNS topic of all alarms'],
    ...alarmEmails(stage),
    ...version(stage),
    ...recordsToMake(sources),
  ];
  for (const [name, value, description] of outputs) new CfnOutput(stack, name, { value, description });
}

/** CloudFormation takes no output without a value. */
const alarmEmails = (stage: Stage): [string, string, string][] =>
  stage.alarmEmails.length === 0
    ? []
    : [['AlarmEmails', stage.alarmEmails.join(','), 'Addresses that get the alarms']];

/** An output, and no tag: a tag would be written to every resource at each deployment. */
const version = (stage: Stage): [string, string, string][] =>
  stage.version === undefined ? [] : [['Version', stage.version, 'Version of the code that is deployed']];

/** The DNS records for email that the operator must make, for each identity that the stack makes. */
function recordsToMake({ stage, mail }: OutputSources): [string, string, string][] {
  const identities = mail.identities.filter(
    ({ domain, dkimRecords }) =>
      dkimRecords && !(stage.hostedZone && isInZone(domain, stage.hostedZone.name)),
  );
  return identities.flatMap(({ domain, mailFromDomain, dkimRecords = [] }, index) => {
    const number = index === 0 ? '' : `${index + 1}`;
    const dkim = dkimRecords.map(({ name, value }, at): [string, string, string] => [
      `Mail${number}DkimRecord${at + 1}`,
      `${name} CNAME ${value}`,
      `DNS record that lets SES sign mail from ${domain}`,
    ]);
    return [
      ...dkim,
      [
        `Mail${number}MxRecord`,
        `${mailFromDomain} MX 10 feedback-smtp.${Aws.REGION}.amazonses.com`,
        `DNS record for undeliverable mail from ${domain}`,
      ],
      [
        `Mail${number}SpfRecord`,
        `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
        `DNS record that allows SES to send for ${domain}`,
      ],
    ];
  });
}
