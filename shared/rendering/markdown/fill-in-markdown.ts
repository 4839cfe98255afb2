import type { TextFacts } from '../document/content.ts';
import { fillIn } from '../liquid/liquid.ts';

/** Private-use characters, one for each value. Markdown treats them as letters, so no value can act as Markdown. */
const first = 0xe000;
const last = 0xf8ff;
const standIn = /[\uE000-\uF8FF]/g;

/** An address of this site has no meaning in Markdown, so it is inserted directly and can also be used within `<…>`. */
const ownAddress = /^https?:\/\/[a-z0-9.:/-]+$/;

export interface FilledText {
  text: string;
  /** Inserts the values after Markdown has been parsed. */
  restore: (text: string) => string;
}

/** Prepares a text for the Markdown parser: each value is kept out until the parser is done. */
export function fillInMarkdown(source: string, facts: TextFacts): FilledText {
  const values: string[] = [];
  const text = fillIn(source.replace(standIn, '\uFFFD'), facts, (value) => {
    if (ownAddress.test(value)) return value;
    if (first + values.length > last) throw new RangeError('more values than a text can have');
    values.push(oneLine(value));
    return String.fromCharCode(first + values.length - 1);
  });
  return {
    text,
    restore: (part) => part.replace(standIn, (character) => values[character.charCodeAt(0) - first] ?? ''),
  };
}

/** Inserts the values into a text that is printed without Markdown, such as a headline. */
export function fillInPlain(source: string, facts: TextFacts): string {
  return fillIn(source, facts, oneLine);
}

/** Spaces that keep a line from breaking stay: French numbers have them. */
function oneLine(value: string): string {
  return value.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
}
