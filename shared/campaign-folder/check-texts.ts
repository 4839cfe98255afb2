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
  message: string;
  cure: string;
  /** The place in the part: its line from 0, and the words by which to find it in a YAML text, whose lines differ. */
  line: number;
  words: string;
}

/**
 * Checks Liquid and links in every text of a file, in the branches that are not taken, too. `markdownKeys` are the
 * patterns of keys that are read as Markdown.
 */
export function checkTexts(file: string, source: TextSource, markdownKeys: string[] = []): Mistake[] {
  const mistakes = partsOf(source, markdownKeys).flatMap((part) =>
    [...liquidFindings(part), ...markdownFindings(part)].map(({ message, cure, line, words }) => ({
      file,
      line: part.path ? lineInFront(source, part.path, words) : source.bodyLine + line,
      ...(part.path && { key: formatKeyPath(part.path) }),
      message,
      cure,
    })),
  );
  if (source.body.trim() !== '' || !source.hasBody) return mistakes;
  const cure = 'Write the text below the second line with three hyphens.';
  return [...mistakes, { file, line: source.bodyLine, message: 'There is no text below the keys.', cure }];
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
  return checkLiquid(text).map(({ offset, message, cure }) => ({
    message,
    cure,
    line: text.slice(0, offset).split('\n').length - 1,
    words: text.slice(offset).split('\n', 1)[0] ?? '',
  }));
}

function markdownFindings({ text, as }: TextPart): Finding[] {
  if (as === 'plain') return [];
  const findings: Finding[] = [];
  const read = as === 'blocks' ? blocksOf : inlineOf;
  read(withoutLiquid(text), {
    restore: (part) => part,
    reportRemoved: ({ what, address, line }) =>
      findings.push({ ...(what === 'image' ? picture : badLink(address)), line: line - 1, words: address }),
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

const picture = {
  message: 'A text cannot contain pictures.',
  cure: 'Remove it, or link to it: [text](https://…).',
};

function badLink(address: string): { message: string; cure: string } {
  const cure = 'Write the full address: https://…, http://…, mailto:name@example.org or tel:+15550142.';
  if (address === '') return { message: 'A link has no address.', cure };
  if (address.startsWith('#')) return { message: `A link to ${address} does not work.`, cure };
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0];
  if (scheme && !/^(https?|mailto|tel):$/i.test(scheme))
    return { message: `Links that begin with ${scheme} are not allowed.`, cure };
  return { message: `“${address}” is not a full address.`, cure };
}

function lineInFront({ front }: TextSource, path: Path, words: string): number {
  const scalar = front.scalarAt(path);
  if (!scalar) return front.lineOf(path);
  const at = Math.max(0, scalar.raw.indexOf(words));
  return scalar.line + scalar.raw.slice(0, at).split('\n').length - 1;
}
