import type { EventDestination } from '@aws-sdk/client-sesv2';
import { type AlarmRecipients, type AlarmState, checkAlarmStates, checkRecipients } from './check-alarms.ts';
import { checkFunctions, type FunctionState } from './check-functions.ts';
import { checkKeys, type KeyState } from './check-keys.ts';
import {
  type ConfigurationSet,
  checkConfigurationSet,
  checkEvents,
  checkMailAccount,
  type MailAccount,
} from './check-mail-account.ts';
import { checkMailDomain, checkSenderIdentities, type MailDomain } from './check-mail-domain.ts';
import { checkMappings, type Mappings } from './check-mappings.ts';
import { checkEventBus, checkRules, type EventBusState, type RuleState } from './check-rules.ts';
import { checkConcurrency, checkSenders, checkSite, type SiteAnswer } from './check-stage.ts';
import { checkTable, type TableState } from './check-table.ts';
import { checkResult, type Finding, type ReadResult, unreadFinding } from './finding.ts';
import type { Campaigns } from './read-campaigns.ts';

/** Everything that was read about a deployed stage. */
export interface StageState {
  stage: string;
  region: string;
  configurationSet: string;
  /** The part of the account's sending rate that the stage takes, above 0 and at most 1. */
  shareOfSendingRate: number;
  senderDomains: string[];
  account: ReadResult<MailAccount>;
  domains: MailDomain[];
  /** Senders' addresses that are SES identities of their own. */
  senderIdentities: ReadResult<string[]>;
  configuration: ReadResult<ConfigurationSet>;
  events: ReadResult<EventDestination[]>;
  concurrency: ReadResult<number>;
  functions: ReadResult<FunctionState[]>;
  recipients: ReadResult<AlarmRecipients>;
  alarms: ReadResult<AlarmState[]>;
  /** Names of the alarms that the stack made, without the stage. Empty for a stack of an earlier version. */
  alarmNames: string[];
  alarmTopicArn: string | undefined;
  mappings: ReadResult<Mappings>;
  rules: ReadResult<RuleState[]>;
  eventBus: ReadResult<EventBusState>;
  site: SiteAnswer;
  campaigns: ReadResult<Campaigns>;
  keys: ReadResult<KeyState>;
  table: ReadResult<TableState>;
}

/** All findings about a deployed stage. */
export const checkStage = (state: StageState, now: Date): Finding[] => [
  ...state.domains.flatMap((domain) => checkMailDomain(domain, state.region)),
  ...checkResult('sender-identity', state.senderIdentities, checkSenderIdentities),
  ...checkResult('sandbox', state.account, (account) =>
    checkMailAccount(
      account,
      'value' in state.campaigns ? state.campaigns.value.sending : [],
      state.shareOfSendingRate,
    ),
  ),
  ...checkResult('configuration-set', state.configuration, (configuration) =>
    checkConfigurationSet(state.configurationSet, configuration),
  ),
  ...checkResult('events', state.events, (destinations) => [
    checkEvents(state.configurationSet, destinations),
  ]),
  ...checkResult('senders', state.campaigns, ({ sending, unreadable }) => [
    ...checkSenders(sending, state.senderDomains),
    ...unreadable.map((failure) => unreadFinding('campaigns', failure)),
  ]),
  ...checkSite(state.site, now),
  ...checkResult('concurrency', state.concurrency, (concurrency) => [checkConcurrency(concurrency)]),
  ...checkResult('functions', state.functions, (functions) => checkFunctions(functions, state.stage)),
  ...checkResult('table', state.table, (table) => checkTable(table, state.stage)),
  ...checkResult('keys', state.keys, (keys) => [checkKeys(keys, state.stage)]),
  ...checkResult('alarms', state.recipients, checkRecipients),
  ...checkResult('alarm-states', state.alarms, (alarms) => checkAlarmStates(alarms, state)),
  ...checkResult('triggers', state.mappings, (mappings) =>
    checkMappings(mappings, state.stage, latestStreamOf(state.table)),
  ),
  ...checkResult('rules', state.rules, (rules) => checkRules(rules, state.stage)),
  ...checkResult('event-bus', state.eventBus, (bus) => [checkEventBus(bus)]),
];

const latestStreamOf = (table: StageState['table']): string | undefined =>
  'value' in table ? table.value.table?.LatestStreamArn : undefined;
