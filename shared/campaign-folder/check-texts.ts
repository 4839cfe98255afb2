import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { checkLiquid } from '../rendering/liquid/liquid-check.ts';
import { blocksOf, inlineOf } from '../rendering/markdown/markdown.ts';
import type { TextSource } from './front-matter.ts';
import { formatKeyPath, keyPattern, type Mistake, type Path } from './mistakes.ts';

/** A text within a file: one of its keys', or (without a path) the Markdown below them. */
interface TextPart {
  path?: Path;
  text: string;
  /** The format in which it is read after Liquid. */
  as: 'plain' | 'inline' | 'blocks';
}

interface Finding {
  words: Localized<MistakeWords>;
  /** The place in the part: its line from 0, and the text by which to find it in a YAML text, whose lines differ. */
  line: number;
  found: string;
}

/**
 * Checks Liquid and links in every text of a file, in the branches that are not taken, too. `markdownKeys` are the
 * patterns of keys that are read as Markdown.
 */
export function checkTexts(file: string, source: TextSource, markdownKeys: string[] = []): Mistake[] {
  const mistakes = partsOf(source, markdownKeys).flatMap((part) =>
    [...liquidFindings(part), ...markdownFindings(part)].map(
      ({ words, line, found }): Mistake => ({
        file,
        line: part.path ? lineInFront(source, part.path, found) : source.bodyLine + line,
        ...(part.path && { key: formatKeyPath(part.path) }),
        words,
      }),
    ),
  );
  if (source.body.trim() !== '' || !source.hasBody) return mistakes;
  return [...mistakes, { file, line: source.bodyLine, words: (t) => t.texts.noText }];
}

function partsOf({ front, body }: TextSource, markdownKeys: string[]): TextPart[] {
  const leaves = (value: unknown, path: Path): TextPart[] => {
    if (typeof value === 'string')
      return [{ path, text: value, as: markdownKeys.includes(keyPattern(path)) ? 'inline' : 'plain' }];
    if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  };
  return [...(front.isBroken ? [] : leaves(front.value, [])), { text: body, as: 'blocks' }];
}

function liquidFindings({ text }: TextPart): Finding[] {
  return checkLiquid(text).map(({ offset, words }) => ({
    words,
    line: text.slice(0, offset).split('\n').length - 1,
    found: text.slice(offset).split('\n', 1)[0] ?? '',
  }));
}

function markdownFindings({ text, as }: TextPart): Finding[] {
  if (as === 'plain') return [];
  const findings: Finding[] = [];
  const read = as === 'blocks' ? blocksOf : inlineOf;
  read(withoutLiquid(text), {
    restore: (part) => part,
    reportRemoved: ({ what, address, line }) =>
      findings.push({
        words: what === 'image' ? (t) => t.texts.picture : badLink(address),
        line: line - 1,
        found: address,
      }),
  });
  return findings;
}

/** All branches together, each value a word, each line at its place. */
function withoutLiquid(text: string): string {
  const lineEnds = (match: string) => match.replace(/[^\n]/g, '');
  return text
    .replace(
      /\{\{[\s\S]*?\}\}/g,
      (output) => `${output.includes('.url') ? 'https://example.org/' : '1'}${lineEnds(output)}`,
    )
    .replace(/\{%[\s\S]*?%\}/g, lineEnds);
}

function badLink(address: string): Localized<MistakeWords> {
  if (address === '') return (t) => t.texts.linkWithoutAddress;
  if (address.startsWith('#')) return (t) => t.texts.linkWithin(address);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0];
  if (scheme && !/^(https?|mailto|tel):$/i.test(scheme)) return (t) => t.texts.linkScheme(scheme);
  return (t) => t.texts.linkInPart(address);
}

function lineInFront({ front }: TextSource, path: Path, found: string): number {
  const scalar = front.scalarAt(path);
  if (!scalar) return front.lineOf(path);
  const at = Math.max(0, scalar.raw.indexOf(found));
  return scalar.line + scalar.raw.slice(0, at).split('\n').length - 1;
}
