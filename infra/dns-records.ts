import {
  Aws,
  type aws_cloudfront as cloudfront,
  Duration,
  type RemovalPolicy,
  aws_route53 as route53,
  aws_route53_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Mail } from './mail.ts';
import type { SenderIdentity } from './sender-identities.ts';
import type { Site } from './site.ts';
import { isInZone } from './stage/conflicts.ts';
import type { Stage } from './stage/stage.ts';

/**
 * The DNS records of the site and of email, if the stage names its hosted zone in Route 53. No records are made for a
 * domain outside the zone, or for an identity that already exists. A domain may already have a DMARC policy, so the
 * operator makes that record (docs/deploy.md).
 */
export class DnsRecords extends Construct {
  constructor(scope: Construct, id: string, { stage, site, mail }: DnsRecordsProps) {
    super(scope, id);
    if (!stage.hostedZone) return;
    const { id: hostedZoneId, name: zoneName } = stage.hostedZone;
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
    if (stage.domain) this.addSiteRecords(zone, stage.domain.name, site.distribution);
    for (const identity of mail.identities)
      if (isInZone(identity.domain, zoneName)) this.addMailRecords(zone, identity, stage.removal);
  }

  private addSiteRecords(
    zone: route53.IHostedZone,
    name: string,
    distribution: cloudfront.Distribution,
  ): void {
    const record = {
      zone,
      recordName: `${name}.`,
      target: route53.RecordTarget.fromAlias(new targets.CloudFrontTarget(distribution)),
    };
    new route53.ARecord(this, 'SiteIpv4', record);
    new route53.AaaaRecord(this, 'SiteIpv6', record);
  }

  /**
   * The records stay as long as the identity does, which may sign for another stack.
   * https://docs.aws.amazon.com/ses/latest/dg/mail-from.html
   */
  private addMailRecords(
    zone: route53.IHostedZone,
    { domain, mailFromDomain, dkimRecords }: SenderIdentity,
    removal: RemovalPolicy,
  ): void {
    if (!dkimRecords) return;
    const ttl = Duration.hours(1);
    const records = [
      ...dkimRecords.map(
        ({ name, value }, index) =>
          new route53.CnameRecord(this, `${domain} DKIM ${index + 1}`, {
            zone,
            recordName: `${name}.`,
            domainName: value,
            ttl,
          }),
      ),
      new route53.MxRecord(this, `${domain} MAIL FROM MX`, {
        zone,
        recordName: `${mailFromDomain}.`,
        values: [{ priority: 10, hostName: `feedback-smtp.${Aws.REGION}.amazonses.com` }],
        ttl,
      }),
      new route53.TxtRecord(this, `${domain} MAIL FROM SPF`, {
        zone,
        recordName: `${mailFromDomain}.`,
        values: ['v=spf1 include:amazonses.com ~all'],
        ttl,
      }),
    ];
    for (const record of records) record.applyRemovalPolicy(removal);
  }
}

interface DnsRecordsProps {
  stage: Stage;
  site: Site;
  mail: Mail;
}
