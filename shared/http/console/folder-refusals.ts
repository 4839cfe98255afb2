import type { Examination, StoredFolder } from '../../console/folder/examine.ts';
import { actorName } from '../../console/log-words.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { lastApplied } from '../../operations/reporting/log.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest } from './console-request.ts';
import { examine, type FolderContext, storedFolderOf } from './folder-request.ts';
import { type ShownTexts, textsPageOf } from './texts-view.ts';

/** Why files without mistakes are not applied. */
export type FolderRefusal = 'texts-are-frozen' | 'letter-is-signed' | 'importing' | 'closed';

/** A refusal in words. A browser gets its texts again, as they were typed. */
export function refusalOf(
  outcome: FolderRefusal,
  request: CampaignRequest,
  context: FolderContext,
  shown: ShownTexts,
): Problem {
  const t = consoleTexts(request.language).texts;
  const notice = t.outcomes[outcome];
  return new Problem('changed', {
    words: { title: t.refused, detail: notice },
    more: { outcome },
    page: () => textsPageOf(request, context, { ...shown, notice }),
  });
}

/**
 * The refusal if someone else has applied another version. It says who and when. The page keeps what was typed, shows
 * what it would change now, and contains the current version, so that pressing the button again applies the files to
 * it.
 */
export async function staleVersion(
  request: CampaignRequest,
  context: FolderContext,
  { folder: was, examination }: { folder: StoredFolder; examination: Examination },
): Promise<Problem> {
  const { slug, language, campaign } = request;
  const t = consoleTexts(language);
  const folder = await storedFolderOf(request, context);
  const last = await lastApplied(context.store, slug);
  const isApplied = request.fields.version !== folder.version || was.version !== folder.version;
  const notice = !isApplied
    ? t.commands.refused['changed-meanwhile']
    : last
      ? t.texts.appliedBy(actorName(last.actor, t), longTime(language, campaign.settings.timeZone, last.at))
      : t.texts.appliedMeanwhile;
  return new Problem('changed', {
    words: { title: t.texts.refused, detail: notice },
    more: {
      outcome: 'changed-meanwhile',
      ...(isApplied && last && { by: last.actor, at: last.at }),
      version: folder.version,
    },
    page: async () => {
      const { files } = examination;
      const now = await examine(request, context, { folder, files, asksAgain: false });
      return await textsPageOf(request, context, {
        folder,
        examination: now,
        notice: `${notice} ${t.texts.keptAsTyped}`,
      });
    },
  });
}
