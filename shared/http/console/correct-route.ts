import { consoleTexts } from '../../i18n/console/texts.ts';
import {
  type CorrectCampaignOutcome,
  correctCampaign,
  planCorrection,
} from '../../operations/publishing/corrections.ts';
import { readReach } from '../../operations/reporting/reach.ts';
import { Problem } from '../problem.ts';
import { seeOther } from '../response.ts';
import { confirmationProblem, mistakesProblem } from './apply-files.ts';
import { afterCommand } from './campaign-routes.ts';
import type { CampaignRequest } from './console-request.ts';
import { correctionNote, submittedFiles } from './folder-body.ts';
import { staleVersion } from './folder-refusals.ts';
import { examine, type FolderContext, storedFolderOf } from './folder-request.ts';
import { type ShownTexts, textsPageOf } from './texts-view.ts';

/**
 * Publishes a dated correction of the letter and press release in all languages, by the same function as `campaign
 * correct`. Says what follows, and for how many, before it is confirmed.
 */
export async function correct(request: CampaignRequest, context: FolderContext) {
  const { slug, language, fields, session } = request;
  const { store, now, newUlid } = context;
  const folder = await storedFolderOf(request, context);
  const { status } = folder.stored.gate;
  if (status !== 'published')
    throw refused(request, context, { folder }, status === 'taken-down' ? 'taken-down' : 'not-published');
  const files = submittedFiles(request, folder.files);
  const examination = await examine(request, context, { folder, files, asksAgain: false });
  const shown = { folder, examination };
  if (!examination.proposal) throw mistakesProblem(request, context, shown);
  const { campaign, changed } = examination.proposal;
  if (isStale(fields.version, folder.version) && changed.length > 0)
    throw await staleVersion(request, context, shown);
  const { refusal } = planCorrection(folder.stored, campaign);
  if (refusal) throw refused(request, context, shown, refusal);
  const note = correctionNote(fields, () => textsPageOf(request, context, { ...shown, isNoteWrong: true }));
  if (fields.confirm !== slug) {
    const t = consoleTexts(language).texts;
    const reach = await readReach(store, slug);
    throw confirmationProblem(request, context, shown, [t.correction.follows(reach?.releasedTo ?? 0)]);
  }
  const { outcome } = await correctCampaign(store, {
    campaign,
    note,
    now: now(),
    newUlid,
    actor: session.email,
  });
  if (outcome !== 'corrected') throw refused(request, context, shown, outcome);
  return request.prefersHtml
    ? seeOther(`/console/${slug}?done=correct`)
    : await afterCommand(request, context);
}

/** The form sends the version that it shows. A program need not. */
const isStale = (version: unknown, stored: string): boolean => version !== undefined && version !== stored;

function refused(
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownTexts,
  outcome: Exclude<CorrectCampaignOutcome, 'corrected'>,
): Problem {
  if (outcome === 'no-such-campaign') return new Problem('not-found');
  const t = consoleTexts(request.language).texts;
  const notice = t.correction.refused[outcome];
  return new Problem('changed', {
    words: { title: t.refused, detail: notice },
    more: { outcome },
    page: () => textsPageOf(request, context, { ...shown, notice }),
  });
}
