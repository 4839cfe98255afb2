import type { GetEmailIdentityCommandOutput } from '@aws-sdk/client-sesv2';
import { changedByHand, checkResult, type Finding, ok, type ReadResult, stops, warning } from './finding.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html */
export type Identity = Pick<
  GetEmailIdentityCommandOutput,
  'VerifiedForSendingStatus' | 'DkimAttributes' | 'MailFromAttributes' | 'FeedbackForwardingStatus'
>;

/** What was read about a domain that emails come from. */
export interface MailDomain {
  name: string;
  /** Undefined if SES has no such identity. */
  identity: ReadResult<Identity | undefined>;
  /** TXT records at `_dmarc.<name>`, or at that of the registered domain. */
  dmarc: ReadResult<string[]>;
}

export const checkMailDomain = ({ name, identity, dmarc }: MailDomain, region: string): Finding[] => [
  ...checkResult('identity', identity, (found) => checkIdentity(name, found, region)),
  ...checkResult('dmarc', dmarc, (records) => [checkDmarc(name, records)]),
];

const wait = 'SES looks for them for 72 hours. `dig +short` shows whether they are in DNS.';

/**
 * The records that let SES sign emails: CNAMEs, or for a key of one's own (`EXTERNAL`) the TXT record of its selector.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DkimAttributes.html
 */
function dkimRecords(name: string, dkim: Identity['DkimAttributes']): string {
  const { SigningAttributesOrigin, SigningHostedZone = 'dkim.amazonses.com', Tokens = [] } = dkim ?? {};
  if (SigningAttributesOrigin === 'EXTERNAL')
    return `Make the TXT record with the public key of your DKIM key: ${Tokens.map((selector) => `${selector}._domainkey.${name}`).join(', ')}`;
  const records = Tokens.map((token) => `${token}._domainkey.${name} CNAME ${token}.${SigningHostedZone}`);
  return `Make these DKIM records in DNS: ${records.join(', ')}`;
}

const lookAgain = (name: string, dkim: Identity['DkimAttributes']): string =>
  `${dkimRecords(name, dkim)}. Then let SES look again, since it has stopped: \`aws sesv2 put-email-identity-dkim-attributes --email-identity ${name} --signing-enabled\``;

function checkIdentity(name: string, identity: Identity | undefined, region: string): Finding[] {
  if (!identity)
    return [
      stops(
        'identity',
        `SES has no identity ${name} in this region, so no email can be sent from it.`,
        `If the stage file says \`existing: true\` of ${name}, take that out, and deploy: the stack then makes the identity. If not, somebody has deleted the stack’s own: ${changedByHand} It gets other DKIM records.`,
      ),
    ];
  const { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes, FeedbackForwardingStatus } = identity;
  return [
    VerifiedForSendingStatus
      ? ok('identity', `SES has verified ${name}.`)
      : stops(
          'identity',
          `SES has not verified ${name}, so no email can be sent from it.`,
          DkimAttributes?.Status === 'FAILED'
            ? lookAgain(name, DkimAttributes)
            : `${dkimRecords(name, DkimAttributes)}. ${wait}`,
        ),
    checkDkim(name, DkimAttributes),
    checkMailFrom(name, MailFromAttributes, region),
    FeedbackForwardingStatus
      ? warning(
          'feedback-forwarding',
          `SES emails each bounce from ${name}, with the signer’s address, to the sender’s mailbox.`,
          `\`aws sesv2 put-email-identity-feedback-attributes --email-identity ${name} --no-email-forwarding-enabled\``,
        )
      : ok('feedback-forwarding', `Bounces from ${name} are not forwarded to a mailbox.`),
  ];
}

