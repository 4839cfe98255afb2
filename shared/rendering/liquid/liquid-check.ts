import { LiquidError, TokenizationError, Tokenizer, TokenKind, type TopLevelToken } from 'liquidjs';
import type { MistakeWords } from '../../i18n/mistakes/en.ts';
import type { Localized } from '../../i18n/mistakes/texts.ts';
import { parseLiquid } from './liquid.ts';
import { checkOutput, checkTag } from './liquid-grammar.ts';

export interface LiquidMistake {
  /** Position in the text, counted from 0. */
  offset: number;
  words: Localized<MistakeWords>;
}

/**
 * Finds everything in a text that is not `{{ name | filter }}`, `{% if %}`, `{% elsif %}`, `{% else %}` or `{% endif
 * %}` with the names and filters of format 1. It also looks into branches that are not taken.
 */
export function checkLiquid(text: string): LiquidMistake[] {
  if (!/\{[{%]/.test(text)) return [];
  try {
    const tokens = new Tokenizer(text).readTopLevelTokens();
    const mistakes = [...tokens.flatMap(tokenMistakes), ...branchMistakes(tokens)];
    if (mistakes.length === 0) parseLiquid(text);
    return mistakes;
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const isOpen = error instanceof TokenizationError;
    const reason = error.message.replace(/, line:[\s\S]*$/, '');
    return [{ offset: error.token.begin, words: (t) => t.liquid.invalid(reason, isOpen) }];
  }
}

function tokenMistakes(token: TopLevelToken): LiquidMistake[] {
  const check =
    token.kind === TokenKind.Output ? checkOutput : token.kind === TokenKind.Tag ? checkTag : () => [];
  return check(inner(token)).map((words) => ({ offset: token.begin, words }));
}

/** The text between the delimiters, without the hyphens that trim spaces. */
function inner(token: TopLevelToken): string {
  return token.getText().slice(2, -2).replace(/^-/, '').replace(/-$/, '').trim();
}

const maxDepth = 20;

/** Checks that every `if` has its `endif`, with `elsif` and `else` between them in that order. */
function branchMistakes(tokens: TopLevelToken[]): LiquidMistake[] {
  const mistakes: LiquidMistake[] = [];
  const open: { offset: number; hasElse: boolean }[] = [];
  for (const token of tokens.filter(({ kind }) => kind === TokenKind.Tag)) {
    const tag = inner(token).split(/\s/, 1)[0] ?? '';
    const offset = token.begin;
    const around = open.at(-1);
    if (tag === 'if') open.push({ offset, hasElse: false });
    else if (!around && ['elsif', 'else', 'endif'].includes(tag))
      mistakes.push({ offset, words: (t) => t.liquid.noIf(tag) });
    else if (tag === 'endif') open.pop();
    else if (around?.hasElse && ['elsif', 'else'].includes(tag))
      mistakes.push({ offset, words: (t) => t.liquid.afterElse(tag) });
    else if (around && tag === 'else') around.hasElse = true;
    if (open.length > maxDepth) return [...mistakes, { offset, words: (t) => t.liquid.tooDeep }];
  }
  return [
    ...mistakes,
    ...open.map(({ offset }): LiquidMistake => ({ offset, words: (t) => t.liquid.noEndif })),
  ];
}
