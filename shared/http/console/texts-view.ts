import type { Examination, StoredFolder } from '../../console/folder/examine.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { frameOf } from './sign-on-routes.ts';

/** What the page with a campaign's files shows. */
export interface ShownTexts {
  folder: StoredFolder;
  /** The typed files and the result of their examination. Absent for the stored files. */
  examination?: Examination;
  /** What was refused, and why. */
  notice?: string;
  /** Consequences that were not confirmed. */
  follows?: readonly string[];
  isApplied?: boolean;
  /** Whether the typed confirmation was not the slug. */
  isWrongSlug?: boolean;
  /** Whether a correction was sent without a note, or with one that is too long. */
  isNoteWrong?: boolean;
}

/** The page with the campaign's files in editors, as they were typed or as they are stored. */
export async function textsPageOf(
  request: CampaignRequest,
  _: ConsoleContext,
  { folder, examination, ...shown }: ShownTexts,
): Promise<string> {
  const { textsPage } = await import('../../console/pages/texts-page.tsx');
  const { files, version, stored } = folder;
  const { editorial, askAgain, note } = request.fields;
  return textsPage({
    frame: frameOf(request),
    viewer: request.session,
    storedFiles: files,
    files: examination?.files ?? files,
    version,
    languages: [stored.settings.language, ...stored.translations.map(({ language }) => language)],
    hasRecipient: stored.settings.delivery?.by === 'email',
    status: stored.gate.status,
    language: stored.settings.language,
    ...(examination && { examination }),
    typed: {
      editorial: typeof editorial === 'string' ? editorial : '',
      askAgain: askAgain === 'on' || askAgain === true,
      note: typeof note === 'string' ? note : '',
    },
    ...shown,
  });
}
