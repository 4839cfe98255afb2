const keyboardRows = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];

const minKeyboardRun = 4;

/** Whether a word consists of neighboring letters on a keyboard or in the alphabet, or of one repeated letter. */
export function isKeyboardRun(word: string): boolean {
  if (word.length < minKeyboardRun) return false;
  if (/^(.)\1+$/u.test(word)) return true;
  let rest = word;
  while (rest !== '') {
    const length = longestRunAt(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** Keys beside each other that a hand hits at once: three in a row. */
const handfuls = keyboardRows.slice(0, 3).flatMap((row) => [...row].map((_, at) => row.slice(at, at + 3)));

/** Whether a lowercase word has no vowel, or only letters of three keys beside each other: `sdkjfh`, `wqeqwe`. */
export const isMash = (word: string): boolean =>
  /^[bcdfghjklmnñpqrstvwxz]{6,}$/.test(word) ||
  (/^[a-zñ]{5,}$/.test(word) && handfuls.some((keys) => [...word].every((letter) => keys.includes(letter))));

/** How many letters at the beginning of `text` follow each other in `row`, in either direction. */
function longestRunAt(text: string): number {
  const rows = keyboardRows.flatMap((row) => [row, [...row].toReversed().join('')]);
  let longest = 0;
  for (const row of rows) {
    const from = row.indexOf(text[0] ?? '');
    let length = 0;
    while (from !== -1 && length < text.length && row[from + length] === text[length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
