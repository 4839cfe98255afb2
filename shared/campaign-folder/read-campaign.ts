import type { Campaign, TranslatedTexts } from '../campaign/campaign.ts';
import { inLanguage } from '../campaign/localized-settings.ts';
import type { Language } from '../i18n/language.ts';
import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import type { TextFacts } from '../rendering/document/content.ts';
import { type ReleasedFigures, textFacts } from '../rendering/document/text-facts.ts';
import { brandingOf } from './branding.ts';
import { checkFiles, folderFileNames, isReadable, textFile } from './check-files.ts';
import { type CheckedInvitedList, readInvitedList } from './invited-list.ts';
import { renderLetter } from './letter.ts';
import { formatKeyPath, inReadingOrder, type Mistake } from './mistakes.ts';
import { namesInTexts } from './names-in-texts.ts';
import { type CheckedPressList, readPressList } from './press-list.ts';
import { type CheckedCampaignYaml, readCampaignYaml } from './read-campaign-yaml.ts';
import { type CheckedLogos, noLogos } from './read-logos.ts';
import { type CheckedTexts, readTexts } from './read-texts.ts';
import { type ReleaseSource, renderRelease } from './release.ts';

export interface CheckedCampaign {
  /** There only without mistakes. */
  campaign?: Campaign;
  /** All of them, in the order of files and lines. */
  mistakes: Mistake[];
  warnings: Localized<string>[];
}

/**
 * Reads a campaign's folder (format 1) and renders its texts, with the threshold's numbers and others. `files` maps
 * names to contents; `folder` is what the folder is called; `logos` are its pictures, which have been drawn.
 */
export function readCampaign(
  files: ReadonlyMap<string, string>,
  folder: string,
  logos: CheckedLogos = noLogos,
): CheckedCampaign {
  const { mistakes, warnings } = checkFiles(files, logos.named);
  const contentOf = (name: string) => files.get(name);

  const yamlText = contentOf('campaign.yaml');
  const yaml =
    yamlText !== undefined && isReadable('campaign.yaml', yamlText)
      ? readCampaignYaml(yamlText, folder)
      : noSettings;
  const texts = readTexts(files, yaml.settings);
  const { letter, release } = texts;
  const pressText = contentOf('press-list.csv');
  const press = pressText === undefined ? noPress : readPressList(pressText);
  const invitedText = contentOf('invited.csv');
  const invited = invitedText === undefined ? noInvited : readInvitedList(invitedText);
  if (invited.entries.length > 0 && yaml.settings?.signatories.organizations === false)
    mistakes.push(noOrganizations);

  const unapproved = unapprovedQuotes(texts);
  mistakes.push(
    ...yaml.mistakes,
    ...texts.mistakes,
    ...logos.mistakes,
    ...press.mistakes,
    ...invited.mistakes,
  );
  warnings.push(
    ...yaml.warnings,
    ...unapproved.map(approvalWarning),
    ...texts.warnings,
    ...press.warnings,
    ...invited.warnings,
  );

  const { settings, gate } = yaml;
  const own = settings?.language ?? 'en';
  const all = [{ language: own, letter, release }, ...texts.translations];
  // A mistake in one file hides no mistake of another. A text that cannot be read is not rendered.
  const isRead = ({ file }: Mistake) => !mistakes.some((mistake) => mistake.file === file);
  const rendering = all.flatMap((each) => renderingMistakes(yaml, own, each)).filter(isRead);
  mistakes.push(...rendering);
  if (mistakes.length > 0 || !settings || !gate || letter === undefined || release === undefined)
    return { mistakes: inReadingOrder(mistakes, folderFileNames), warnings };
  const hasWords = Object.keys(texts.translatedTitles).length > 0;
  const branding = brandingOf(yaml.branding, logos.logos);
  const campaign: Campaign = {
    settings: {
      ...settings,
      ...(branding && { branding }),
      ...(hasWords && { translations: texts.translatedTitles }),
      protectedNames: namesInTexts(texts.letters, texts.releases),
    },
    gate: { ...gate, quotesApproved: unapproved.length === 0 ? 'yes' : 'no' },
    texts: [{ language: own, letter, release }, ...texts.translations],
    press: press.entries,
    ...(invited.entries.length > 0 && { invited: invited.entries }),
    ...(yamlText !== undefined && { source: yamlText }),
    ...(logos.logos.length > 0 && { logos: logos.logos }),
  };
  return { campaign, mistakes, warnings };
}

