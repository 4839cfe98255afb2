import type { Campaign } from '../campaign/campaign.ts';
import { inLanguage } from '../campaign/localized-settings.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { letterOpening, releaseText } from '../rendering/document/plain-text.ts';
import { textFacts } from '../rendering/document/text-facts.ts';
import { renderLetter } from './letter.ts';
import { renderRelease } from './release.ts';

const kinds = ['organizations', 'individuals'] as const;
type Counts = Record<(typeof kinds)[number], number>;

/** A one, and a plural among the three words behind it. "1 of our neighbors" reads right. */
const oneOfMany =
  /(?<![\p{L}\p{N}.,–-])(?:1|one|un[ae]?|uno) (?!(?:of|de|des) )(?=(?:\p{L}+ ){0,2}(?:\p{L}*[^s\P{L}]s|people|(?:wo)?men|children|clergy|alumn(?:i|ae)|\p{L}+aux)(?!\p{L}))/iu;
const none = /(?<![\p{L}\p{N}.,–-])(?:0|zero|cero|zéro) (?=\p{L})/iu;

/** Small numbers. Two texts that are equal without them do not change with the number. */
const smallNumbers =
  /(?<![\p{L}\p{N}])(?:[0-2]|zero|one|two|cero|un[ae]?|uno|dos|zéro|deux)(?![\p{L}\p{N}])/giu;

/**
 * Lines of a campaign's texts that read wrong with a number that a publication can have: "1 Residents", "0 Residents".
 * The texts are rendered with the least number of each kind, be it the threshold, the lower number of `atNotBefore`, or
 * none.
 */
export function countWarnings(campaign: Campaign): Localized<string>[] {
  const least = leastCounts(campaign);
  const { signatories } = campaign.settings;
  return kinds.flatMap((kind) => {
    const other = kind === 'organizations' ? 'individuals' : 'organizations';
    // Without the other kind, all signatories together can be one, too.
    const others = signatories[other] ? [Math.max(2, least[other]), least[other]] : [0];
    const wrongWith = (count: 0 | 1, pattern: RegExp): Localized<string>[] => {
      for (const beside of others) {
        const two = linesOf(campaign, { organizations: beside, individuals: beside, [kind]: 2 });
        const lines = linesOf(campaign, { organizations: beside, individuals: beside, [kind]: count });
        const wrong = lines.find(({ text }, at) => pattern.test(text) && isSame(text, two[at]?.text));
        if (!wrong) continue;
        const said = excerpt(wrong.text, pattern);
        return [({ warnings: t }) => (count === 1 ? t.ifOne : t.ifNone)(wrong.file, said, kind)];
      }
      return [];
    };
    return [
      ...(least[kind] <= 1 && signatories[kind] ? wrongWith(1, oneOfMany) : []),
      ...(least[kind] === 0 ? wrongWith(0, none) : []),
    ];
  });
}

/** With how many of each kind everything can be published, at the least. */
function leastCounts({ gate }: Campaign): Counts {
  const { thresholdOrganizations, thresholdIndividuals, atNotBeforeOrganizations, atNotBeforeIndividuals } =
    gate;
  return {
    organizations: Math.min(thresholdOrganizations, atNotBeforeOrganizations ?? thresholdOrganizations),
    individuals: Math.min(thresholdIndividuals, atNotBeforeIndividuals ?? thresholdIndividuals),
  };
}

interface Line {
  file: string;
  text: string;
}

/** The lines of all texts as they read with these numbers. */
function linesOf({ texts, settings, gate, logos }: Campaign, counts: Counts): Line[] {
  return texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    const facts = textFacts(inLanguage(settings, language), gate, 'https://example.org', {
      ...counts,
      publishedAt: '2026-01-05T12:00:00.000Z',
    });
    const lines = (file: string, text: string): Line[] =>
      text.split('\n').map((each) => ({ file, text: each }));
    return [
      ...(letter === undefined ? [] : lines(`letter.${ending}`, letterOpening(renderLetter(letter, facts)))),
      ...(release === undefined
        ? []
        : lines(`release.${ending}`, releaseText(renderRelease(release, facts, logos)))),
    ];
  });
}

const isSame = (one: string, other = ''): boolean =>
  one.replace(smallNumbers, '#') === other.replace(smallNumbers, '#') && one !== other;

/** The number and what stands around it. */
function excerpt(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  const rest = text.slice(at);
  return rest.length > 40 ? rest.slice(0, 40).replace(/\s\S*$/, '') : rest;
}
