import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { MistakeTexts } from '../i18n/mistakes/texts.ts';
import { keyPattern, type Mistake, type Path } from './mistakes.ts';
import { lineOfDeepNesting } from './yaml-nesting.ts';

export interface ScalarSource {
  /** Line on which it begins. */
  line: number;
  /** The text as it is in the file, with its quotation marks or the | or > before it. */
  raw: string;
  /** Written after `|`: line ends are the author's, and only a blank line begins a paragraph. */
  keepsLines: boolean;
}

/** YAML that was read, and where in the file each part of it stands. */
export interface YamlSource {
  value: unknown;
  mistakes: Mistake[];
  /** True if the text could not be understood, so that what `value` says is a guess. */
  isBroken: boolean;
  /** Line of the key or list entry; where it is missing, of what should hold it. */
  lineOf: (path: Path) => number;
  scalarAt: (path: Path) => ScalarSource | undefined;
}

/** Reads YAML 1.2 without anchors, aliases and tags. Line numbers are the text's own, from 1. */
export function readYaml(file: string, text: string): YamlSource {
  const deepLine = lineOfDeepNesting(text);
  if (deepLine !== undefined) return unreadableSource({ file, line: deepLine, words: (t) => t.yaml.tooDeep });
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const errors = distinctErrors(document.errors, lineAt);
  const mistakes = errors.map((error) => syntaxMistake(file, text, error, lineAt(error.pos[0])));
  for (const warning of document.warnings)
    mistakes.push({ file, line: lineAt(warning.pos[0]), words: (t) => t.yaml.specialMark('!') });
  const aliases = aliasOffsets(document).map(
    ({ offset, mark }): Mistake => ({ file, line: lineAt(offset), words: (t) => t.yaml.specialMark(mark) }),
  );
  mistakes.push(...aliases);
  const isBroken = aliases.length > 0 || errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  return {
    value: aliases.length > 0 ? undefined : document.toJS(),
    mistakes,
    isBroken,
    lineOf: (path) => lineAt(find(document, path).offset),
    scalarAt: (path) => {
      const { node, isThere } = find(document, path);
      if (!isThere || !isScalar(node) || !node.range) return undefined;
      return {
        line: lineAt(node.range[0]),
        raw: text.slice(node.range[0], node.range[1]),
        keepsLines: node.type === 'BLOCK_LITERAL',
      };
    },
  };
}

/** The result for a text that is not parsed at all. */
const unreadableSource = (mistake: Mistake): YamlSource => ({
  value: undefined,
  mistakes: [mistake],
  isBroken: true,
  lineOf: () => mistake.line,
  scalarAt: () => undefined,
});

interface Found {
  offset: number;
  node: Node | null;
  isThere: boolean;
}

function find(document: Document.Parsed, path: Path): Found {
  let found: Found = { offset: 0, node: document.contents, isThere: true };
  for (const part of path) {
    const next = child(found.node, part);
    if (!next) return { ...found, isThere: false };
    found = next;
  }
  return found;
}

function child(node: Node | null, part: string | number): Found | undefined {
  if (isSeq(node)) {
    const item = typeof part === 'number' ? node.items[part] : undefined;
    return isNode(item) && item.range ? { offset: item.range[0], node: item, isThere: true } : undefined;
  }
  if (!isMap(node)) return undefined;
  // Of a key that occurs twice, the last one counts, as in the value.
  const pair = node.items.findLast(({ key }) => isScalar(key) && key.value === part);
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
  return { offset: pair.key.range[0], node: isNode(pair.value) ? pair.value : null, isThere: true };
}

/** One wrong character can break several rules of YAML. A line is reported once. */
function distinctErrors(errors: YAMLError[], lineAt: (offset: number) => number): YAMLError[] {
  const told = new Set<number>();
  return errors.filter(({ code, pos }) => {
    if (code === 'DUPLICATE_KEY') return true;
    const line = lineAt(pos[0]);
    return !told.has(line) && told.add(line);
  });
}

/** Aliases and anchors: a text that begins with * or &. */
function aliasOffsets(document: Document): { offset: number; mark: '*' | '&' }[] {
  const found: { offset: number; mark: '*' | '&' }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (isAlias(alias)) found.push({ offset: alias.range?.[0] ?? 0, mark: '*' });
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) found.push({ offset: node.range?.[0] ?? 0, mark: '&' });
    },
  });
  return found;
}

