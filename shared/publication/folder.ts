import type { Campaign } from '../campaign/campaign.ts';
import { inReadingOrder, type Mistake } from '../campaign/mistakes.ts';
import { readPressList } from '../campaign/press-list.ts';
import { type CampaignYamlReading, readCampaignYaml } from '../campaign/read-campaign-yaml.ts';
import { textFacts } from './facts.ts';
import { checkFiles, fileNames } from './folder-files.ts';
import { readLetter, renderLetter } from './letter.ts';
import { type ReleaseSource, readRelease, renderRelease } from './release.ts';
import { releaseMarkdownKeys } from './release-source.ts';
import { checkTexts } from './text-check.ts';

export interface CampaignReading {
  /** There only without mistakes. */
  campaign?: Campaign;
  /** All of them, in the order of files and lines. */
  mistakes: Mistake[];
  warnings: string[];
}

/**
 * Reads a campaign's folder (format 1) and renders its texts, with the threshold's numbers and others. `files` maps
 * names to contents; `folder` is what the folder is called.
 */
export function readCampaign(files: ReadonlyMap<string, string>, folder: string): CampaignReading {
  const { mistakes, warnings } = checkFiles(files);
  const contentOf = (name: string) => files.get(name);

  const yamlText = contentOf('campaign.yaml');
  const yaml = yamlText === undefined ? noReading : readCampaignYaml(yamlText, folder);
  const letterText = contentOf('letter.md');
  const letter = letterText === undefined ? undefined : readLetter(letterText);
  const releaseText = contentOf('release.md');
  const release = releaseText === undefined ? undefined : readRelease(releaseText);
  const pressText = contentOf('press-list.csv');
  const press = pressText === undefined ? noPress : readPressList(pressText);

  mistakes.push(...yaml.mistakes, ...press.mistakes);
  if (letter) mistakes.push(...letter.mistakes, ...checkTexts('letter.md', letter));
  if (release) mistakes.push(...release.mistakes, ...checkTexts('release.md', release, releaseMarkdownKeys));
  warnings.push(...yaml.warnings, ...approvalWarnings(release), ...press.warnings);

  const { settings, gate } = yaml;
  if (mistakes.length > 0 || !settings || !gate || letterText === undefined || releaseText === undefined)
    return { mistakes: inReadingOrder(mistakes, fileNames), warnings };
  const texts = { language: settings.language, letter: letterText, release: releaseText };
  const campaign: Campaign = {
    settings,
    gate: { ...gate, quotesApproved: unapproved(release).length === 0 ? 'yes' : 'no' },
    texts: [texts],
    press: press.entries,
  };
  const rendering = renderingMistakes(campaign, texts);
  return rendering.length > 0 ? { mistakes: rendering, warnings } : { campaign, mistakes, warnings };
}

const noReading: CampaignYamlReading = { mistakes: [], warnings: [] };
const noPress = {
  entries: [],
  mistakes: [],
  warnings: ['There is no press-list.csv: the release is mailed to nobody.'],
};

function unapproved(release: ReleaseSource | undefined): number[] {
  return (release?.keys?.quotes ?? []).flatMap(({ approved }, index) => (approved ? [] : [index]));
}

function approvalWarnings(release: ReleaseSource | undefined): string[] {
  return unapproved(release).map((index) => {
    const line = release?.front.lineOf(['quotes', index]) ?? 1;
    return `release.md, line ${line}: quotes[${index + 1}] is not approved; until every quote is, nothing is published.`;
  });
}

/** Whatever the numbers turn out to be, the texts must render, and say something where something must stand. */
function renderingMistakes(
  { settings, gate }: Campaign,
  { letter, release }: { letter: string; release: string },
): Mistake[] {
  const { thresholdOrganizations, thresholdIndividuals } = gate;
  const atThreshold = [thresholdOrganizations, thresholdIndividuals] as const;
  const numbers = [atThreshold, [0, 0], [1, 1], [1_234_567, 7_654_321]] as const;
  const mistakes = new Map<string, Mistake>();
  const check = (file: string, key: string, text: () => string) => {
    const told = problemOf(text);
    if (told && !mistakes.has(file)) mistakes.set(file, { file, line: 1, key, ...told });
  };
  for (const [organizations, individuals] of numbers) {
    const publishedOn = '2026-12-02T15:00:00.000Z';
    const released = { organizations, individuals, publishedOn };
    const facts = textFacts(settings, gate, 'https://example.org', released);
    check('letter.md', 'subject', () => renderLetter(letter, facts).subject);
    check('release.md', 'headline', () => renderRelease(release, facts).headline);
  }
  return [...mistakes.values()];
}

function problemOf(text: () => string): { message: string; cure: string } | undefined {
  try {
    if (text() !== '') return undefined;
    return {
      message: 'This is empty for some numbers.',
      cure: 'Give the last {% if %} an {% else %} with words.',
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { message: `The text cannot be rendered: ${message}.`, cure: 'Make its Liquid simpler.' };
  }
}
