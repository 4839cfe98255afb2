import { closestMatch } from '../../edit-distance.ts';
import { liquidFilters, liquidNames, liquidTags, type ValueKind } from './liquid-names.ts';

export interface MistakeAndCure {
  message: string;
  cure: string;
}

const word = /"[^"]*"|'[^']*'|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*|\d+(?:\.\d+)?|[=!<>]=|[<>]|\S/g;

const words = (text: string): string[] => text.match(word) ?? [];
const isText = (given: string | undefined) => /^["']/.test(given ?? '');
const isStep = (given: string | undefined) => /^[1-9]\d*$/.test(given ?? '');
const isName = (given: string): given is keyof typeof liquidNames => Object.hasOwn(liquidNames, given);

function unknownName(name: string): MistakeAndCure {
  const meant = closestMatch(name, Object.keys(liquidNames));
  const cure = meant ? `Did you mean ${meant}?` : `The names are ${Object.keys(liquidNames).join(', ')}.`;
  const message = name === '' ? 'The {{ }} is empty.' : `Unknown name ${name} in {{ }}.`;
  return { message, cure };
}

/** Checks the content of `{{ }}`: a name, then filters that fit the name and each other. */
export function checkOutput(content: string): MistakeAndCure[] {
  const [name = '', ...steps] = splitAtPipes(words(content));
  const kind = isName(name) ? liquidNames[name] : undefined;
  if (!kind) return [unknownName(name)];
  const findings: MistakeAndCure[] = [];
  let value: ValueKind | undefined = kind;
  for (const step of steps) {
    const [filter = '', colon, ...given] = words(step);
    const rule = Object.hasOwn(liquidFilters, filter) ? liquidFilters[filter] : undefined;
    if (!rule) {
      const meant = closestMatch(filter, Object.keys(liquidFilters));
      const cure = meant
        ? `Did you mean ${meant}?`
        : `The filters are ${Object.keys(liquidFilters).join(', ')}.`;
      findings.push({ message: `Unknown filter ${filter}.`, cure });
      value = undefined;
      continue;
    }
    const cure = `Write it like this: {{ ${rule.from === 'day' ? 'publishedOn' : 'organizations.count'} | ${rule.example} }}`;
    if (value !== undefined && value !== rule.from)
      findings.push({
        message: `The filter ${filter} needs a ${rule.from}, but it gets a ${value}.`,
        cure,
      });
    const isRight = (wanted: 'number' | 'text', index: number) =>
      wanted === 'number' ? isStep(given[index * 2]) : isText(given[index * 2]);
    const parts = Math.max(0, rule.arguments.length * 2 - 1);
    const separators = given.filter((_, index) => index % 2 === 1);
    const isWhole = given.length === parts && separators.every((separator) => separator === ',');
    if (!isWhole || (colon ?? ':') !== ':' || (parts === 0 && colon) || !rule.arguments.every(isRight))
      findings.push({ message: `The filter ${filter} is written wrongly.`, cure });
    value = rule.to;
  }
  return findings;
}

function splitAtPipes(tokens: string[]): string[] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === '|') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map((part) => part.join(' '));
}

const tags: readonly string[] = liquidTags;

/** Checks the content of `{% %}`: one of the four tags, and its condition. */
export function checkTag(content: string): MistakeAndCure[] {
  const [, tag = '', condition = ''] = /^(\S*)\s*([\s\S]*)$/.exec(content) ?? [];
  if (!tags.includes(tag)) {
    // The end of an unknown tag is not reported as a second mistake.
    if (tag.startsWith('end')) return [];
    return [
      {
        message: `Unknown tag ${tag}.`,
        cure: 'The tags are {% if … %}, {% elsif … %}, {% else %}, {% endif %}.',
      },
    ];
  }
  return tag === 'if' || tag === 'elsif' ? checkCondition(words(condition)) : [];
}

const comparisons = ['==', '!=', '<', '>', '<=', '>='];
const constants = ['true', 'false', 'nil', 'null', 'blank', 'empty'];

function checkCondition(tokens: string[]): MistakeAndCure[] {
  const findings: MistakeAndCure[] = [];
  const isValue = (token: string | undefined): boolean => {
    if (token === undefined) return false;
    if (isName(token) || isText(token) || constants.includes(token) || /^\d+(\.\d+)?$/.test(token))
      return true;
    if (/^[A-Za-z_]/.test(token) && ![...comparisons, 'and', 'or', 'not', 'contains'].includes(token)) {
      findings.push(unknownName(token));
      return true;
    }
    return false;
  };
  let next = 0;
  const isWhole = (): boolean => {
    for (;;) {
      while (tokens[next] === 'not') next++;
      if (!isValue(tokens[next++])) return false;
      if (comparisons.includes(tokens[next] ?? '')) {
        next++;
        if (!isValue(tokens[next++])) return false;
      }
      if (next === tokens.length) return true;
      const joint = tokens[next++];
      if (joint !== 'and' && joint !== 'or') return false;
    }
  };
  if (isWhole()) return findings;
  return [
    ...findings,
    {
      message: 'This condition is not valid.',
      cure: 'Write it like this: {% if organizations.count >= 200 and individuals.count > 0 %}',
    },
  ];
}
