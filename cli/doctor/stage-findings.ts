import type { EventDestination } from '@aws-sdk/client-sesv2';
import type { Subscription } from '@aws-sdk/client-sns';
import { checkKeys, type KeyState } from './check-keys.ts';
import {
  type ConfigurationSet,
  checkConfigurationSet,
  checkEvents,
  checkMailAccount,
  type MailAccount,
} from './check-mail-account.ts';
import { checkMailDomain, type MailDomain } from './check-mail-domain.ts';
import {
  checkConcurrency,
  checkSenders,
  checkSite,
  checkSubscriptions,
  type SiteAnswer,
} from './check-stage.ts';
import { checkResult, type Finding, type ReadResult } from './finding.ts';
import type { SendingCampaign } from './read-campaigns.ts';

/** Everything that was read about a deployed stage. */
export interface StageState {
  stage: string;
  configurationSet: string;
  senderDomains: string[];
  account: ReadResult<MailAccount>;
  domains: MailDomain[];
  configuration: ReadResult<ConfigurationSet>;
  events: ReadResult<EventDestination[]>;
  concurrency: ReadResult<number>;
  subscriptions: ReadResult<Subscription[]>;
  site: SiteAnswer;
  campaigns: ReadResult<SendingCampaign[]>;
  keys: ReadResult<KeyState>;
}

/** All findings about a deployed stage. */
export const checkStage = (state: StageState, now: Date): Finding[] => [
  ...state.domains.flatMap(checkMailDomain),
  ...checkResult('sandbox', state.account, (account) =>
    checkMailAccount(account, 'value' in state.campaigns ? state.campaigns.value : []),
  ),
  ...checkResult('configuration-set', state.configuration, (configuration) =>
    checkConfigurationSet(state.configurationSet, configuration),
  ),
  ...checkResult('events', state.events, (destinations) => [
    checkEvents(state.configurationSet, destinations),
  ]),
  ...checkResult('senders', state.campaigns, (campaigns) => checkSenders(campaigns, state.senderDomains)),
  ...checkSite(state.site, now),
  ...checkResult('concurrency', state.concurrency, (concurrency) => [checkConcurrency(concurrency)]),
  ...checkResult('keys', state.keys, (keys) => [checkKeys(keys, state.stage)]),
  ...checkResult('alarms', state.subscriptions, (subscriptions) => [checkSubscriptions(subscriptions)]),
];
