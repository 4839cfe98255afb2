import type { Examination, Proposal, StoredFolder } from '../../console/folder/examine.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { type ApplyOutcome, applyCampaign, mustAskAgain } from '../../operations/applying/apply.ts';
import { Problem } from '../problem.ts';
import { jsonResponse, seeOther } from '../response.ts';
import { type CampaignRequest, notAllowed } from './console-request.ts';
import { refusalOf, staleVersion } from './folder-refusals.ts';
import { changesFor, examine, type FolderContext, storedFolderOf } from './folder-request.ts';
import { textsPageOf } from './texts-view.ts';

/** Files to apply, and the version that they were made from. */
export interface FilesToApply {
  folder: StoredFolder;
  files: ReadonlyMap<string, string>;
  version: string;
  editorial?: string | undefined;
  asksAgain?: boolean;
  /** The page that shows mistakes. Without it, the files in their editors. */
  mistakesPage?: (mistakes: Examination['mistakes']) => Promise<string>;
}

interface AppliedFiles {
  outcome: Extract<ApplyOutcome['outcome'], 'updated' | 'unchanged'>;
  proposal: Proposal;
  warnings: string[];
  publishing: boolean;
  asking: boolean;
}

/**
 * Applies files by the same function as `campaign apply`, with the organizer as its actor.
 *
 * @throws Problem `invalid` with the mistakes; `not-allowed` for changes that need an owner; `changed` for another
 * version, for a refusal, and for a consequence that was not confirmed. A browser gets the page with what was typed.
 */
export async function applyFiles(
  request: CampaignRequest,
  context: FolderContext,
  { folder, files, version, editorial, asksAgain = false, mistakesPage }: FilesToApply,
): Promise<AppliedFiles> {
  const { slug, session, role, fields } = request;
  const examination = await examine(request, context, { folder, files, asksAgain });
  const { proposal, warnings } = examination;
  const shown = { folder, examination };
  if (!proposal) throw mistakesProblem(request, context, shown, mistakesPage);
  const { plan, owners, follows } = proposal;
  if (proposal.changed.length > 0 && version !== folder.version)
    throw await staleVersion(request, context, shown);
  const asks = mustAskAgain({ plan, asksAgain });
  // Asking again sends an email to everyone who has signed.
  const needed = [...owners, ...(asks ? ['askAgain'] : [])];
  if (needed.length > 0 && role !== 'owner') throw ownersOnly(request, context, shown, needed);
  if (plan.refusal === 'texts-are-frozen' || (plan.refusal && !editorial && !asksAgain))
    throw refusalOf(plan.refusal, request, context, shown);
  if (follows.length > 0 && fields.confirm !== slug)
    throw confirmationProblem(request, context, shown, follows);
  const { now, newUlid, newNonce, store } = context;
  const { outcome, gateOpened } = await applyCampaign(store, {
    plan,
    ...(editorial && { reason: editorial }),
    asksAgain,
    now: now(),
    newUlid,
    newNonce,
    actor: session.email,
  });
  if (outcome === 'created') throw new Problem('not-found');
  if (outcome === 'changed-meanwhile') throw await staleVersion(request, context, shown);
  if (outcome !== 'updated' && outcome !== 'unchanged') throw refusalOf(outcome, request, context, shown);
  return { outcome, proposal, warnings, publishing: gateOpened, asking: asks };
}

/** The answer after an apply: the page at `path` for a browser, and for a program what changed and the new version. */
export async function appliedResponse(
  request: CampaignRequest,
  context: FolderContext,
  { outcome, proposal, ...applied }: AppliedFiles,
  path: string,
  anchor = '',
) {
  const { slug, prefersHtml } = request;
  if (prefersHtml) return seeOther(`/console/${slug}/${path}?applied=${outcome}${anchor}`);
  const { version } = await storedFolderOf(request, context);
  return jsonResponse(200, { slug, outcome, ...changesFor(proposal), ...applied, version });
}

interface ShownFolder {
  folder: StoredFolder;
  examination: Examination;
}

export function mistakesProblem(
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownFolder,
  mistakesPage?: FilesToApply['mistakesPage'],
): Problem {
  const t = consoleTexts(request.language).texts;
  const { mistakes } = shown.examination;
  return new Problem('invalid', {
    words: { title: t.refused, detail: t.mistakes(mistakes.length) },
    more: { mistakes },
    page: () => (mistakesPage ? mistakesPage(mistakes) : textsPageOf(request, context, shown)),
  });
}

function ownersOnly(
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownFolder,
  keys: string[],
): Problem {
  const what = consoleTexts(request.language).texts.ownersOnly(keys.join(', '));
  return notAllowed(request, 'edit-settings', {
    what,
    more: { keys },
    page: () => textsPageOf(request, context, { ...shown, notice: what }),
  });
}

/** Says what follows, and asks for the campaign's slug. */
export function confirmationProblem(
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownFolder,
  follows: string[],
): Problem {
  const { slug, language, fields } = request;
  const t = consoleTexts(language);
  const isWrongSlug = typeof fields.confirm === 'string' && fields.confirm !== '';
  return new Problem('changed', {
    words: {
      title: t.commands.confirmTitle,
      detail: `${follows.join(' ')} ${t.commands.confirmHint(slug)}`,
    },
    more: { follows: follows.join(' '), confirm: slug },
    page: () => textsPageOf(request, context, { ...shown, follows, isWrongSlug }),
  });
}
