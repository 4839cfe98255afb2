import type { Inline } from './content.ts';

/**
 * Who speaks in a quote, in bold: what the campaign has marked (**Ana Ruiz, Director**), or all of it where nothing is
 * marked.
 */
export const withBold = (words: Inline[]): Inline[] =>
  hasStrong(words) ? words : [{ type: 'strong', children: words }];

const hasStrong = (words: readonly Inline[]): boolean =>
  words.some((word) => word.type === 'strong' || ('children' in word && hasStrong(word.children)));
