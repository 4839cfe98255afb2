import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Path } from './mistakes.ts';

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/**
 * Sets one value of YAML that has no mistakes; `undefined` takes its key away. Everything else stays as it was written:
 * comments, order, line ends. What cannot be changed in place is written anew by the library, which keeps comments and
 * may wrap lines differently.
 */
export function setInYaml(text: string, path: Path, value: Value | undefined): string {
  const document = parseDocument(text);
  if (value === undefined && !document.hasIn(path)) return text;
  const wanted = parseDocument(text);
  if (value === undefined) wanted.deleteIn(path);
  else wanted.setIn(path, value);
  const edited = editInPlace(text, document, path, value);
  const read = edited === undefined ? undefined : parseDocument(edited);
  if (edited !== undefined && read?.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted.toJS()))
    return edited;
  return wanted.toString({ lineWidth: 0 });
}

/** The same in the keys above a text. */
export function setInFrontMatter(source: string, path: Path, value: Value | undefined): string {
  const [, before = '', yaml = '', after = ''] =
    /^(\uFEFF?\s*---[ \t]*\r?\n)([\s\S]*?\r?\n)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(source) ?? [];
  return before === '' ? source : `${before}${setInYaml(yaml, path, value)}${after}`;
}

function editInPlace(
  text: string,
  document: Document,
  path: Path,
  value: Value | undefined,
): string | undefined {
  const key = String(path.at(-1));
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (parent === undefined && value !== undefined && typeof path.at(-1) === 'string' && path.length > 1)
    return editInPlace(text, document, path.slice(0, -1), { [key]: value });
  if (!isMap(parent) || !parent.range) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair) return value === undefined ? withoutPair(text, parent, pair) : withValue(text, pair, value);
  return value === undefined ? undefined : withNewPair(text, parent, `${key}: ${written(value)}`);
}

/** As it may stand within brackets. */
const written = (value: Value): string =>
  stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1)
    .trim();

function withValue(text: string, { value: node }: Pair, value: Value): string | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const old = text.slice(start, end);
  const kept = /\s*$/.exec(old)?.[0] ?? '';
  const space = /\s$/.test(text.slice(0, start)) ? '' : ' ';
  return `${text.slice(0, start)}${space}${written(value)}${kept}${text.slice(end)}`;
}

function withNewPair(text: string, map: YAMLMap, line: string): string | undefined {
  const [start = 0, end = 0] = map.range ?? [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (map.flow) {
    const before = text.slice(0, end - 1).trimEnd();
    const spaces = text.slice(before.length, end - 1);
    const separator = map.items.length === 0 || before.endsWith(',') ? ' ' : ', ';
    return `${before}${separator}${line}${spaces}${text.slice(end - 1)}`;
  }
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const lastContent = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', lastContent);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const open = lineEnd === -1 ? newline : '';
  return `${text.slice(0, at)}${open}${indent}${line}${newline}${text.slice(at)}`;
}

function withoutPair(text: string, map: YAMLMap, { key, value }: Pair): string | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const [start] = key.range;
  const end = isNode(value) && value.range ? value.range[1] : key.range[1];
  if (map.flow) {
    const before = text.slice(0, start).replace(/,\s*$/, '');
    const wasFirst = before === text.slice(0, start);
    return `${before}${wasFirst ? text.slice(end).replace(/^\s*,\s*/, '') : text.slice(end)}`;
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return undefined;
  const content = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', content);
  return `${text.slice(0, lineStart)}${lineEnd === -1 ? '' : text.slice(lineEnd + 1)}`;
}
