import {
  type ApplyOutcome,
  applyCampaign,
  lettersToAgreeTo,
  mustAskAgain,
} from '../shared/operations/applying/apply.ts';
import { askRemaining, countToAsk } from '../shared/operations/applying/ask-again.ts';
import { type CampaignPlan, changedKeys, planCampaign } from '../shared/operations/applying/plan.ts';
import { openGate } from '../shared/operations/counting/open-gate.ts';
import type { Store } from '../shared/table/table.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { planText } from './plan-text.ts';
import { readFolder } from './read-folder.ts';
import { conflict, type Refusal, UsageError } from './refusal.ts';

export const apply: Command = {
  usage: 'apply <folder> [--yes] [--editorial <why> | --ask-again]',
  summary: 'create or update a campaign; shows what changes and asks',
  options: { yes: { type: 'boolean' }, editorial: { type: 'string' }, 'ask-again': { type: 'boolean' } },
  run: runApply,
};

/** Copies under embargo go to each once: nothing tells them of another time. */
const oldTime =
  'Note: embargoed copies of the release have gone out with the time that stood before. Tell those who have one of the new time yourself.';

const handedOver =
  'Note: the letter that was handed over is another one. The gate waits again until you have said `campaign delivered`.';

const namesOldTime = ({ stored, campaign }: CampaignPlan): boolean =>
  stored?.gate.embargoedAt !== undefined && stored.gate.notBefore !== campaign.gate.notBefore;

const atOnce = 'This publishes at once: nothing else keeps the gate shut.';

async function runApply({
  positionals: [folder = ''],
  options,
  environment,
}: Invocation): Promise<CommandResult> {
  const asksAgain = options['ask-again'] === true;
  const why = options.editorial === undefined ? undefined : String(options.editorial).trim();
  if (why === '') throw new UsageError('--editorial needs words that say why.');
  if (why !== undefined && asksAgain)
    throw new UsageError('Either --editorial or --ask-again: nobody is asked about a change of the wording.');

  const { campaign, warnings } = await readFolder(folder);
  const stack = await environment.connect(stageOf(options));
  const addressKey = await stack.readAddressKey();
  const plan = await planCampaign(stack.store, { campaign, addressKey, now: environment.now() });
  const changed = changedKeys(plan);
  if (plan.refusal === 'texts-are-frozen' || (plan.refusal && !why && !asksAgain))
    throw refusalOf(plan.refusal);

  const asks = mustAskAgain({ plan, asksAgain });
  if (changed.length > 0) {
    const shown = [
      planText(plan),
      ...warnings.map((warning) => `Note: ${warning}`),
      ...(asks ? [await askedText(stack.store, plan, environment.now())] : []),
      ...(asks && plan.stored?.gate.deliveredAt !== undefined ? [handedOver] : []),
      ...(asksAgain && !asks
        ? ['Nobody is asked again: the letter that people have signed is not changed.']
        : []),
      ...(plan.opensGate && !asks ? [atOnce] : []),
      ...(namesOldTime(plan) ? [oldTime] : []),
    ];
    if (!options.json) environment.print(shown.join('\n'));
    if (!options.yes && !(await isConfirmed(environment)))
      return { text: 'Nothing is changed.', json: { outcome: 'declined' } };
  }
  const { now, newUlid, newNonce, pause } = environment;
  const applied = await applyCampaign(stack.store, {
    plan,
    reason: why,
    asksAgain,
    now: now(),
    newUlid,
    newNonce,
  });
  const { outcome } = applied;
  if (outcome !== 'created' && outcome !== 'updated' && outcome !== 'unchanged') throw refusalOf(outcome);
  const { slug } = campaign.settings;
  const asked = await askRemaining(stack.store, { slug, now, newUlid, pause });
  const gateOpened = asked === undefined ? applied.gateOpened : await openGate(stack.store, slug, now());
  return answerOf({ outcome, gateOpened, asked }, plan, { changed, warnings, site: stack.site });
}

async function askedText(store: Store, plan: CampaignPlan, now: Date): Promise<string> {
  const { slug } = plan.campaign.settings;
  const toAsk = await countToAsk(store, slug, lettersToAgreeTo(plan, now));
  return `${toAsk === 1 ? '1 signer is' : `${toAsk} signers are`} asked again: none of them counts or is listed until they agree to the letter as it will be.`;
}

function stageOf({ stage }: Invocation['options']): string | undefined {
  return typeof stage === 'string' ? stage : undefined;
}

async function isConfirmed({ isTerminal, ask }: Invocation['environment']): Promise<boolean> {
  if (isTerminal) return await ask('Apply this?');
  throw conflict('Not confirmed', 'Nothing is changed: without a terminal to ask on, add --yes.');
}

interface ApplyResult {
  outcome: 'created' | 'updated' | 'unchanged';
  gateOpened: boolean;
  /** How many are asked again; absent where nobody was to be. */
  asked: number | undefined;
}

function answerOf(
  { outcome, gateOpened, asked }: ApplyResult,
  { campaign }: CampaignPlan,
  { changed, warnings, site }: { changed: string[]; warnings: string[]; site: string | undefined },
): CommandResult {
  const { slug } = campaign.settings;
  const words = { created: 'is created', updated: 'is updated', unchanged: 'is already as the folder says' };
  const lines = [
    `${slug} ${words[outcome]}.${site ? ` ${site}/${slug}/` : ''}`,
    ...(asked === undefined
      ? []
      : [
          `${asked === 1 ? '1 signer is' : `${asked} signers are`} asked again, each by a mail; \`campaign status ${slug}\` says how many have not answered.`,
        ]),
    ...(gateOpened ? ['The gate has opened: letter and release are being published.'] : []),
  ];
  const json = {
    slug,
    outcome,
    changed,
    publishing: gateOpened,
    warnings,
    ...(asked !== undefined && { asked }),
  };
  return { text: lines.join('\n'), json };
}

type RefusedOutcome = Exclude<ApplyOutcome['outcome'], ApplyResult['outcome']>;

function refusalOf(outcome: RefusedOutcome): Refusal {
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
        'People have signed or been asked to sign the letter as it stands. If it only words the same thing better, say why, and it is logged: --editorial "why". If it says something else, ask all of them again: --ask-again.',
      );
    case 'closed':
      return conflict(
        'Signing has closed',
        'Nothing is changed: nobody who is asked could agree to the letter any more. Give `closes` in campaign.yaml a later time, and run the command again.',
      );
    case 'importing':
      return conflict(
        'An import is not done',
        'Nothing is changed: a file of signatures is not imported to its end. Run `campaign import` with it again first.',
      );
  }
}
