import type { Rule } from '@aws-sdk/client-eventbridge';
import { changedByHand, type Finding, ok, stops, warning } from './finding.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html */
export type RuleState = Pick<Rule, 'Name' | 'State'> & { targets: number };

/** The bus on which other programs hear of campaigns. */
export interface EventBusState {
  name: string;
  exists: boolean;
}

const ofMails = 'what SES reports of mails is not recorded';

/**
 * What does not happen without each rule that the stack makes, by the names of their constructs. CloudFormation's names
 * begin with them.
 */
export const ruleMeanings = {
  ScheduleEveryMinute: 'no gate opens by time, and nothing that failed is tried again',
  AlarmsRecordStored: 'nobody is told of changes that failed every retry',
  MailEventsSent: ofMails,
  MailEventsDelivered: ofMails,
  MailEventsRejected: ofMails,
  MailEventsBounced: `${ofMails}, so confirmations to invented addresses are not stopped`,
  MailEventsGivenUp: ofMails,
  MailEventsUndelivered: ofMails,
  MailEventsComplained: ofMails,
};

/** Whether all rules are there, enabled, and call something. No alarm tells of those of mail events. */
export function checkRules(rules: readonly RuleState[], stage: string): Finding[] {
  const findings = Object.entries(ruleMeanings).flatMap(([id, meaning]) => {
    const prefix = `undersigned-${stage}-${id}`;
    const ofId = rules.filter(({ Name = '' }) => Name.startsWith(prefix));
    // The runbook has a rule that was lost made anew under another id, such as `EveryMinute2`, beside the old one.
    const rule = ofId.find(({ State }) => State !== 'DISABLED') ?? ofId[0];
    const found = id === 'ScheduleEveryMinute' ? stops : warning;
    if (!rule)
      return [
        found('rules', `The rule ${prefix} is gone: ${meaning}. Somebody has deleted it.`, changedByHand),
      ];
    if (rule.State === 'DISABLED')
      return [
        found(
          'rules',
          `The rule ${rule.Name} is disabled: ${meaning}.`,
          `\`aws events enable-rule --name ${rule.Name}\``,
        ),
      ];
    if (rule.targets > 0) return [];
    return [
      found(
        'rules',
        `The rule ${rule.Name} calls nothing: ${meaning}. Somebody has removed its target.`,
        changedByHand,
      ),
    ];
  });
  return findings.length > 0
    ? findings
    : [ok('rules', 'Every rule of EventBridge is enabled and has a target.')];
}

/**
 * Whether the event bus is there. EventBridge answers as if it had taken what is sent to a bus that does not exist
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html), so no alarm tells of it.
 */
export const checkEventBus = ({ name, exists }: EventBusState): Finding =>
  exists
    ? ok('event-bus', `The event bus ${name} is there.`)
    : warning(
        'event-bus',
        `The event bus ${name} does not exist: chats and other programs are told of nothing, and those events are lost. Somebody has deleted it.`,
        changedByHand,
      );