function syntaxMistake(file: string, text: string, { code, pos, message }: YAMLError, line: number): Mistake {
  const rest = text.slice(pos[0]);
  if (code === 'DUPLICATE_KEY') {
    const key = /^["']?([^:"'\n]+)/.exec(rest)?.[1]?.trim() ?? '';
    return { file, line, key: keyPattern([key]), words: (t) => t.yaml.twice(key) };
  }
  const lineText = text.split('\n')[line - 1] ?? '';
  if (/:\s*\{\{/.test(lineText) || /^\s*-\s*\{\{/.test(lineText))
    return { file, line, words: (t) => t.yaml.beginsWithLiquid };
  const pasted = pastedCure(lineText);
  const tooFar = code === 'BLOCK_AS_IMPLICIT_KEY' ? lineIndentedTooFar(text, line) : undefined;
  if (tooFar !== undefined) return { file, line: tooFar, words: (t) => t.yaml.indentedTooFar(line) };
  // The library says that the next line is not indented.
  const isOpenBracket = code === 'BAD_INDENT' && message.startsWith('Flow ');
  const reason = message.replace(/\.?$/, '.');
  return {
    file,
    line: (isOpenBracket ? lineOfOpenBracket(text) : unclosedLine(text, code)) ?? line,
    words: ({ yaml: t, keys }) => ({
      message: t.invalid(reason),
      cure:
        pasted === 'curlyMarks'
          ? keys.straightMarks
          : pasted === undefined
            ? cureOf(isOpenBracket ? 'MISSING_CHAR' : code, t)
            : t.pasted[pasted],
    }),
  };
}

/** What a word processor or a fast hand has left in a line that is no YAML: which of the cures fits. */
function pastedCure(line: string): 'curlyMarks' | 'bullet' | 'oddSpace' | 'noSpace' | undefined {
  if (/^\s*[–—•·‣▪●]\s/u.test(line)) return 'bullet';
  if (/^\s*(?:- )?[\w-]+\s*(?:：|:[\u00A0\u2000-\u200A\u202F\u3000])/u.test(line)) return 'oddSpace';
  if (/^\s*(?:- )?[\w-]+:[^\s:/]/u.test(line)) return 'noSpace';
  return /^\s*(?:- )?(?:[\w-]+:\s+)?[“”„«‘’].*[“”»‘’]\s*$/u.test(line) ? 'curlyMarks' : undefined;
}

/** The line on which the first bracket stands that is never closed. */
function lineOfOpenBracket(text: string): number | undefined {
  const open: number[] = [];
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') open.push(line);
    if (token === ']' || token === '}') open.pop();
    line += token.split('\n').length - 1;
  }
  return open[0];
}

/** The line on which the quotation mark stands that is never closed. The library names the end of the file. */
function unclosedLine(text: string, code: YAMLError['code']): number | undefined {
  if (code !== 'MISSING_CHAR') return undefined;
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    const [mark] = token;
    if ((mark === '"' || mark === "'") && (token.length === 1 || !token.endsWith(mark))) return line;
    line += token.split('\n').length - 1;
  }
  return undefined;
}

function cureOf(code: YAMLError['code'], { cures, otherCure }: MistakeTexts['yaml']): string {
  const known: Partial<Record<YAMLError['code'], string>> = cures;
  return known[code] ?? otherCure;
}

/** The line after `line` that has a key, if it is indented although `line` is complete. */
function lineIndentedTooFar(text: string, line: number): number | undefined {
  const lines = text.split('\n');
  const above = lines[line - 1] ?? '';
  // A second colon is the mistake in the line itself.
  if (!/^\s*(?:- )?[\w-]+:\s+\S/.test(above) || /:\s.*:(?:\s|$)/.test(above)) return undefined;
  const next = lines.findIndex((each, index) => index >= line && each.trim() !== '' && !/^\s*#/.test(each));
  const indent = (each: string): number => each.search(/\S/);
  const key = lines[next] ?? '';
  return /^\s+(?:- )?[\w-]+:(?:\s|$)/.test(key) && indent(key) > indent(above) ? next + 1 : undefined;
}