const noSettings: CheckedCampaignYaml = { mistakes: [], warnings: [] };
const noPress: CheckedPressList = { entries: [], mistakes: [], warnings: [(t) => t.warnings.noPressList] };
const noInvited: CheckedInvitedList = { entries: [], mistakes: [], warnings: [] };
const noOrganizations: Mistake = {
  file: 'invited.csv',
  line: 1,
  words: (t) => t.files.noOrganizations,
};

interface UnapprovedQuote {
  file: string;
  line: number;
  /** Counted from 0. */
  index: number;
}

/**
 * A translation need not repeat what `release.md` approves. But a quote with `approved: false` there, or one that
 * `release.md` does not have, is not approved.
 */
function unapprovedQuotes({ ownRelease, translatedReleases }: CheckedTexts): UnapprovedQuote[] {
  const own = ownRelease?.keys?.quotes ?? [];
  const found = (file: string, { keys, front }: ReleaseSource, isTranslation: boolean): UnapprovedQuote[] =>
    (keys?.quotes ?? []).flatMap(({ approved }, index) => {
      const isLeftOut = front.scalarAt(['quotes', index, 'approved']) === undefined;
      const isRepeated = isTranslation && isLeftOut && index < own.length;
      return approved || isRepeated ? [] : [{ file, line: front.lineOf(['quotes', index]), index }];
    });
  return [
    ...(ownRelease ? found('release.md', ownRelease, false) : []),
    ...translatedReleases.flatMap(({ file, release }) => found(file, release, true)),
  ];
}

const approvalWarning =
  ({ file, line, index }: UnapprovedQuote): Localized<string> =>
  (t) =>
    t.warnings.notApproved(file, line, formatKeyPath(['quotes', index]));

/** The texts must render with any numbers, and must not be empty where a text is required. */
function renderingMistakes(
  yaml: CheckedCampaignYaml,
  own: Language,
  { language, letter, release }: TranslatedTexts,
): Mistake[] {
  const translation = language === own ? undefined : language;
  const { thresholdOrganizations = 1, thresholdIndividuals = 0 } = yaml.gate ?? {};
  const atThreshold = [thresholdOrganizations, thresholdIndividuals] as const;
  const numbers = [atThreshold, [0, 0], [1, 1], [1_234_567, 7_654_321]] as const;
  const mistakes = new Map<string, Mistake>();
  const check = (file: string, key: string, text: () => string) => {
    const words = problemOf(text);
    if (words && !mistakes.has(file)) mistakes.set(file, { file, line: 1, key, words });
  };
  for (const [organizations, individuals] of numbers) {
    const publishedAt = '2026-12-02T15:00:00.000Z';
    const released = { organizations, individuals, publishedAt };
    const facts = factsFor(yaml, language, released);
    if (letter !== undefined)
      check(textFile('letter', translation), 'subject', () => renderLetter(letter, facts).subject);
    if (release !== undefined)
      check(textFile('release', translation), 'headline', () => renderRelease(release, facts).headline);
  }
  return [...mistakes.values()];
}

/** Stands for the settings if `campaign.yaml` cannot be read. */
function factsFor(
  { settings, gate }: CheckedCampaignYaml,
  language: Language,
  released: ReleasedFigures,
): TextFacts {
  const site = 'https://example.org';
  if (settings && gate) return textFacts(inLanguage(settings, language), gate, site, released);
  return {
    ...{ ...released, language, timeZone: 'UTC', campaignTitle: 'A letter' },
    ...{ letterUrl: `${site}/letter/`, releaseUrl: `${site}/release/` },
    thresholdOrganizations: 1,
    thresholdIndividuals: 1,
  };
}

function problemOf(text: () => string): Localized<MistakeWords> | undefined {
  try {
    return text() === '' ? (t) => t.texts.empty : undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return (t) => t.texts.notRendered(message);
  }
}
