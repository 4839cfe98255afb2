import { closestMatch } from '../../edit-distance.ts';
import type { MistakeWords } from '../../i18n/mistakes/en.ts';
import type { Localized } from '../../i18n/mistakes/texts.ts';
import { liquidFilters, liquidNames, liquidTags, type ValueKind } from './liquid-names.ts';

type Words = Localized<MistakeWords>;

const word = /"[^"]*"|'[^']*'|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*|\d+(?:\.\d+)?|[=!<>]=|[<>]|\S/g;

const words = (text: string): string[] => text.match(word) ?? [];
const isText = (given: string | undefined) => /^["']/.test(given ?? '');
const isStep = (given: string | undefined) => /^[1-9]\d*$/.test(given ?? '');
const isName = (given: string): given is keyof typeof liquidNames => Object.hasOwn(liquidNames, given);

function unknownName(name: string): Words {
  const names = Object.keys(liquidNames);
  const meant = closestMatch(name, names);
  return ({ liquid: t }) => ({
    message: name === '' ? t.noName : t.unknownName(name),
    cure: meant ? t.didYouMean(meant) : t.names(names.join(', ')),
  });
}

/** Checks the content of `{{ }}`: a name, then filters that fit the name and each other. */
export function checkOutput(content: string): Words[] {
  const [name = '', ...steps] = splitAtPipes(words(content));
  const kind = isName(name) ? liquidNames[name] : undefined;
  if (!kind) return [unknownName(name)];
  const findings: Words[] = [];
  let value: ValueKind | undefined = kind;
  for (const step of steps) {
    const [filter = '', colon, ...values] = words(step);
    const rule = Object.hasOwn(liquidFilters, filter) ? liquidFilters[filter] : undefined;
    if (!rule) {
      findings.push(unknownFilter(filter));
      value = undefined;
      continue;
    }
    const example = `{{ ${rule.from === 'day' ? 'publishedOn' : 'organizations.count'} | ${rule.example} }}`;
    const given = value;
    if (given !== undefined && given !== rule.from)
      findings.push(({ liquid: t }) => ({
        message: t.otherValue(filter, t.kinds[rule.from], t.kinds[given]),
        cure: t.filterExample(example),
      }));
    const isRight = (wanted: 'number' | 'text', index: number) =>
      wanted === 'number' ? isStep(values[index * 2]) : isText(values[index * 2]);
    const parts = Math.max(0, rule.arguments.length * 2 - 1);
    const separators = values.filter((_, index) => index % 2 === 1);
    const isWhole = values.length === parts && separators.every((separator) => separator === ',');
    if (!isWhole || (colon ?? ':') !== ':' || (parts === 0 && colon) || !rule.arguments.every(isRight))
      findings.push(({ liquid: t }) => ({
        message: t.wrongFilter(filter),
        cure: t.filterExample(example),
      }));
    value = rule.to;
  }
  return findings;
}

function unknownFilter(filter: string): Words {
  const filters = Object.keys(liquidFilters);
  const meant = closestMatch(filter, filters);
  return ({ liquid: t }) => ({
    message: t.unknownFilter(filter),
    cure: meant ? t.didYouMean(meant) : t.filters(filters.join(', ')),
  });
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
export function checkTag(content: string): Words[] {
  const [, tag = '', condition = ''] = /^(\S*)\s*([\s\S]*)$/.exec(content) ?? [];
  if (!tags.includes(tag)) {
    // The end of an unknown tag is not reported as a second mistake.
    if (tag.startsWith('end')) return [];
    return [(t) => t.liquid.unknownTag(tag)];
  }
  return tag === 'if' || tag === 'elsif' ? checkCondition(words(condition)) : [];
}

const comparisons = ['==', '!=', '<', '>', '<=', '>='];
const constants = ['true', 'false', 'nil', 'null', 'blank', 'empty'];

function checkCondition(tokens: string[]): Words[] {
  const findings: Words[] = [];
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
  return [...findings, (t) => t.liquid.wrongCondition];
}
