import type { MailDomain, Settings } from './settings.ts';

type CheckedSettings = Omit<Settings, 'mail' | 'keepData' | 'protected'> & { mailDomains: MailDomain[] };

/** Settings that are right by themselves, and do not fit together. Each as key, reason and cure. */
export function conflictsOf(settings: CheckedSettings): string[] {
  const { mailDomains, alarmEmails } = settings;
  return [
    ...duplicates(mailDomains.map(({ name }) => name)).map(
      (domain) => `mail.domains: ${domain} stands there twice. Name it once`,
    ),
    ...duplicates(alarmEmails.map((address) => address.toLowerCase())).map(
      (address) => `alarmEmails: ${address} stands there twice. Name it once`,
    ),
    ...zoneConflicts(settings),
    ...mailFromConflicts(settings),
    ...accountConflicts(settings),
  ];
}

function zoneConflicts({ domain, hostedZone, mailDomains }: CheckedSettings): string[] {
  if (!hostedZone) return [];
  const cure = 'or leave out hostedZone and make the records yourself';
  if (domain && !isInZone(domain.name, hostedZone.name))
    return [`hostedZone.name: ${domain.name} is not in the zone ${hostedZone.name}. Name its zone, ${cure}`];
  if (domain || mailDomains.some(({ name }) => isInZone(name, hostedZone.name))) return [];
  return [
    `hostedZone.name: no domain of this stage is in the zone ${hostedZone.name}. Name the zone of one, ${cure}`,
  ];
}

/** Whether a domain's records belong in a zone. */
export const isInZone = (domain: string, zone: string): boolean =>
  domain === zone || domain.endsWith(`.${zone}`);

/** SES demands that nothing else uses a MAIL FROM domain. https://docs.aws.amazon.com/ses/latest/dg/mail-from.html */
function mailFromConflicts({ domain, mailDomains }: CheckedSettings): string[] {
  const used = [...(domain ? [domain.name] : []), ...mailDomains.map(({ name }) => name)];
  return mailDomains
    .filter(({ existing, mailFrom, name }) => !existing && used.includes(`${mailFrom}.${name}`))
    .map(
      ({ mailFrom, name }) =>
        `mail.domains: mails of ${name} come back to ${mailFrom}.${name}, which is the site or a mail domain, too. Give ${name} another mailFrom`,
    );
}

/** Resources that exist already, and what their ARNs say of account and region. */
function accountConflicts({ account, region, domain, webAclArn, restoredTable }: CheckedSettings): string[] {
  const arns = {
    'domain.certificateArn': domain?.certificateArn,
    webAclArn,
    'restoredTable.streamArn': restoredTable?.streamArn,
  };
  const ofAnotherAccount = Object.entries(arns).flatMap(([key, arn]) => {
    const owner = arn?.split(':')[4];
    return account === undefined || owner === undefined || owner === account
      ? []
      : [
          `${key}: is of account ${owner}, and this stage is deployed to ${account}. Give one of ${account}, or correct account`,
        ];
  });
  const streamRegion = restoredTable?.streamArn.split(':')[3];
  const isElsewhere = region !== undefined && streamRegion !== undefined && streamRegion !== region;
  return [
    ...ofAnotherAccount,
    ...(isElsewhere
      ? [
          `restoredTable.streamArn: is in ${streamRegion}, and this stage is deployed to ${region}. Restore the table in ${region}, or correct region`,
        ]
      : []),
  ];
}

const duplicates = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
