import type { Supplement } from '../shared/campaign/supplement.ts';
import {
  checkSupplement,
  requestSupplement,
  type SupplementPlan,
  type SupplementRefusal,
} from '../shared/operations/publishing/request-supplement.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { confirmAction } from './confirm-action.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict, type Refusal } from './refusal.ts';
import { timeText } from './time-text.ts';

export const supplement: Command = {
  usage: 'supplement <slug> [--yes] [--again]',
  summary: 'after publication: the letter with its updated list to the recipient again',
  options: { yes: { type: 'boolean' }, again: { type: 'boolean' } },
  run: runSupplement,
};

async function runSupplement(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const { options } = invocation;
  const prospect = await checkSupplement(store, { slug, again: options.again === true });
  const timeZone = (await readSettings(store, slug))?.settings.timeZone ?? 'UTC';
  const time = (instant: string) => timeText(instant, timeZone);
  if (prospect.outcome === 'no-such-campaign') throw await campaignNotFound(target);
  // Whoever runs it again, not knowing whether the first time got through, has what they wanted.
  if (prospect.outcome === 'under-way')
    return {
      text: `An updated letter of ${slug} is on its way already: \`campaign status ${slug}\` says how far.`,
      json: { slug, outcome: 'under-way' },
    };
  if (prospect.outcome !== 'ready') throw refusalOf(prospect.outcome, slug, prospect.last, time);

  const { plan } = prospect;
  const words = planText(plan, time);
  if (!(await confirmAction(invocation, `${words}\n${plan.by === 'email' ? 'Send it?' : 'Make it?'}`)))
    return { text: 'Nothing is sent.', json: { slug, outcome: 'declined' } };
  if (!(await requestSupplement(store, plan, target)))
    throw conflict('Changed meanwhile', 'Nothing is sent: the campaign has just changed. Run it again.');

  const { previous: _, unknownSince: __, ...numbers } = plan;
  const done =
    plan.by === 'email'
      ? `It goes out within a minute, and the organizers are told when it has: \`campaign status ${slug}\` says so, too.`
      : `It stands at ${await siteOf(invocation)}/${slug}/letter.pdf within a minute; the organizers are told when it does. It is yours to hand over.`;
  return {
    text: `${invocation.environment.isTerminal && !options.yes ? '' : `${words}\n`}${done}`,
    json: { outcome: 'called-for', ...numbers },
  };
}

async function siteOf({ options, environment }: Invocation): Promise<string> {
  const { site } = await environment.connect(typeof options.stage === 'string' ? options.stage : undefined);
  return site ?? 'https://<site>';
}

/** What would go to whom, and what is new in it. */
function planText(plan: SupplementPlan, time: (instant: string) => string): string {
  const { slug, by, to, cc, organizations, individuals, addedOrganizations, addedIndividuals } = plan;
  const copies = cc.length > 0 ? `, with a copy to ${cc.join(', ')}` : '';
  return [
    by === 'email'
      ? `The letter of ${slug} with its updated list goes to ${to.join(', ')}${copies}.`
      : `The letter of ${slug} is made with its updated list, for you to hand over (delivery: hand).`,
    `  new since they got it   ${both(addedOrganizations, addedIndividuals)}`,
    ...(plan.withdrawn > 0 ? [`  withdrawn since         ${plan.withdrawn}`] : []),
    `  on the list now         ${both(organizations, individuals)}`,
    ...(plan.isCorrected ? ['  text                    corrected since'] : []),
    ...(plan.unknownSince
      ? [
          `Nobody knows whether the one of ${time(plan.unknownSince)} arrived: ask the recipient first, and go on only if it did not, or if they may get it twice.`,
        ]
      : []),
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
  last: Supplement | undefined,
  time: (instant: string) => string,
): Refusal {
  switch (outcome) {
    case 'not-published':
      return conflict(
        'Not published',
        `${slug} is not published yet, so nobody has its letter: \`campaign status ${slug}\` says what it waits for.`,
      );
    case 'taken-down':
      return conflict('Taken down', `${slug} is taken down: there is no letter to send any more.`);
    case 'no-delivery':
      return conflict(
        'No recipient',
        `${slug} does not say to whom its letter goes: write delivery: { by: email, to: [...] } or { by: hand } in campaign.yaml, and run \`campaign apply\`.`,
      );
    case 'letter-not-gone':
      return conflict(
        'The letter has not gone',
        `The letter of ${slug} itself is still being mailed, was refused, or nobody knows whether it arrived: look at \`campaign status ${slug}\` and at the notices; once the recipient has it, \`campaign delivered ${slug}\` says so.`,
      );
    case 'nothing-new':
      return last?.state === 'unknown'
        ? conflict(
            'Nothing new',
            `Nothing is new since the updated letter of ${time(last.at)}, and nobody knows whether that one arrived. Ask the recipient; if it did not, \`campaign supplement ${slug} --again\` sends it again.`,
          )
        : conflict(
            'Nothing new',
            `Nobody has signed or withdrawn since the recipient of ${slug} last got its letter, and its text is the same. Run this again when more have signed.`,
          );
  }
}
