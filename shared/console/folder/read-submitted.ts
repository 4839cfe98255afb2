import type { Campaign } from '../../campaign/campaign.ts';
import { isSenderAddress } from '../../campaign/sender-domain.ts';
import { checkFiles, folderFileNames, isReadable } from '../../campaign-folder/check-files.ts';
import { countWarnings } from '../../campaign-folder/count-warnings.ts';
import { glyphWarnings } from '../../campaign-folder/glyph-warnings.ts';
import { mistakesIn, warningsIn } from '../../campaign-folder/in-words.ts';
import { keepLogos } from '../../campaign-folder/keep-logos.ts';
import { keyMistake, type Mistake, type WordedMistake } from '../../campaign-folder/mistakes.ts';
import { pastTimeWarnings } from '../../campaign-folder/past-times.ts';
import { pastedTextWarnings } from '../../campaign-folder/pasted-text.ts';
import { type CheckedCampaign, readCampaign } from '../../campaign-folder/read-campaign.ts';
import { readYaml } from '../../campaign-folder/yaml-source.ts';
import type { Language } from '../../i18n/language.ts';
import type { StoredCampaign } from '../../operations/applying/stored-campaign.ts';

/** A file with more mistakes is probably another kind of file. */
const maxMistakes = 200;

interface SubmittedFolder {
  files: ReadonlyMap<string, string>;
  slug: string;
  stored: Pick<StoredCampaign, 'logos'>;
  /** Domains that the stage may send from. If empty, all. */
  senderDomains: readonly string[];
  now: Date;
  /** Language of the mistakes and warnings. */
  language: Language;
}

/** What was found in typed files. There is a campaign if there are no mistakes. */
export interface SubmittedCampaign {
  campaign?: Campaign;
  mistakes: WordedMistake[];
  warnings: string[];
}

/** Reads typed files as `campaign check` reads a folder. The pictures are the stored ones. */
export function readSubmitted({ language, ...folder }: SubmittedFolder): SubmittedCampaign {
  const { campaign, mistakes, warnings } = check(folder);
  return {
    ...(campaign && { campaign }),
    mistakes: mistakesIn(language, mistakes),
    warnings: warningsIn(language, warnings),
  };
}

function check({
  files,
  slug,
  stored,
  senderDomains,
  now,
}: Omit<SubmittedFolder, 'language'>): CheckedCampaign {
  // A file that is too large or not text is not parsed, and this is its only mistake.
  const unreadable = folderFileNames.filter((file) => !isReadable(file, files.get(file) ?? ''));
  if (unreadable.length > 0)
    return {
      mistakes: checkFiles(new Map(unreadable.map((file) => [file, files.get(file) ?? '']))).mistakes.filter(
        ({ file }) => unreadable.includes(file),
      ),
      warnings: [],
    };
  const checked = readCampaign(files, slug, keepLogos(files, stored.logos));
  const { campaign } = checked;
  if (!campaign) return { ...checked, mistakes: firstMistakes(checked.mistakes) };
  const sender = senderMistake(campaign, senderDomains);
  if (sender) return { mistakes: [sender], warnings: checked.warnings };
  const warnings = [
    ...checked.warnings,
    ...pastTimeWarnings(campaign, now),
    ...countWarnings(campaign),
    ...pastedTextWarnings(campaign),
    ...glyphWarnings(campaign),
  ];
  return { ...checked, warnings };
}

function firstMistakes(mistakes: Mistake[]): Mistake[] {
  const more = mistakes.length - maxMistakes;
  const last = mistakes[maxMistakes];
  if (more <= 0 || !last) return mistakes;
  const { file, line } = last;
  return [...mistakes.slice(0, maxMistakes), { file, line, words: (t) => t.files.more(more) }];
}

/** SES refuses every sender outside of the stage's domains. */
function senderMistake({ settings, source = '' }: Campaign, domains: readonly string[]): Mistake | undefined {
  const { address } = settings.sender;
  if (domains.length === 0 || isSenderAddress(address, domains)) return undefined;
  const file = 'campaign.yaml';
  return keyMistake(file, readYaml(file, source), ['sender', 'address'], (t) =>
    t.values.otherSender(domains, address),
  );
}
