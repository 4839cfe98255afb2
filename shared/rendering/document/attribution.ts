import type { Inline } from './content.ts';

/**
 * The attribution of a quote, in bold: the words that the campaign has marked (**Ana Ruiz, Director**), or all of it
 * if none are marked.
 */
export const withBold = (words: Inline[]): Inline[] =>
  hasStrong(words) ? words : [{ type: 'strong', children: words }];

const hasStrong = (words: readonly Inline[]): boolean =>
  words.some((word) => word.type === 'strong' || ('children' in word && hasStrong(word.children)));
