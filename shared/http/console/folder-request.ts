import { warningsIn } from '../../campaign-folder/in-words.ts';
import {
  type Examination,
  examineFolder,
  type Proposal,
  readStoredFolder,
  type StoredFolder,
} from '../../console/folder/examine.ts';
import { signedElsewhereWarnings } from '../../operations/applying/signed-elsewhere.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';

/** What the routes about a campaign's files need besides what all routes need. */
export interface FolderContext extends ConsoleContext {
  /** The key that hashes addresses, because press contacts and mailboxes are found by their hash. */
  addressKey: () => Promise<string>;
  /** Domains that the stage may send from. If empty, all. */
  senderDomains: readonly string[];
}

/** @throws Problem `not-found` if the campaign was never applied */
export async function storedFolderOf(
  { slug }: Pick<CampaignRequest, 'slug'>,
  { store }: Pick<ConsoleContext, 'store'>,
): Promise<StoredFolder> {
  const folder = await readStoredFolder(store, slug);
  if (!folder) throw new Problem('not-found');
  return folder;
}

/** Examines files that were sent, also against the signatures that count already. */
export async function examine(
  { slug, language }: Pick<CampaignRequest, 'slug' | 'language'>,
  { store, senderDomains, addressKey, now }: FolderContext,
  of: { folder: StoredFolder; files: ReadonlyMap<string, string>; asksAgain: boolean },
): Promise<Examination> {
  const examination = await examineFolder(store, {
    slug,
    language,
    senderDomains,
    addressKey: await addressKey(),
    now: now(),
    ...of,
  });
  const { proposal, warnings } = examination;
  // Not in `examineFolder`, since it needs the list of mail domains, and previews import that file, too.
  const more = proposal ? await signedElsewhereWarnings(store, proposal.plan, now()) : [];
  return { ...examination, warnings: [...warnings, ...warningsIn(language, more)] };
}

/** What files would change, for programs. */
export const changesFor = ({ plan, changed, follows, owners }: Proposal) => ({
  changed,
  changes: plan.changes,
  follows,
  role: owners.length > 0 ? ('owner' as const) : ('editor' as const),
});
