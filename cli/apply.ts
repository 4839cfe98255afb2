import {
  type ApplyOutcome,
  applyCampaign,
  type CampaignPlan,
  changedKeys,
  planCampaign,
} from '../shared/store/applying/campaigns.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { planText } from './plan-text.ts';
import { readFolder } from './read-folder.ts';
import { conflict, notSupportedYet, type Refusal, UsageError } from './refusal.ts';

export const apply: Command = {
  usage: 'apply <folder> [--yes] [--editorial <why>]',
  summary: 'create or update a campaign; shows what changes and asks',
  options: { yes: { type: 'boolean' }, editorial: { type: 'string' }, 'ask-again': { type: 'boolean' } },
  run: runApply,
};

/** Copies under embargo go to each once: nothing tells them of another time. */
const oldTime =
  'Note: embargoed copies of the release have gone out with the time that stood before. Tell those who have one of the new time yourself.';

const namesOldTime = ({ standing, campaign }: CampaignPlan): boolean =>
  standing?.gate.embargoedAt !== undefined && standing.gate.notBefore !== campaign.gate.notBefore;

const atOnce = 'This publishes at once: nothing else keeps the gate shut.';

async function runApply({ positionals: [folder = ''], options, outside }: Invocation): Promise<Answer> {
  const cure =
    'Change the letter before people sign, or give the reason of a small change with --editorial "why".';
  if (options['ask-again']) throw notSupportedYet('--ask-again', cure);
  const why = options.editorial === undefined ? undefined : String(options.editorial).trim();
  if (why === '') throw new UsageError('--editorial needs words that say why.');

  const { campaign, warnings } = await readFolder(folder);
  const stack = await outside.connect(stageOf(options));
  const addressKey = await stack.readAddressKey();
  const plan = await planCampaign(stack.store, { campaign, addressKey, now: outside.now() });
  const changed = changedKeys(plan);
  if (plan.refusal === 'texts-are-frozen' || (plan.refusal && !why)) throw refusalOf(plan.refusal);

  if (changed.length > 0) {
    const shown = [
      planText(plan),
      ...warnings.map((warning) => `Note: ${warning}`),
      ...(plan.opensGate ? [atOnce] : []),
      ...(namesOldTime(plan) ? [oldTime] : []),
    ];
    if (!options.json) outside.print(shown.join('\n'));
    if (!options.yes && !(await isAgreed(outside)))
      return { text: 'Nothing is changed.', json: { outcome: 'declined' } };
  }
  const { now, newUlid, newNonce } = outside;
  const applied = await applyCampaign(stack.store, { plan, why, now: now(), newUlid, newNonce });
  return answerOf(applied, plan, { changed, warnings, site: stack.site });
}

function stageOf({ stage }: Invocation['options']): string | undefined {
  return typeof stage === 'string' ? stage : undefined;
}

async function isAgreed({ isTerminal, ask }: Invocation['outside']): Promise<boolean> {
  if (isTerminal) return await ask('Apply this?');
  throw conflict('Not confirmed', 'Nothing is changed: without a terminal to ask on, add --yes.');
}

function answerOf(
  { outcome, opened }: ApplyOutcome,
  { campaign }: CampaignPlan,
  { changed, warnings, site }: { changed: string[]; warnings: string[]; site: string | undefined },
): Answer {
  if (outcome === 'changed-meanwhile' || outcome === 'texts-are-frozen' || outcome === 'letter-is-signed')
    throw refusalOf(outcome);
  const { slug } = campaign.settings;
  const words = { created: 'is created', updated: 'is updated', unchanged: 'is already as the folder says' };
  const lines = [
    `${slug} ${words[outcome]}.${site ? ` ${site}/${slug}/` : ''}`,
    ...(opened ? ['The gate has opened: letter and release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, changed, publishing: opened, warnings } };
}

function refusalOf(outcome: 'changed-meanwhile' | 'texts-are-frozen' | 'letter-is-signed'): Refusal {
  switch (outcome) {
    case 'changed-meanwhile':
      return conflict(
        'Changed meanwhile',
        'Nothing is changed: the campaign is no longer as it was when this began. Run the command again.',
      );
    case 'texts-are-frozen':
      return conflict(
        'Texts are frozen',
        'Publishing has begun, and letter and release stay as they were then. Take back the changes to letter.md, release.md and their translations, and to what they can name: title, language, time zone, thresholds.',
      );
    case 'letter-is-signed':
      return conflict(
        'The letter is signed',
        'People have signed or been asked to sign the letter as it stands. Say why it changes, and it is logged: --editorial "why".',
      );
  }
}
