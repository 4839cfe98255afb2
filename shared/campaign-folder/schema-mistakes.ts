import type * as z from 'zod';
import { closestMatch } from '../edit-distance.ts';
import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized, MistakeTexts } from '../i18n/mistakes/texts.ts';
import { isIssueWords } from './issue-words.ts';
import { formatKeyPath, keyMistake, keyPattern, type Mistake, type Path } from './mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

/** The keys of a file and how each is written. Keys in list entries are named like `quotes[].text`. */
export interface KeyGuide {
  /** For each key, a line that shows how it is written. */
  examples: Record<string, string>;
  /** What to know about some of the examples, in words. */
  notes?: Localized<Record<string, string>>;
  /** Keys that belong in `campaign.yaml`. */
  inSettings?: readonly string[];
}

type Issue = z.core.$ZodIssue;

/** The issues of a schema as mistakes, each with its line and its cure. */
export function schemaMistakes(file: string, yaml: YamlSource, issues: Issue[], guide: KeyGuide): Mistake[] {
  const told = new Set<string>();
  return issues.flatMap((issue): Mistake[] => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const shown = issue.keys.slice(0, maxUnknownKeys);
      const mistakes = shown.map((key) => unknownKey(file, yaml, [...path, key], guide));
      const more = issue.keys.length - shown.length;
      const last = mistakes.at(-1);
      if (more > 0 && last) mistakes.push({ ...last, words: (t) => t.keys.more(more) });
      return mistakes;
    }
    // A value of the wrong type also breaks other rules. One message is enough.
    if (told.has(formatKeyPath(path))) return [];
    told.add(formatKeyPath(path));
    const value = valueAt(yaml.value, path);
    const hasSeparators = isOfNumber(issue) && withSeparators.test(yaml.scalarAt(path)?.raw ?? '');
    return [
      keyMistake(file, yaml, path, (t) => {
        const words = wordsOf(issue, value, exampleOf(path, guide, t), t);
        return hasSeparators ? { ...words, cure: t.keys.noSeparators } : words;
      }),
    ];
  });
}

/** `1,700`, `1.700`, which YAML takes for a fraction, and `1 700`. */
const withSeparators = /^["']?\d{1,3}(?:[,.\s]\d{3})+["']?$/;

const isOfNumber = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);

function unknownKey(
  file: string,
  yaml: YamlSource,
  path: Path,
  { examples, inSettings = [] }: KeyGuide,
): Mistake {
  const key = formatKeyPath(path);
  const where = { file, line: yaml.lineOf(path), key };
  if (inSettings.includes(keyPattern(path))) return { ...where, words: (t) => t.keys.elsewhere(key) };
  const parent = keyPattern(path.slice(0, -1));
  const siblings = Object.keys(examples)
    .filter((pattern) => !pattern.endsWith('[]') && pattern.replace(/\.?[^.]+$/, '') === parent)
    .map((pattern) => pattern.slice(parent === '' ? 0 : parent.length + 1));
  const meant = closestMatch(String(path.at(-1)), siblings);
  const place = meant ? undefined : placeOf(String(path.at(-1)), Object.keys(examples));
  const cure = ({ keys: t }: MistakeTexts): string => {
    if (hasCurlyMarks(path.at(-1))) return t.straightMarks;
    if (/^\p{Z}/u.test(String(path.at(-1)))) return t.indent;
    // "1,700" in braces is 1 and a key 700.
    if (/^\d{3}$/.test(String(path.at(-1)))) return t.noSeparators;
    if (meant) return t.didYouMean(meant);
    return place ? t.moveTo(place) : t.choices(siblings.join(', '));
  };
  return { ...where, words: (t) => ({ message: t.keys.unknown(key), cure: cure(t) }) };
}

/** A key elsewhere in the file with this name, or nearly this name. */
function placeOf(name: string, patterns: string[]): string | undefined {
  const within = patterns.filter((pattern) => pattern.includes('.'));
  const lastOf = (pattern: string) => pattern.slice(pattern.lastIndexOf('.') + 1);
  const meant = closestMatch(name, within.map(lastOf));
  return within.find((pattern) => lastOf(pattern) === meant)?.replaceAll('[]', '');
}

/** Of one group of keys. A file with more is some other file. */
const maxUnknownKeys = 20;

/** A text editor has replaced straight quotation marks by curly ones, which YAML reads as letters. */
const hasCurlyMarks = (value: unknown): boolean =>
  typeof value === 'string' && /^[“”„‘’«]|[“”‘’»]$/.test(value);

/** The record's own value for a key, since a file may name a key like one that every object has. */
const ownValue = (record: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** How a key is written, with what to know about it in brackets. */
function exampleOf(path: Path, { examples, notes }: KeyGuide, t: MistakeTexts): string | undefined {
  const example = ownValue(examples, keyPattern(path));
  const note = notes && ownValue(notes(t), keyPattern(path));
  return note ? `${example} (${note})` : example;
}

/** An issue in words that go on after the key's name. */
function wordsOf(
  issue: Issue,
  value: unknown,
  example: string | undefined,
  texts: MistakeTexts,
): MistakeWords {
  const { keys, values: t } = texts;
  const exampleCure = example ? keys.example(example) : keys.guide;
  const cure = hasCurlyMarks(value) ? `${keys.straightMarks} ${exampleCure}` : exampleCure;
  const found = described(value, t);
  const isMissing = value === undefined || value === null;
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing) return { message: t.missing, cure: example ? keys.add(example) : cure };
      return {
        message: t.otherKind(kindOf(issue.expected, t), found),
        cure: issue.expected === 'string' && typeof value !== 'object' ? `${keys.inQuotes} ${cure}` : cure,
      };
    case 'invalid_value':
      if (isMissing) return { message: t.missing, cure: example ? keys.add(example) : cure };
      return { message: t.otherChoice(issue.values.map(String), found), cure };
    case 'too_small':
      if (issue.origin === 'string')
        return { message: issue.minimum === 1 ? t.empty : t.tooShort(String(issue.minimum)), cure };
      if (issue.origin === 'array') return { message: t.noEntry, cure };
      return { message: t.tooSmall(String(issue.minimum), found), cure };
    case 'too_big':
      if (issue.origin === 'string') return { message: t.tooLong(String(issue.maximum)), cure: keys.shorten };
      if (issue.origin === 'array')
        return { message: t.tooManyEntries(String(issue.maximum)), cure: keys.removeSome };
      return { message: t.tooBig(String(issue.maximum), found), cure };
    case 'invalid_format':
      return { message: t.wrongForm(found), cure };
    case 'custom': {
      const words: unknown = issue.params?.words;
      return { message: t.invalid, cure, ...(isIssueWords(words) && words(texts, value)) };
    }
    default:
      return { message: t.invalid, cure };
  }
}

function kindOf(expected: string, { kinds }: MistakeTexts['values']): string {
  return ownValue(kinds, expected) ?? expected;
}

function described(value: unknown, t: MistakeTexts['values']): string {
  if (typeof value === 'string') return t.quoted(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return t.list;
  if (typeof value === 'object' && value !== null) return t.group;
  return String(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, part) => {
    if (Array.isArray(within) && typeof part === 'number') return within[part];
    if (typeof within !== 'object' || within === null) return undefined;
    return Object.entries(within).find(([key]) => key === part)?.[1];
  }, value);
}
