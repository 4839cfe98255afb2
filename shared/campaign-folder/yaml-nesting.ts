import { Lexer } from 'yaml';

/** Far more than any file of a campaign has. The YAML parser calls itself for each level, and gets slower with each. */
const maxDepth = 20;

/**
 * The line on which lists and maps stand in each other deeper than twenty levels, as brackets or on one line (`- - -`),
 * if they do. Looks at the text's tokens only, so that it takes a moment whatever the text is. Levels by indentation
 * alone are not counted: each takes a longer line than the one before, which the file's size limits.
 */
export function lineOfDeepNesting(text: string): number | undefined {
  let line = 1;
  let brackets = 0;
  let onThisLine = 0;
  for (const token of new Lexer().lex(text)) {
    switch (token) {
      case '{':
      case '[':
        brackets++;
        break;
      case '}':
      case ']':
        brackets = Math.max(0, brackets - 1);
        break;
      case '-':
      case '?':
      case ':':
        // Inside brackets they separate, and open nothing.
        if (brackets === 0) onThisLine++;
        break;
      default: {
        const breaks = token.split('\n').length - 1;
        if (breaks > 0) onThisLine = 0;
        line += breaks;
      }
    }
    if (brackets > maxDepth || onThisLine > maxDepth) return line;
  }
  return undefined;
}
