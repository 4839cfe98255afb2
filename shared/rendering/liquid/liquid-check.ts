import { LiquidError, TokenizationError, Tokenizer, TokenKind, type TopLevelToken } from 'liquidjs';
import { parseLiquid } from './liquid.ts';
import { checkOutput, checkTag, type MistakeAndCure } from './liquid-grammar.ts';

export interface LiquidMistake extends MistakeAndCure {
  /** Position in the text, counted from 0. */
  offset: number;
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
    const message = `This is not valid Liquid: ${error.message.replace(/, line:[\s\S]*$/, '')}.`;
    const cure = isOpen ? 'Close it with }} or %}.' : 'Compare it with docs/campaign.md.';
    return [{ offset: error.token.begin, message, cure }];
  }
}

function tokenMistakes(token: TopLevelToken): LiquidMistake[] {
  const check =
    token.kind === TokenKind.Output ? checkOutput : token.kind === TokenKind.Tag ? checkTag : () => [];
  return check(inner(token)).map((finding) => ({ offset: token.begin, ...finding }));
}

/** The text between the delimiters, without the hyphens that trim spaces. */
function inner(token: TopLevelToken): string {
  return token.getText().slice(2, -2).replace(/^-/, '').replace(/-$/, '').trim();
}

const maxDepth = 20;

/** Checks that every `if` has its `endif`, with `elsif` and `else` between them in that order. */
function branchMistakes(tokens: TopLevelToken[]): LiquidMistake[] {
  const cure = 'Write {% if … %} … {% elsif … %} … {% else %} … {% endif %}. Only if and endif are required.';
  const mistakes: LiquidMistake[] = [];
  const open: { offset: number; hasElse: boolean }[] = [];
  for (const token of tokens.filter(({ kind }) => kind === TokenKind.Tag)) {
    const tag = inner(token).split(/\s/, 1)[0] ?? '';
    const offset = token.begin;
    const around = open.at(-1);
    if (tag === 'if') open.push({ offset, hasElse: false });
    else if (!around && ['elsif', 'else', 'endif'].includes(tag))
      mistakes.push({ offset, message: `This ${tag} has no if before it.`, cure });
    else if (tag === 'endif') open.pop();
    else if (around?.hasElse && ['elsif', 'else'].includes(tag))
      mistakes.push({ offset, message: `This ${tag} comes after an else.`, cure });
    else if (around && tag === 'else') around.hasElse = true;
    if (open.length > maxDepth)
      return [...mistakes, { offset, message: 'Too many ifs are nested here.', cure: 'Use fewer levels.' }];
  }
  return [...mistakes, ...open.map(({ offset }) => ({ offset, message: 'This if has no endif.', cure }))];
}
