import { instantOf } from '../campaign/local-time.ts';
import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { MistakeTexts } from '../i18n/mistakes/texts.ts';
import {
  audiencesSchema,
  campaignYamlSchema,
  kindsSchema,
  numbersSchema,
  timesSchema,
} from './campaign-yaml.ts';
import { keyMistake, type Mistake, type Path } from './mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Mistakes in keys of `campaign.yaml` that are each valid but contradict each other, or the name of the `folder`. Found
 * even if other keys have mistakes.
 */
export const conflictMistakes = (yaml: YamlSource, folder: string): Mistake[] => [
  ...folderMistakes(yaml, folder),
  ...timeMistakes(yaml),
  ...kindMistakes(yaml),
  ...numberMistakes(yaml),
  ...liquidMistakes(yaml),
  ...audienceMistakes(yaml),
  ...showSignatoriesMistakes(yaml),
];

const mistake = (
  yaml: YamlSource,
  path: Path,
  words: (values: MistakeTexts['values']) => MistakeWords,
): Mistake => keyMistake('campaign.yaml', yaml, path, (t) => words(t.values));

function folderMistakes(yaml: YamlSource, folder: string): Mistake[] {
  const slug = campaignYamlSchema.shape.slug.safeParse(fieldOf(yaml, 'slug'));
  if (!slug.success || slug.data === folder) return [];
  return [mistake(yaml, ['slug'], (t) => t.otherFolder(slug.data, folder))];
}

function fieldOf(yaml: YamlSource, name: string): unknown {
  if (typeof yaml.value !== 'object' || yaml.value === null) return undefined;
  return Object.entries(yaml.value).find(([key]) => key === name)?.[1];
}

function timeMistakes(yaml: YamlSource): Mistake[] {
  const times = timesSchema.safeParse(yaml.value);
  if (!times.success) return [];
  const { timeZone, opens, closes, publication } = times.data;
  const given: [Path, string | undefined][] = [
    [['opens'], opens],
    [['closes'], closes],
    [['publication', 'notBefore'], publication.notBefore],
  ];
  const mistakes = given.flatMap(([path, local]) => {
    if (!local || instantOf(local, timeZone)) return [];
    return [mistake(yaml, path, (t) => t.skippedTime(local.replace('T', ' '), timeZone))];
  });
  const from = opens && instantOf(opens, timeZone);
  const until = closes && instantOf(closes, timeZone);
  if (from && until && until < from) mistakes.push(mistake(yaml, ['closes'], (t) => t.closesFirst));
  return mistakes;
}

function kindMistakes(yaml: YamlSource): Mistake[] {
  const kinds = kindsSchema.safeParse(yaml.value);
  if (!kinds.success) return [];
  const { signatories, publication } = kinds.data;
  return (['organizations', 'individuals'] as const)
    .filter((kind) => publication.threshold[kind] !== undefined && !signatories[kind])
    .map((kind) => mistake(yaml, ['publication', 'threshold', kind], (t) => t.neverReached(kind)));
}

/** `atNotBefore` needs `notBefore`, and a higher threshold. */
function numberMistakes(yaml: YamlSource): Mistake[] {
  const numbers = numbersSchema.safeParse(yaml.value);
  if (!numbers.success) return [];
  const { threshold, notBefore, atNotBefore } = numbers.data.publication;
  const path = ['publication', 'atNotBefore'];
  const untimed = notBefore === undefined ? [mistake(yaml, path, (t) => t.needsNotBefore)] : [];
  const tooMany = (['organizations', 'individuals'] as const).flatMap((kind) => {
    const [lower, upper] = [atNotBefore[kind], threshold[kind]];
    if (typeof lower !== 'number') return [];
    if (upper === undefined) return [mistake(yaml, [...path, kind], (t) => t.needsThreshold(kind))];
    if (typeof upper !== 'number' || lower <= upper) return [];
    return [mistake(yaml, [...path, kind], (t) => t.aboveThreshold(kind, lower, upper))];
  });
  return [...untimed, ...tooMany];
}

/** Liquid works in the letter and the press release only: title and summary are shown while people still sign. */
function liquidMistakes(yaml: YamlSource): Mistake[] {
  return ['title', 'summary', 'attestation']
    .filter((key) => /\{[{%]/.test(String(fieldOf(yaml, key))))
    .map((key) => mistake(yaml, [key], (t) => t.noLiquidInSettings));
}

/** A question for people where only organizations sign would never be asked. */
function audienceMistakes(yaml: YamlSource): Mistake[] {
  const read = audiencesSchema.safeParse(yaml.value);
  if (!read.success) return [];
  const { signatories, questions } = read.data;
  return questions.flatMap((question, index) => {
    const kind = question.for;
    if (kind === 'both' || signatories[kind]) return [];
    const other = kind === 'organizations' ? 'individuals' : 'organizations';
    return [mistake(yaml, ['questions', index, 'for'], (t) => t.asksNobody(kind, other))];
  });
}

/** Names that nobody has looked at, or a list that gives away a count that is not to be shown. */
function showSignatoriesMistakes(yaml: YamlSource): Mistake[] {
  if (fieldOf(yaml, 'showSignatories') !== 'always') return [];
  const path = ['showSignatories'];
  return [
    ...(fieldOf(yaml, 'review') === 'none' ? [mistake(yaml, path, (t) => t.listBeforeReview)] : []),
    ...(fieldOf(yaml, 'showProgress') === false ? [mistake(yaml, path, (t) => t.listWithoutProgress)] : []),
  ];
}
