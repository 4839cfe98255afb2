import {
  checkEmbargo,
  type EmbargoPlan,
  type EmbargoRefusal,
  requestEmbargo,
} from '../../shared/operations/publishing/request-embargo.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { conflict, type Refusal } from '../refusal.ts';
import { timeText } from '../time-text.ts';

export const embargo: Command = {
  name: 'embargo',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'email the press release under embargo to the marked contacts of the press list, once each',
  run: runEmbargo,
};

async function runEmbargo(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const prospect = await checkEmbargo(store, target);
  if (prospect.outcome === 'no-such-campaign') throw await campaignNotFound(target);
  // Running the command again is not a mistake: everyone already has their copy.
  if (prospect.outcome === 'nobody-new')
    return {
      text: `Every marked contact on the press list of ${slug} already has a copy.`,
      json: { slug, outcome: 'nobody-new', contacts: 0 },
    };
  if (prospect.outcome !== 'ready') throw refusalOf(prospect.outcome, slug);

  const { plan } = prospect;
  if (!(await confirmAction(invocation, `${planText(plan)}\nSend it?`)))
    return { text: 'Nothing was sent.', json: { slug, outcome: 'declined' } };
  if (!(await requestEmbargo(store, plan, target)))
    throw conflict(
      'Changed meanwhile',
      'Nothing was sent, because the campaign has just changed. Run the command again.',
    );
  const { contacts, until } = plan;
  const copies = contacts === 1 ? 'One embargoed copy is' : `${contacts} embargoed copies are`;
  return {
    text: `${copies} being sent. The embargo ends on ${untilWhen(plan)}. The letter is published then if nothing else is missing: see \`campaign status ${slug}\`.`,
    json: { slug, outcome: 'embargoed', contacts, until },
  };
}

function refusalOf(
  outcome: Exclude<EmbargoRefusal, 'no-such-campaign' | 'nobody-new'>,
  slug: string,
): Refusal {
  switch (outcome) {
    case 'nobody-marked':
      return conflict(
        'Nobody is marked',
        'No contact on the press list is marked. Write yes in the column embargoed of press-list.csv, then run `campaign apply`.',
      );
    case 'no-time':
      return conflict(
        'No time is set',
        'An embargo needs an end. Set publication.notBefore in campaign.yaml, then run `campaign apply`.',
      );
    case 'time-is-past':
      return conflict(
        'The time has passed',
        'publication.notBefore is in the past. Set a later time in campaign.yaml, then run `campaign apply`.',
      );
    case 'held':
      return conflict('On hold', `${slug} is on hold. Run \`campaign resume ${slug}\` first.`);
    case 'quotes-not-approved':
      return conflict(
        'Quotes are not approved',
        'Not every quote is approved. When the person has agreed to the quote, write approved: true in release.md, then run `campaign apply`.',
      );
    case 'too-late':
      return conflict(
        'Too late',
        `${slug} is already published or being published: see \`campaign status ${slug}\`.`,
      );
  }
}

function planText(plan: EmbargoPlan): string {
  const { contacts, organizations, individuals } = plan;
  return [
    `The press release is emailed to ${contacts === 1 ? 'one contact' : `${contacts} contacts`} on the press list, under embargo until ${untilWhen(plan)}.`,
    `  its numbers     organizations: ${organizations}, individuals: ${individuals}`,
    'Each contact gets only one copy, so the numbers should be close to the final ones.',
  ].join('\n');
}

const untilWhen = ({ until, timeZone }: EmbargoPlan): string => timeText(until, timeZone);
