import { warningsIn } from '../../shared/campaign-folder/in-words.ts';
import { pastTimeWarnings } from '../../shared/campaign-folder/past-times.ts';
import {
  type ApplyOutcome,
  applyCampaign,
  lettersToAgreeTo,
  mustAskAgain,
} from '../../shared/operations/applying/apply.ts';
import { askRemaining, countToAsk } from '../../shared/operations/applying/ask-again.ts';
import { type CampaignPlan, changedKeys, planCampaign } from '../../shared/operations/applying/plan.ts';
import { signedElsewhereWarnings } from '../../shared/operations/applying/signed-elsewhere.ts';
import { openGate } from '../../shared/operations/counting/open-gate.ts';
import { letterAddresses } from '../../shared/operations/reporting/reach.ts';
import type { Store } from '../../shared/table/table.ts';
import { checkSender } from '../check-sender.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { planText } from '../plan-text.ts';
import { publicationText } from '../reach-text.ts';
import { readFolder } from '../read-folder.ts';
import { conflict, type Refusal, UsageError } from '../refusal.ts';

export const apply: Command = {
  name: 'apply',
  positionals: [{ name: 'folder' }],
  optionsUsage: '[--yes] [--editorial <why> | --ask-again]',
  summary: 'create or update a campaign; shows the changes and asks first',
  options: { editorial: { type: 'string' }, 'ask-again': { type: 'boolean' } },
  run: runApply,
};

/** Each contact gets only one embargoed copy, so no later copy tells them the new time. */
const oldTime =
  'Note: embargoed copies of the press release were sent with the old time. Tell their recipients the new time yourself.';

const handedOver =
  'Note: the letter has changed since it was handed over. Hand over the new one, then run `campaign delivered`. Publication waits for this.';

const namesOldTime = ({ stored, campaign }: CampaignPlan): boolean =>
  stored?.gate.embargoedAt !== undefined && stored.gate.notBefore !== campaign.gate.notBefore;

/** What follows if nothing but this change is missing. */
function atOnce({ campaign: { settings, press }, stored }: CampaignPlan): string {
  const { organizations = 0, individuals = 0 } = stored?.gate ?? {};
  const letterTo = letterAddresses(settings);
  const what = publicationText({ organizations, individuals, pressContacts: press.length, letterTo });
  return `This publishes the letter at once: nothing else is missing. It is published ${what}. That cannot be undone.`;
}

async function runApply({
  positionals: [folder = ''],
  options,
  environment,
}: Invocation): Promise<CommandResult> {
  const asksAgain = options['ask-again'] === true;
  const why = options.editorial === undefined ? undefined : String(options.editorial).trim();
  if (why === '') throw new UsageError('--editorial needs a reason: --editorial "why".');
  if (why !== undefined && asksAgain)
    throw new UsageError('Use either --editorial or --ask-again, not both.');

  const { campaign, ...read } = await readFolder(folder);
  const stack = await environment.connect(stageOf(options));
  await checkSender(folder, campaign, stack);
  const addressKey = await stack.readAddressKey();
  const plan = await planCampaign(stack.store, { campaign, addressKey, now: environment.now() });
  if (plan.stored?.gate.deletion) throw beingDeleted(campaign.settings.slug);
  const warnings = [
    ...read.warnings,
    ...warningsIn('en', [
      ...pastTimeWarnings(campaign, environment.now()),
      ...(await signedElsewhereWarnings(stack.store, plan, environment.now())),
    ]),
  ];
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
        ? ['Nobody is asked again, because the letter that people signed has not changed.']
        : []),
      ...(plan.opensGate && !asks ? [atOnce(plan)] : []),
      ...(namesOldTime(plan) ? [oldTime] : []),
    ];
    if (!options.json) environment.print(shown.join('\n'));
    if (!(await confirmAction({ options, environment }, 'Apply these changes?')))
      return { text: 'Nothing was changed.', json: { outcome: 'declined' } };
  }
  const { now, newUlid, newNonce, pause } = environment;
  const applied = await applyCampaign(stack.store, {
    plan,
    reason: why,
    asksAgain,
    now: now(),
    newUlid,
    newNonce,
    mayPublish: options.yes === true || plan.opensGate,
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
  return `${toAsk === 1 ? '1 signer is' : `${toAsk} signers are`} asked again by email. Their signatures do not count and are not listed until they agree to the changed letter.`;
}

interface ApplyResult {
  outcome: 'created' | 'updated' | 'unchanged';
  gateOpened: boolean;
  /** How many signers are asked again. Absent if the change asks nobody. */
  asked: number | undefined;
}

function answerOf(
  { outcome, gateOpened, asked }: ApplyResult,
  { campaign }: CampaignPlan,
  { changed, warnings, site }: { changed: string[]; warnings: string[]; site: string | undefined },
): CommandResult {
  const { slug } = campaign.settings;
  const words = { created: 'was created', updated: 'was updated', unchanged: 'already matches the folder' };
  const lines = [
    `${slug} ${words[outcome]}.${site ? ` ${site}/${slug}/` : ''}`,
    ...(asked === undefined
      ? []
      : [
          `${asked === 1 ? '1 signer is' : `${asked} signers are`} asked again by email. \`campaign status ${slug}\` shows how many have not answered.`,
        ]),
    ...(gateOpened ? ['The letter and the press release are being published.'] : []),
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

const beingDeleted = (slug: string): Refusal =>
  conflict(
    'Being deleted',
    `${slug} is being deleted. Run \`campaign delete ${slug}\` until it says that it is done. Then \`campaign apply\` creates the campaign anew.`,
  );

type RefusedOutcome = Exclude<ApplyOutcome['outcome'], ApplyResult['outcome']>;

function refusalOf(outcome: RefusedOutcome): Refusal {
  switch (outcome) {
    case 'changed-meanwhile':
      return conflict(
        'Changed meanwhile',
        'Nothing was changed, because the campaign changed while the command ran. Run it again.',
      );
    case 'texts-are-frozen':
      return conflict(
        'Texts are frozen',
        'Publication has started, so the letter and the press release can no longer change. Undo the changes to letter.md, release.md, its logos and their translations, and to the title, language, time zone and thresholds. After publication, `campaign correct` corrects the texts.',
      );
    case 'letter-is-signed':
      return conflict(
        'The letter is signed',
        'People have signed the letter, or have been asked to. If the change only improves the wording, add --editorial "why"; the reason is logged. If the letter now says something else, add --ask-again to ask everyone again.',
      );
    case 'closed':
      return conflict(
        'Signing has closed',
        'Nothing was changed, because signing has closed and nobody could agree to the changed letter. Set `closes` in campaign.yaml to a later time, then run the command again.',
      );
    case 'importing':
      return conflict(
        'An import is not finished',
        'Nothing was changed, because an import is not finished. Run `campaign import` with the same file first.',
      );
  }
}
