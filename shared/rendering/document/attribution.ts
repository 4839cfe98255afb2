import type { Inline } from './content.ts';

/**
 * The attribution of a quote with its name in bold: the words that the campaign has marked (**Ana Ruiz, Director**), or
 * from the name on if none are marked: said **Ana Ruiz, Director**. A name begins with the first word that has a
 * capital letter, or letters of a script without capitals. An attribution without a name has no bold words: he said.
 */
export function withBold(words: Inline[]): Inline[] {
  if (hasStrong(words)) return words;
  const [first, ...rest] = words;
  if (first?.type !== 'text') return hasName(words) ? [{ type: 'strong', children: words }] : words;
  const [before = ''] = first.text.match(wordsBeforeName) ?? [];
  const text = first.text.slice(before.length);
  const named: Inline[] = [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...rest];
  if (!hasName(named)) return words;
  const bold: Inline = { type: 'strong', children: named };
  return before === '' ? [bold] : [{ type: 'text', text: before }, bold];
}

const wordsBeforeName = /^(?:[^\s\p{Lu}\p{Lt}\p{Lo}]+\s+)+/u;

const hasStrong = (words: readonly Inline[]): boolean =>
  words.some((word) => word.type === 'strong' || ('children' in word && hasStrong(word.children)));

const hasName = (words: readonly Inline[]): boolean =>
  words.some((word) =>
    'children' in word ? hasName(word.children) : 'text' in word && /[\p{Lu}\p{Lt}\p{Lo}]/u.test(word.text),
  );
