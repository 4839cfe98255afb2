import type { Examination, StandingFolder } from '../../console/folder/examine.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { applyCampaign, mustAskAgain } from '../../operations/applying/apply.ts';
import { readStoredCampaign } from '../../operations/applying/stored-campaign.ts';
import { folderVersion } from '../../operations/applying/stored-folder.ts';
import { htmlResponse, jsonResponse, seeOther } from '../answer.ts';
import { Problem } from '../problem.ts';
import { type CampaignRequest, notAllowed } from './console-request.ts';
import { applyOptions, isSet, submittedFiles } from './folder-body.ts';
import { refusalOf, staleVersion } from './folder-refusals.ts';
import { changesFor, examine, type FolderContext, standingFolderOf } from './folder-request.ts';
import { textsPageOf } from './texts-view.ts';

/** The campaign's files as they stand. */
export async function showFolder(request: CampaignRequest, context: FolderContext) {
  const { files, version } = await standingFolderOf(request, context);
  return jsonResponse(200, { files: Object.fromEntries(files), version });
}

/** The page with the campaign's files in editors. */
export async function showTexts(request: CampaignRequest, context: FolderContext) {
  const standing = await standingFolderOf(request, context);
  const isApplied = request.queryStringParameters?.applied !== undefined;
  return htmlResponse(200, await textsPageOf(request, context, { standing, isApplied }));
}

/** The mistakes of files, and what they would change. Changes nothing. */
export async function checkFolder(request: CampaignRequest, context: FolderContext) {
  const standing = await standingFolderOf(request, context);
  const asksAgain = isSet(request.fields.askAgain);
  const files = submittedFiles(request, standing.files);
  const examination = await examine(request, context, { standing, files, asksAgain });
  if (request.prefersHtml)
    return htmlResponse(200, await textsPageOf(request, context, { standing, examination }));
  const { mistakes, warnings, proposal } = examination;
  return jsonResponse(200, { mistakes, warnings, ...(proposal && changesFor(proposal)) });
}

/** Applies files as `campaign apply` does, on condition that what was edited still stands. */
export async function applyFolder(request: CampaignRequest, context: FolderContext) {
  const { prefersHtml, slug, session } = request;
  const { version, editorial, asksAgain, isConfirmed } = applyOptions(request.fields);
  const standing = await standingFolderOf(request, context);
  const files = submittedFiles(request, standing.files);
  const examination = await examine(request, context, { standing, files, asksAgain });
  const { proposal, warnings } = examination;
  const page = { standing, examination };
  if (!proposal) throw mistakesProblem(request, context, page);
  const { plan, owners, follows } = proposal;
  const isUnchanged = proposal.changed.length === 0;
  if (!isUnchanged && version !== standing.version) throw await staleVersion(request, context, page);
  if (owners.length > 0 && request.role !== 'owner') throw ownersOnly(request, context, page, owners);
  // It mails everybody who has signed.
  if (mustAskAgain({ plan, asksAgain }) && request.role !== 'owner')
    throw ownersOnly(request, context, page, ['askAgain']);
  if (plan.refusal === 'texts-are-frozen' || (plan.refusal && !editorial && !asksAgain))
    throw refusalOf(plan.refusal, request, context, page);
  if (follows.length > 0 && !isConfirmed(slug)) throw unconfirmed(request, context, page, follows);
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
  if (outcome === 'changed-meanwhile') throw await staleVersion(request, context, page);
  if (outcome !== 'updated' && outcome !== 'unchanged') {
    if (outcome === 'created') throw new Problem('not-found');
    throw refusalOf(outcome, request, context, page);
  }
  if (prefersHtml) return seeOther(`/console/${slug}/texts?applied=${outcome}`);
  const applied = await readStoredCampaign(store, slug);
  return jsonResponse(200, {
    slug,
    outcome,
    ...changesFor(proposal),
    warnings,
    publishing: gateOpened,
    asking: mustAskAgain({ plan, asksAgain }),
    version: applied ? folderVersion(applied) : standing.version,
  });
}

interface ShownFolder {
  standing: StandingFolder;
  examination: Examination;
}

function mistakesProblem(request: CampaignRequest, context: FolderContext, shown: ShownFolder): Problem {
  const t = consoleTexts(request.language).texts;
  const { mistakes } = shown.examination;
  return new Problem('invalid', {
    words: { title: t.refused, detail: t.mistakes(mistakes.length) },
    more: { mistakes },
    page: () => textsPageOf(request, context, shown),
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

function unconfirmed(
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownFolder,
  follows: string[],
): Problem {
  const { slug, language, fields } = request;
  const t = consoleTexts(language);
  const isWrong = typeof fields.confirm === 'string' && fields.confirm !== '';
  return new Problem('changed', {
    words: {
      title: t.commands.confirmTitle,
      detail: `${follows.join(' ')} ${t.commands.confirmHint(slug)}`,
    },
    more: { follows: follows.join(' '), confirm: slug },
    page: () => textsPageOf(request, context, { ...shown, isWrongSlug: isWrong }),
  });
}
