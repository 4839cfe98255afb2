import type {
  EventDestination,
  GetAccountCommandOutput,
  GetConfigurationSetCommandOutput,
} from '@aws-sdk/client-sesv2';
import { reservedParts } from '../../shared/mail/quota-reserve.ts';
import { type Finding, ok, stops, warning } from './finding.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html */
export type MailAccount = Pick<
  GetAccountCommandOutput,
  'ProductionAccessEnabled' | 'SendingEnabled' | 'EnforcementStatus' | 'SendQuota'
>;

/**
 * How many sign-ons a campaign has or needs, whichever is more. Each gets an email on the day of publication. After that
 * day it is 0.
 */
export interface CampaignSize {
  slug: string;
  signers: number;
}

const number = (value: number): string => value.toLocaleString('en-US');

export function checkMailAccount(
  { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota }: MailAccount,
  campaigns: CampaignSize[],
  /** The part of the sending rate that the stage takes. */
  share: number,
): Finding[] {
  return [
    ProductionAccessEnabled
      ? ok('sandbox', 'The account is out of SES’s sandbox.')
      : stops(
          'sandbox',
          'The account is in SES’s sandbox: it sends 200 emails a day, to verified addresses only.',
          'Ask for production access: step 7 of docs/deploy.md has a text for it. AWS answers within a day.',
        ),
    SendingEnabled === false || EnforcementStatus === 'SHUTDOWN'
      ? stops(
          'sending',
          'AWS has stopped all email from this account.',
          '“SES has paused the account” in docs/runbook.md.',
        )
      : EnforcementStatus === 'PROBATION'
        ? warning(
            'sending',
            'AWS is reviewing this account’s email, and may stop it.',
            'Read AWS’s email to the account’s own address, and see “bounces” in docs/runbook.md.',
          )
        : ok('sending', 'AWS lets the account send.'),
    ...(SendQuota ? checkQuota(SendQuota, campaigns, share) : []),
  ];
}

/** SES's value for no limit. */
const unlimited = -1;

function checkQuota(
  {
    Max24HourSend = 0,
    MaxSendRate = 1,
    SentLast24Hours = 0,
  }: NonNullable<GetAccountCommandOutput['SendQuota']>,
  campaigns: CampaignSize[],
  share: number,
): Finding[] {
  const largest = campaigns.reduce((one, other) => (other.signers > one.signers ? other : one), {
    slug: '',
    signers: 0,
  });
  const left = Max24HourSend === unlimited ? Number.POSITIVE_INFINITY : Max24HourSend - SentLast24Hours;
  const rate = MaxSendRate * share;
  // Two of the four senders are for confirmations, and each sends at a quarter of the rate.
  const hours = largest.signers / (rate / 2) / 3600;
  const rateText = `${number(rate)} emails a second${share < 1 ? `, this stage’s share of ${number(MaxSendRate)}` : ''}`;
  const forConfirmations =
    Max24HourSend === unlimited ? Number.POSITIVE_INFINITY : Max24HourSend * (1 - reservedParts.confirm);
  const ask = 'Ask for more in Service Quotas → Amazon Simple Email Service. AWS answers within a day.';
  const quota =
    Max24HourSend === unlimited ? 'without a daily limit' : `${number(Max24HourSend)} emails a day`;
  return [
    largest.signers > left
      ? warning(
          'quota',
          `The publication of ${largest.slug} emails ${number(largest.signers)} signers. SES still sends ${number(Math.max(0, left))} today (quota: ${quota}), so the others wait for the next day.`,
          ask,
        )
      : SentLast24Hours >= forConfirmations
        ? warning(
            'quota',
            `SES sends ${quota}, ${number(SentLast24Hours)} of them used. Confirmations may use ${number(forConfirmations)}, so people who sign now get their link tomorrow.`,
            ask,
          )
        : ok('quota', `SES sends ${quota}, ${number(SentLast24Hours)} of them used.`),
    hours > 1
      ? warning(
          'rate',
          `SES sends ${rateText}: the ${number(largest.signers)} signers of ${largest.slug} get their email over ${number(Math.ceil(hours))} hours.`,
          ask,
        )
      : ok('rate', `SES sends ${rateText}.`),
  ];
}

const neededEvents = ['SEND', 'REJECT', 'DELIVERY', 'BOUNCE', 'COMPLAINT'] as const;

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSetEventDestinations.html */
export function checkEvents(
  configurationSet: string,
  destinations: Pick<EventDestination, 'Enabled' | 'MatchingEventTypes' | 'EventBridgeDestination'>[],
): Finding {
  const published = destinations.flatMap(({ Enabled, MatchingEventTypes = [], EventBridgeDestination }) =>
    Enabled && EventBridgeDestination ? MatchingEventTypes : [],
  );
  const missing = neededEvents.filter((event) => !published.includes(event));
  if (missing.length === 0)
    return ok('events', `The configuration set ${configurationSet} publishes what becomes of each email.`);
  return warning(
    'events',
    `The configuration set ${configurationSet} does not publish ${missing.join(', ')}: bounces are not seen, and an email without an answer from SES is sent again.`,
    `Correct its event destination, or make it again, since a deployment does not: SES console → Configuration sets → ${configurationSet} → Event destinations: Amazon EventBridge, bus "default", with ${neededEvents.join(', ')}.`,
  );
}

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html */
export type ConfigurationSet = Pick<
  GetConfigurationSetCommandOutput,
  'DeliveryOptions' | 'SuppressionOptions' | 'SendingOptions'
>;

/** Whether the configuration set is as the stack makes it. One that existed before may not be. */
export function checkConfigurationSet(
  name: string,
  { DeliveryOptions, SuppressionOptions, SendingOptions }: ConfigurationSet,
): Finding[] {
  const reasons = SuppressionOptions?.SuppressedReasons ?? [];
  const findings = [
    ...(SendingOptions?.SendingEnabled === false
      ? [
          stops(
            'configuration-set',
            `The configuration set ${name} sends no email.`,
            `\`aws sesv2 put-configuration-set-sending-options --configuration-set-name ${name} --sending-enabled\``,
          ),
        ]
      : []),
    ...(DeliveryOptions?.TlsPolicy === 'REQUIRE'
      ? []
      : [
          warning(
            'configuration-set',
            `The configuration set ${name} also delivers without TLS: somebody on the way could read a signer’s link.`,
            `\`aws sesv2 put-configuration-set-delivery-options --configuration-set-name ${name} --tls-policy REQUIRE\``,
          ),
        ]),
    ...(reasons.includes('BOUNCE') && reasons.includes('COMPLAINT')
      ? []
      : [
          warning(
            'configuration-set',
            `The configuration set ${name} also sends to addresses that bounced or complained.`,
            `\`aws sesv2 put-configuration-set-suppression-options --configuration-set-name ${name} --suppressed-reasons BOUNCE COMPLAINT\``,
          ),
        ]),
  ];
  return findings.length > 0
    ? findings
    : [
        ok(
          'configuration-set',
          `The configuration set ${name} delivers over TLS alone, and not to suppressed addresses.`,
        ),
      ];
}