function checkDkim(name: string, dkim: Identity['DkimAttributes']): Finding {
  if (dkim?.Status === 'SUCCESS' && !dkim.SigningEnabled)
    return warning(
      'dkim',
      `Emails from ${name} are not signed with DKIM, so many land in spam folders.`,
      `\`aws sesv2 put-email-identity-dkim-attributes --email-identity ${name} --signing-enabled\``,
    );
  if (dkim?.Status === 'SUCCESS') return ok('dkim', `Emails from ${name} are signed with DKIM.`);
  if (dkim?.Status === 'TEMPORARY_FAILURE')
    return warning(
      'dkim',
      `SES cannot tell for now whether the DKIM records of ${name} are in DNS (TEMPORARY_FAILURE).`,
      `See whether the DNS servers of ${name} answer. ${dkimRecords(name, dkim)}, if they are gone.`,
    );
  return stops(
    'dkim',
    `SES has not found the DKIM records of ${name} (${dkim?.Status ?? 'no status'}).`,
    dkim?.Status === 'FAILED' ? lookAgain(name, dkim) : `${dkimRecords(name, dkim)}. ${wait}`,
  );
}

/** https://docs.aws.amazon.com/ses/latest/dg/mail-from.html */
const mailFromRecords = (domain: string, region: string): string =>
  `${domain} MX 10 feedback-smtp.${region}.amazonses.com, ${domain} TXT "v=spf1 include:amazonses.com ~all"`;

function checkMailFrom(name: string, mailFrom: Identity['MailFromAttributes'], region: string): Finding {
  if (!mailFrom?.MailFromDomain)
    return warning(
      'mail-from',
      `${name} has no MAIL FROM domain of its own, so its emails do not pass SPF for it.`,
      `\`aws sesv2 put-email-identity-mail-from-attributes --email-identity ${name} --mail-from-domain bounce.${name}\`. Then make these records in DNS: ${mailFromRecords(`bounce.${name}`, region)}`,
    );
  const { MailFromDomain, MailFromDomainStatus, BehaviorOnMxFailure } = mailFrom;
  if (MailFromDomainStatus === 'SUCCESS') return ok('mail-from', `MAIL FROM ${MailFromDomain} is set up.`);
  const setUp = `aws sesv2 put-email-identity-mail-from-attributes --email-identity ${name} --mail-from-domain ${MailFromDomain} --behavior-on-mx-failure USE_DEFAULT_VALUE`;
  const records = `Make these records in DNS: ${mailFromRecords(MailFromDomain, region)}.`;
  const missing = `SES has not found the MX record of ${MailFromDomain} (${MailFromDomainStatus}).`;
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MailFromAttributes.html
  if (BehaviorOnMxFailure === 'REJECT_MESSAGE')
    return stops(
      'mail-from',
      `${missing} Until then, SES refuses every email from ${name} (REJECT_MESSAGE).`,
      `Let emails go out without it: \`${setUp}\`. ${records}`,
    );
  return warning(
    'mail-from',
    `${missing} Until then, emails have SES’s own MAIL FROM domain.`,
    MailFromDomainStatus === 'FAILED'
      ? `${records} Then let SES look again, since it has stopped: \`${setUp}\``
      : `${records} ${wait}`,
  );
}

/** RFC 7489, section 6.6.3: a record counts if it begins with `v=DMARC1` and is the only such record. */
function checkDmarc(name: string, records: string[]): Finding {
  const policies = records.filter((record) => /^v=DMARC1\s*(;|$)/.test(record));
  if (policies.length === 1) return ok('dmarc', `${name} has a DMARC policy.`);
  if (policies.length > 1)
    return warning(
      'dmarc',
      `${name} has ${policies.length} DMARC records, so none of them counts.`,
      `Leave one TXT record at _dmarc.${name}.`,
    );
  return warning(
    'dmarc',
    `${name} has no DMARC policy. Large mailbox providers refuse bulk email without one.`,
    `Make a TXT record at _dmarc.${name}: "v=DMARC1; p=none; rua=mailto:dmarc@${name}"`,
  );
}

/** Addresses of senders that are SES identities of their own. SES then uses their settings, not those of the domain. */
export const checkSenderIdentities = (addresses: readonly string[]): Finding[] =>
  addresses.map((address) =>
    warning(
      'sender-identity',
      `${address} is an SES identity of its own. SES uses its settings for DKIM, MAIL FROM and forwarded bounces, not those of its domain.`,
      `If nothing else needs it: \`aws sesv2 delete-email-identity --email-identity ${address}\`. Otherwise give it the settings of the domain: step 5 of docs/deploy.md.`,
    ),
  );
