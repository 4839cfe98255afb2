import { instantOf } from '../campaign/local-time.ts';
import {
  audiencesSchema,
  campaignYamlSchema,
  kindsSchema,
  numbersSchema,
  timesSchema,
} from './campaign-yaml.ts';
import { formatKeyPath, type Mistake, type Path } from './mistakes.ts';
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

function mistake(yaml: YamlSource, path: Path, message: string, cure: string): Mistake {
  return {
    file: 'campaign.yaml',
    line: yaml.lineOf(path),
    key: formatKeyPath(path),
    message: `${formatKeyPath(path)} ${message}.`,
    cure,
  };
}

function folderMistakes(yaml: YamlSource, folder: string): Mistake[] {
  const slug = campaignYamlSchema.shape.slug.safeParse(fieldOf(yaml, 'slug'));
  if (!slug.success || slug.data === folder) return [];
  const cure = `Write slug: ${folder}, or rename the folder to ${slug.data}.`;
  return [mistake(yaml, ['slug'], `is ${slug.data}, but the folder is named ${folder}`, cure)];
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
    const cure = 'Daylight saving time skips this time. Give an earlier or later one.';
    return [
      mistake(yaml, path, `does not exist: there is no ${local.replace('T', ' ')} in ${timeZone}`, cure),
    ];
  });
  const from = opens && instantOf(opens, timeZone);
  const until = closes && instantOf(closes, timeZone);
  if (from && until && until < from)
    mistakes.push(mistake(yaml, ['closes'], 'is before opens', 'Give a time after opens.'));
  return mistakes;
}

function kindMistakes(yaml: YamlSource): Mistake[] {
  const kinds = kindsSchema.safeParse(yaml.value);
  if (!kinds.success) return [];
  const { signatories, publication } = kinds.data;
  return (['organizations', 'individuals'] as const)
    .filter((kind) => publication.threshold[kind] !== undefined && !signatories[kind])
    .map((kind) =>
      mistake(
        yaml,
        ['publication', 'threshold', kind],
        `can never be reached because signatories.${kind} is false`,
        `Write signatories: { ${kind}: true }, or remove this threshold.`,
      ),
    );
}

/** `atNotBefore` needs `notBefore`, and a higher threshold. */
function numberMistakes(yaml: YamlSource): Mistake[] {
  const numbers = numbersSchema.safeParse(yaml.value);
  if (!numbers.success) return [];
  const { threshold, notBefore, atNotBefore } = numbers.data.publication;
  const path = ['publication', 'atNotBefore'];
  const untimed =
    notBefore === undefined
      ? [
          mistake(
            yaml,
            path,
            'needs publication.notBefore, which is missing',
            'Add notBefore: 2026-12-02T10:00 to publication, or lower the threshold itself.',
          ),
        ]
      : [];
  const tooMany = (['organizations', 'individuals'] as const).flatMap((kind) => {
    const [lower, upper] = [atNotBefore[kind], threshold[kind]];
    if (typeof lower !== 'number') return [];
    if (upper === undefined)
      return [
        mistake(
          yaml,
          [...path, kind],
          `needs publication.threshold.${kind}, which is missing`,
          `Add ${kind} to publication.threshold, or remove this line.`,
        ),
      ];
    if (typeof upper !== 'number' || lower <= upper) return [];
    return [
      mistake(
        yaml,
        [...path, kind],
        `is ${lower}, more than the threshold of ${upper}`,
        `Give a number that is not above publication.threshold.${kind}: this many are enough at notBefore.`,
      ),
    ];
  });
  return [...untimed, ...tooMany];
}

/** Liquid works in the letter and the press release only: title and summary are shown while people still sign. */
function liquidMistakes(yaml: YamlSource): Mistake[] {
  return ['title', 'summary', 'attestation']
    .filter((key) => /\{[{%]/.test(String(fieldOf(yaml, key))))
    .map((key) =>
      mistake(
        yaml,
        [key],
        'contains Liquid ({{ }} or {% %})',
        'Write plain text here. Liquid works in letter.md and release.md.',
      ),
    );
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
    return [
      mistake(
        yaml,
        ['questions', index, 'for'],
        `asks nobody because signatories.${kind} is false`,
        `Write for: ${other}, or signatories: { ${kind}: true }.`,
      ),
    ];
  });
}

/** Names that nobody has looked at, or a list that gives away a count that is not to be shown. */
function showSignatoriesMistakes(yaml: YamlSource): Mistake[] {
  if (fieldOf(yaml, 'showSignatories') !== 'always') return [];
  const cure = 'or write showSignatories: after-publication.';
  return [
    ...(fieldOf(yaml, 'review') === 'none'
      ? [
          mistake(
            yaml,
            ['showSignatories'],
            'cannot be always with review: none, because anybody could put any name on the list',
            `Write review: flagged (or before-counting), ${cure}`,
          ),
        ]
      : []),
    ...(fieldOf(yaml, 'showProgress') === false
      ? [
          mistake(
            yaml,
            ['showSignatories'],
            'cannot be always with showProgress: false, because a list shows how many have signed',
            `Write showProgress: true, ${cure}`,
          ),
        ]
      : []),
  ];
}
