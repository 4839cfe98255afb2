const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const drawsNothing = /[\p{M}\p{Cf}]/u;
const emoji = /\p{Emoji_Presentation}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * How many columns of a terminal a text takes: Han, Kana, Hangul and emoji take two each, accents none
 * (https://www.unicode.org/reports/tr11/).
 */
export function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
  return width;
}

function widthOf(grapheme: string): number {
  const [first = ''] = grapheme;
  if (wide.test(first) || emoji.test(grapheme)) return 2;
  return drawsNothing.test(first) ? 0 : 1;
}

/** The beginning of a text that takes no more columns than `max`, with … if something is left out. */
export function cutToWidth(text: string, max: number): string {
  if (textWidth(text) <= max) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept + segment) > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
