import { hasListChanges } from '../../shared/campaign/supplement.ts';
import {
  checkSupplement,
  requestSupplement,
  type SupplementPlan,
  type SupplementRefusal,
} from '../../shared/operations/publishing/request-supplement.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { conflict, type Refusal } from '../refusal.ts';

export const supplement: Command = {
  name: 'supplement',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'after publication, send the letter with its updated signatures to the recipient again',
  run: runSupplement,
};

async function runSupplement(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store, site = 'https://<site>' } = target;
  const { options } = invocation;
  const check = await checkSupplement(store, { slug });
  if (check.outcome === 'no-such-campaign') throw await campaignNotFound(target);
  // Running the command again is not a mistake: the letter is already being sent.
  if (check.outcome === 'under-way')
    return {
      text: `An updated letter of ${slug} is already being sent: see \`campaign status ${slug}\`.`,
      json: { slug, outcome: 'under-way' },
    };
  if (check.outcome !== 'ready') throw refusalOf(check.outcome, slug);

  const { plan } = check;
  const words = planText(plan);
  if (!(await confirmAction(invocation, `${words}\n${plan.by === 'email' ? 'Send it?' : 'Make it?'}`)))
    return { text: 'Nothing was sent.', json: { slug, outcome: 'declined' } };
  if (!(await requestSupplement(store, plan, target)))
    throw conflict(
      'Changed meanwhile',
      'Nothing was sent, because the campaign has just changed. Run the command again.',
    );

  const { previous: _, ...numbers } = plan;
  const done =
    plan.by === 'email'
      ? `It is sent within a minute. The organizers get an email when it has been sent. See also \`campaign status ${slug}\`.`
      : `It is at ${site}/${slug}/letter.pdf within a minute. The organizers get an email when it is ready. Please hand it over.`;
  return {
    text: `${invocation.environment.isTerminal && !options.yes ? '' : `${words}\n`}${done}`,
    json: { outcome: 'called-for', ...numbers },
  };
}

/** What would be sent to whom, and what is new in it. */
function planText(plan: SupplementPlan): string {
  const { slug, by, to, cc, organizations, individuals, addedOrganizations, addedIndividuals } = plan;
  const news = [
    ...(plan.isCorrected ? ['its corrected text'] : []),
    ...(hasListChanges(plan) ? ['its updated signatures'] : []),
  ].join(' and ');
  const copies = cc.length > 0 ? `, with a copy to ${cc.join(', ')}` : '';
  return [
    by === 'email'
      ? `The letter of ${slug} with ${news} is emailed to ${to.join(', ')}${copies}.`
      : `The letter of ${slug} is made with ${news}, for you to hand over (delivery: hand).`,
    `  new signatures          ${both(addedOrganizations, addedIndividuals)}`,
    ...(plan.withdrawn > 0 ? [`  withdrawn               ${plan.withdrawn}`] : []),
    `  on the list now         ${both(organizations, individuals)}`,
    ...(plan.isCorrected ? ['  text                    corrected'] : []),
  ].join('\n');
}

const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : other}`;

function both(organizations: number, individuals: number): string {
  const words = [
    ...(organizations > 0 || individuals === 0
      ? [count(organizations, 'organization', 'organizations')]
      : []),
    ...(individuals > 0 ? [count(individuals, 'person', 'people')] : []),
  ];
  return words.join(' and ');
}

function refusalOf(
  outcome: Exclude<SupplementRefusal, 'no-such-campaign' | 'under-way'>,
  slug: string,
): Refusal {
  switch (outcome) {
    case 'not-published':
      return conflict(
        'Not published',
        `${slug} is not published yet. To see what it waits for: \`campaign status ${slug}\`.`,
      );
    case 'taken-down':
      return conflict('Taken down', `${slug} was taken down, so there is no letter to send.`);
    case 'no-delivery':
      return conflict(
        'No recipient',
        `${slug} has no delivery. Write delivery: { by: email, to: [...] } or { by: hand } in campaign.yaml, then run \`campaign apply\`.`,
      );
    case 'letter-not-gone':
      return conflict(
        'The letter was not sent',
        `The first letter of ${slug} is still being emailed, was refused, or may not have arrived. See \`campaign status ${slug}\` and your emails. When the recipient has it, run \`campaign delivered ${slug}\`.`,
      );
    case 'nothing-new':
      return conflict(
        'Nothing new',
        `Nobody has signed or withdrawn since the recipient of ${slug} last got the letter, and its text has not changed. Run this again when more people have signed.`,
      );
  }
}
