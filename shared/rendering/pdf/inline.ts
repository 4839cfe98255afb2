import type { Inline } from '../document/content.ts';
import { isSafeLink } from '../document/safe-text.ts';
import { type Run, type RunStyle, runsOf } from './fonts.ts';

export const linkColor = '#1a4f8a';

/** Inline content as runs of one style each. */
export const inlineRuns = (items: readonly Inline[], style: RunStyle): Run[] =>
  items.flatMap((item) => itemRuns(item, style));

function itemRuns(item: Inline, style: RunStyle): Run[] {
  switch (item.type) {
    case 'text':
      return breakable(runsOf(item.text, style));
    case 'code':
      return breakable(runsOf(item.text, { ...style, family: 'sans' }));
    case 'break':
      return [{ text: '\n', font: style.family }];
    case 'strong':
      return inlineRuns(item.children, { ...style, bold: true });
    case 'emphasis':
      return inlineRuns(item.children, { ...style, italics: true });
    case 'link':
      return inlineRuns(
        item.children,
        isSafeLink(item.href) ? { ...style, link: item.href, color: linkColor } : style,
      );
  }
}

/** Longer than any real word or address. pdfmake would break such a text letter by letter, on each line again. */
const endless = /\S{120,}/gu;
const pieces = /.{1,40}/gsu;
const zeroWidthSpace = '\u200B';

const breakable = (runs: Run[]): Run[] =>
  runs.map((run) => ({
    ...run,
    text: run.text.replace(endless, (word) => (word.match(pieces) ?? []).join(zeroWidthSpace)),
  }));

/** The number of characters in runs, as an estimate of their length. */
export const characterCount = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + (text === '\n' ? 90 : text.length), 0);

/** Splits runs before a word, so that the second part has at most `tail` characters. */
export function splitRuns(runs: readonly Run[], tail: number): [Run[], Run[]] {
  let at = characterCount(runs) - tail;
  const before: Run[] = [];
  const after: Run[] = [];
  for (const run of runs) {
    if (after.length > 0 || at <= 0) {
      after.push(run);
      continue;
    }
    const space = run.text.indexOf(' ', at);
    if (run.text.length <= at || space < 0) {
      before.push(run);
      at -= run.text === '\n' ? 90 : run.text.length;
      continue;
    }
    before.push({ ...run, text: run.text.slice(0, space) });
    after.push({ ...run, text: run.text.slice(space + 1) });
  }
  return [before, after];
}
