import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Wrong conditions: each is one of ours with one term without effect, or with one bound moved by one. */

export interface Mutant {
  /** Of the project. */
  file: string;
  line: number;
  /** Matches the condition as it comes to the store, whatever its template was given. */
  pattern: RegExp;
  /** What was changed, in words. */
  change: string;
  /** The whole file with it. */
  source: string;
}

const literalPattern = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/** What only a condition has; an update begins with its clause. */
const isCondition = (text: string): boolean =>
  /attribute_(not_)?exists\(|[\w\]}]\s*(=|<>|<=?|>=?)\s*:[\w$]|BETWEEN :/.test(text) &&
  !/^\s*,|\{ |\b(SET|REMOVE|ADD|DELETE) /.test(text);

/** Every mutant of every condition in the files below `shared/`. */
export function conditionMutants(root: string): Mutant[] {
  const files = readdirSync(join(root, 'shared'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'shared', name));
  return files.flatMap((path) => mutantsOf(relative(root, path), readFileSync(path, 'utf8')));
}

export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  for (const { 0: literal, index } of codeOf(source).matchAll(literalPattern)) {
    const text = wholePart(literal.slice(1, -1));
    if (!isCondition(text) || isOther(source, index, text)) continue;
    for (const { change, from, to, by } of changesOf(text)) {
      const at = index + 1;
      const line = source.slice(0, at + from).split('\n').length;
      const changed = source.slice(0, at + from) + by + source.slice(at + to);
      found.push({ file, line, pattern: patternOf(text), change, source: changed });
    }
  }
  return found;
}

function patternOf(text: string): RegExp {
  const fixed = text.trim().split(/\$\{[^}]*\}/);
  return new RegExp(fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\S]*?'));
}

/** What stands before an expression that holds a template of its own: the literal is cut in the middle of it. */
function wholePart(text: string): string {
  const last = text.lastIndexOf('${');
  return last >= 0 && !text.slice(last).includes('}') ? text.slice(0, last) : text;
}

/** The key of a query, or a part of an update: in a list of them, or what a property `set` names. */
function isOther(source: string, index: number, text: string): boolean {
  const isPart =
    /(\bsets?\s*[=:]\s*\[?|\[|[?:,]\s)\s*$/.test(source.slice(0, index)) && /^#?\w+ = :\w+$/.test(text);
  const isCondition = /\b(condition|unchanged|sameWords)\b[^;]*$/.test(
    source.slice(Math.max(0, index - 90), index),
  );
  return /\bPK = :PK\b/.test(text) || (isPart && !isCondition);
}

/** The source with its comments blanked, so that quotation marks in them open nothing. */
const codeOf = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

interface Change {
  change: string;
  /** From here to there the text is replaced. */
  from: number;
  to: number;
  by: string;
}

const bounds: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

function changesOf(text: string): Change[] {
  const terms = termsOf(text, 0, text.length);
  return [
    // A term that has no effect still names its values: DynamoDB refuses values that nothing names.
    ...terms.map(({ from, to, joinedBy }): Change => {
      const term = text.slice(from, to);
      const opposite = `NOT ${term}`;
      const by = joinedBy === 'OR' ? `(${term} AND ${opposite})` : `(${term} OR ${opposite})`;
      return { change: `without: ${oneLine(term)}`, from, to, by };
    }),
    ...terms.flatMap(({ from, to, isGroup }): Change[] => {
      const match = isGroup ? null : /\s(<=|>=|<(?!>)|>)\s/.exec(text.slice(from, to));
      const operator = match?.[1];
      if (!match || !operator) return [];
      const at = from + match.index + 1;
      return [
        {
          change: `${operator} to ${bounds[operator]}: ${oneLine(text.slice(from, to))}`,
          from: at,
          to: at + operator.length,
          by: bounds[operator] ?? operator,
        },
      ];
    }),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

interface Term {
  from: number;
  to: number;
  joinedBy: 'AND' | 'OR';
  isGroup: boolean;
}

/** The terms between AND and OR, groups in parentheses and what is in them too; a nested template is one term. */
function termsOf(text: string, start: number, end: number): Term[] {
  const cuts: { from: number; to: number; word: 'AND' | 'OR' }[] = [];
  let depth = 0;
  let braces = 0;
  let isBetween = false;
  for (let at = start; at < end; at++) {
    if (text.startsWith('${', at)) braces++;
    if (text[at] === '}' && braces > 0) braces--;
    if (braces > 0) continue;
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth > 0) continue;
    if (/^BETWEEN\b/.test(text.slice(at, end))) isBetween = true;
    const word = /^(AND|OR)\b/.exec(text.slice(at, end))?.[1];
    if (!word || !/[\s)}]/.test(text[at - 1] ?? ' ')) continue;
    if (word === 'AND' && isBetween) isBetween = false;
    else cuts.push({ from: at, to: at + word.length, word: word === 'AND' ? 'AND' : 'OR' });
  }
  const edges = [start, ...cuts.flatMap(({ from, to }) => [from, to]), end];
  const joinedBy = cuts.some(({ word }) => word === 'OR') ? 'OR' : 'AND';
  const terms: Term[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const raw = text.slice(edges[index], edges[index + 1]);
    const from = (edges[index] ?? 0) + (raw.length - raw.trimStart().length);
    const to = from + raw.trim().length;
    const term = text.slice(from, to);
    // Words that stand elsewhere are changed there; a piece of a condition may begin or end with AND or OR.
    if (term === '' || /^\$\{(condition|both)\}$/.test(term)) continue;
    const isGroup = term.startsWith('(') && term.endsWith(')');
    terms.push({ from, to, joinedBy, isGroup });
    if (isGroup) terms.push(...termsOf(text, from + 1, to - 1));
  }
  return terms;
}
