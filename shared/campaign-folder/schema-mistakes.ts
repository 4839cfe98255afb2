import type * as z from 'zod';
import { closestMatch } from '../edit-distance.ts';
import { formatKeyPath, keyPattern, type Mistake, type Path } from './mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

/** The keys of a file and how each is written. Keys in list entries are named like `quotes[].text`. */
export interface KeyGuide {
  /** For each key, a line that shows how it is written. */
  examples: Record<string, string>;
  /** Keys that belong in another file, each with the cure. */
  elsewhere?: Record<string, string>;
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
      if (more > 0 && last) mistakes.push({ ...last, ...moreUnknownKeys(more) });
      return mistakes;
    }
    // A value of the wrong type also breaks other rules. One message is enough.
    if (told.has(formatKeyPath(path))) return [];
    told.add(formatKeyPath(path));
    const value = valueAt(yaml.value, path);
    const { message, cure } = inWords(issue, value, path, guide);
    return [
      {
        file,
        line: yaml.lineOf(path),
        key: formatKeyPath(path),
        message: `${formatKeyPath(path)} ${message}.`,
        cure,
      },
    ];
  });
}

function unknownKey(
  file: string,
  yaml: YamlSource,
  path: Path,
  { examples, elsewhere = {} }: KeyGuide,
): Mistake {
  const where = { file, line: yaml.lineOf(path), key: formatKeyPath(path) };
  const cureHere = ownValue(elsewhere, keyPattern(path));
  if (cureHere) return { ...where, message: `${formatKeyPath(path)} does not belong here.`, cure: cureHere };
  const parent = keyPattern(path.slice(0, -1));
  const siblings = Object.keys(examples)
    .filter((pattern) => !pattern.endsWith('[]') && pattern.replace(/\.?[^.]+$/, '') === parent)
    .map((pattern) => pattern.slice(parent === '' ? 0 : parent.length + 1));
  const meant = closestMatch(String(path.at(-1)), siblings);
  const place = meant ? undefined : placeOf(String(path.at(-1)), Object.keys(examples));
  const cure = hasCurlyMarks(path.at(-1))
    ? straightMarks
    : meant
      ? `Did you mean ${meant}? If not, remove the line.`
      : place
        ? `If you meant ${place}, move it there. If not, remove the line.`
        : `Remove it. The keys here are ${siblings.join(', ')}.`;
  return { ...where, message: `Unknown key ${formatKeyPath(path)}.`, cure };
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

const moreUnknownKeys = (count: number): Pick<Mistake, 'message' | 'cure'> => ({
  message: `There are ${count} more unknown keys.`,
  cure: 'Check that this is the right file. The keys are in docs/campaign.md.',
});

/** A text editor has replaced straight quotation marks by curly ones, which YAML reads as letters. */
const hasCurlyMarks = (value: unknown): boolean => typeof value === 'string' && /^[“”„]|[“”]$/.test(value);

const straightMarks = 'Use straight quotation marks (") around the text instead of curly ones.';

/** The record's own value for a key, since a file may name a key like one that every object has. */
const ownValue = (record: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

interface Words {
  message: string;
  cure: string;
}

function inWords(issue: Issue, value: unknown, path: Path, { examples }: KeyGuide): Words {
  const example = ownValue(examples, keyPattern(path));
  const exampleCure = example ? `Write it like this: ${example}` : 'See docs/campaign.md.';
  const cure = hasCurlyMarks(value) ? `${straightMarks} ${exampleCure}` : exampleCure;
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null)
        return { message: 'is missing', cure: example ? `Add it: ${example}` : cure };
      return {
        message: `must be ${kinds[issue.expected] ?? issue.expected}, not ${described(value)}`,
        cure: issue.expected === 'string' ? `${inQuotes(value)} ${cure}`.trim() : cure,
      };
    case 'invalid_value':
      if (value === undefined || value === null)
        return { message: 'is missing', cure: example ? `Add it: ${example}` : cure };
      return {
        message: `must be ${issue.values.map(String).join(' or ')}, not ${described(value)}`,
        cure,
      };
    case 'too_small':
      if (issue.origin === 'string')
        return {
          message: issue.minimum === 1 ? 'is empty' : `is shorter than ${issue.minimum} characters`,
          cure,
        };
      if (issue.origin === 'array') return { message: 'needs at least one entry', cure };
      return { message: `must be ${issue.minimum} or more, not ${described(value)}`, cure };
    case 'too_big':
      if (issue.origin === 'string')
        return { message: `is longer than ${issue.maximum} characters`, cure: 'Shorten it.' };
      if (issue.origin === 'array')
        return { message: `has more than ${issue.maximum} entries`, cure: 'Remove some.' };
      return { message: `must be ${issue.maximum} or less, not ${described(value)}`, cure };
    case 'invalid_format':
      return { message: `has the wrong form: ${described(value)}`, cure };
    case 'custom': {
      const own: unknown = issue.params?.cure;
      return { message: issue.message, cure: typeof own === 'string' ? own : cure };
    }
    default:
      return { message: 'is not valid', cure };
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function inQuotes(value: unknown): string {
  return typeof value === 'object' ? '' : 'Put it in quotation marks.';
}

function described(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  return String(value);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, part) => {
    if (Array.isArray(within) && typeof part === 'number') return within[part];
    if (typeof within !== 'object' || within === null) return undefined;
    return Object.entries(within).find(([key]) => key === part)?.[1];
  }, value);
}
