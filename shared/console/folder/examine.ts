import type { Campaign } from '../../campaign/campaign.ts';
import type { WordedMistake } from '../../campaign-folder/mistakes.ts';
import type { Language } from '../../i18n/language.ts';
import { type CampaignPlan, changedKeys, planCampaign } from '../../operations/applying/plan.ts';
import { readStoredCampaign, type StoredCampaign } from '../../operations/applying/stored-campaign.ts';
import { folderVersion, storedFolder } from '../../operations/applying/stored-folder.ts';
import type { Store } from '../../table/table.ts';
import { consequencesOf } from './consequences.ts';
import { ownersChanges } from './owners-changes.ts';
import { readSubmitted } from './read-submitted.ts';

/** A campaign's stored files. */
export interface StoredFolder {
  stored: StoredCampaign;
  files: Map<string, string>;
  version: string;
}

/** Reads a campaign's stored files. Undefined if it was never applied. */
export async function readStoredFolder(store: Store, slug: string): Promise<StoredFolder | undefined> {
  const stored = await readStoredCampaign(store, slug);
  return stored && { stored, files: storedFolder(stored), version: folderVersion(stored) };
}

/** The result of an examination of files: their mistakes, or what they would change. */
export interface Examination {
  files: ReadonlyMap<string, string>;
  mistakes: WordedMistake[];
  warnings: string[];
  proposal?: Proposal;
}

export interface Proposal {
  campaign: Campaign;
  plan: CampaignPlan;
  changed: string[];
  /** The changes that only an owner may apply. */
  owners: string[];
  /** Consequences that must be confirmed. */
  follows: string[];
}

export interface ExaminationInput {
  slug: string;
  folder: StoredFolder;
  files: ReadonlyMap<string, string>;
  asksAgain: boolean;
  addressKey: string;
  /** Domains that the stage may send from. If empty, all. */
  senderDomains: readonly string[];
  now: Date;
  /** Language of the mistakes, the warnings and the sentences about consequences. */
  language: Language;
}

/**
 * Reads files as `campaign check` does, and compares them with the stored ones as `campaign apply` does. Writes
 * nothing.
 */
export async function examineFolder(store: Store, input: ExaminationInput): Promise<Examination> {
  const { slug, folder, files, asksAgain, addressKey, senderDomains, now, language } = input;
  const read = (of: ReadonlyMap<string, string>, domains: readonly string[]) =>
    readSubmitted({ files: of, slug, stored: folder.stored, senderDomains: domains, now, language });
  const { campaign, mistakes, warnings } = read(files, senderDomains);
  if (!campaign) return { files, mistakes, warnings };
  const plan = await planCampaign(store, { campaign, addressKey, now });
  const follows = await consequencesOf(store, plan, { asksAgain, now, language });
  const owners = ownersChanges(plan, read(folder.files, []).campaign);
  return {
    files,
    mistakes,
    warnings,
    proposal: { campaign, plan, changed: changedKeys(plan), owners, follows },
  };
}
