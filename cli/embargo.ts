import {
  checkEmbargo,
  type EmbargoPlan,
  type EmbargoRefusal,
  requestEmbargo,
} from '../shared/operations/publishing/request-embargo.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { confirmAction } from './confirm-action.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict, type Refusal } from './refusal.ts';
import { timeText } from './time-text.ts';

export const embargo: Command = {
  usage: 'embargo <slug> [--yes]',
  summary: 'mail the release beforehand, under embargo, to whom the press list marks; to each once',
  options: { yes: { type: 'boolean' } },
  run: runEmbargo,
};

async function runEmbargo(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const prospect = await checkEmbargo(store, target);
  if (prospect.outcome === 'no-such-campaign') throw await campaignNotFound(target);
  // Whoever runs it again has what they wanted.
  if (prospect.outcome === 'nobody-new')
    return {
      text: `Everybody who is marked in the press list of ${slug} has got a copy already.`,
      json: { slug, outcome: 'nobody-new', contacts: 0 },
    };
  if (prospect.outcome !== 'ready') throw refusalOf(prospect.outcome, slug);

  const { plan } = prospect;
  if (!(await confirmAction(invocation, `${planText(plan)}\nSend it?`)))
    return { text: 'Nothing is sent.', json: { slug, outcome: 'declined' } };
  if (!(await requestEmbargo(store, plan, target)))
    throw conflict('Changed meanwhile', 'Nothing is sent: the campaign has just changed. Run it again.');
  const { contacts, until } = plan;
  const copies = contacts === 1 ? 'One embargoed copy goes' : `${contacts} embargoed copies go`;
  return {
    text: `${copies} out now, until ${untilWhen(plan)}. At that hour everything is published if nothing else keeps the gate shut: look at \`campaign status ${slug}\`.`,
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
        'Nobody on the press list is marked: write yes in the column embargoed of press-list.csv, and run `campaign apply`.',
      );
    case 'no-time':
      return conflict(
        'No time is set',
        'An embargo needs its end: write publication.notBefore in campaign.yaml, and run `campaign apply`.',
      );
    case 'time-is-past':
      return conflict(
        'The time is past',
        'publication.notBefore is past: set a later one in campaign.yaml, and run `campaign apply`.',
      );
    case 'held':
      return conflict('Held', `${slug} is held: run \`campaign resume ${slug}\` first.`);
    case 'quotes-not-approved':
      return conflict(
        'Quotes are not approved',
        'Not every quote is approved: write approved: true in release.md once it is, and run `campaign apply`.',
      );
    case 'too-late':
      return conflict(
        'Too late',
        `${slug} is past its gate: \`campaign status ${slug}\` says how far it is.`,
      );
  }
}

function planText(plan: EmbargoPlan): string {
  const { contacts, organizations, individuals } = plan;
  return [
    `The release goes beforehand to ${contacts === 1 ? 'one contact' : `${contacts} contacts`} of the press list, under embargo until ${untilWhen(plan)}.`,
    `  its numbers     organizations: ${organizations}, individuals: ${individuals}`,
    'Each contact gets one copy only, so let the numbers be near those of the publication.',
  ].join('\n');
}

const untilWhen = ({ until, timeZone }: EmbargoPlan): string => timeText(until, timeZone);
