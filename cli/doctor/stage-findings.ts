import type { EventDestination } from '@aws-sdk/client-sesv2';
import type { Subscription } from '@aws-sdk/client-sns';
import { checkKeys, type KeyReadings } from './check-keys.ts';
import { checkEvents, checkMailAccount, type MailAccount } from './check-mail-account.ts';
import { checkMailDomain, type MailDomain } from './check-mail-domain.ts';
import {
  checkConcurrency,
  checkSenders,
  checkSite,
  checkSubscriptions,
  type SiteAnswer,
} from './check-stage.ts';
import { checkReading, type Finding, type Reading } from './finding.ts';
import type { SendingCampaign } from './read-campaigns.ts';

/** Everything that was read about a deployed stage. */
export interface StageReadings {
  stage: string;
  configurationSet: string;
  senderDomains: string[];
  account: Reading<MailAccount>;
  domains: MailDomain[];
  events: Reading<EventDestination[]>;
  concurrency: Reading<number>;
  subscriptions: Reading<Subscription[]>;
  site: SiteAnswer;
  campaigns: Reading<SendingCampaign[]>;
  keys: Reading<KeyReadings>;
}

/** All findings about a deployed stage. */
export const checkStage = (readings: StageReadings, now: Date): Finding[] => [
  ...readings.domains.flatMap(checkMailDomain),
  ...checkReading('sandbox', readings.account, (account) =>
    checkMailAccount(account, 'value' in readings.campaigns ? readings.campaigns.value : []),
  ),
  ...checkReading('events', readings.events, (destinations) => [
    checkEvents(readings.configurationSet, destinations),
  ]),
  ...checkReading('senders', readings.campaigns, (campaigns) =>
    checkSenders(campaigns, readings.senderDomains),
  ),
  ...checkSite(readings.site, now),
  ...checkReading('concurrency', readings.concurrency, (concurrency) => [checkConcurrency(concurrency)]),
  ...checkReading('keys', readings.keys, (keys) => [checkKeys(keys, readings.stage)]),
  ...checkReading('alarms', readings.subscriptions, (subscriptions) => [checkSubscriptions(subscriptions)]),
];
