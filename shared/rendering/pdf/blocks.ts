import type { Content } from 'pdfmake/interfaces.js';
import type { Block, Inline } from '../document/content.ts';
import type { Run, RunStyle } from './fonts.ts';
import { characterCount, inlineRuns } from './inline.ts';

const serif: RunStyle = { family: 'serif' };
const headingSizes = { 2: 13, 3: 12, 4: 11 };

/** Space after a paragraph, in points. */
export const paragraphGap = 8;

/**
 * A page has room for more than twice as many characters in any case. Text that is kept together must never be longer
 * than a page.
 */
const maxUnbrokenCharacters = 1500;

/** Whether a text is short enough to be kept on one page. */
export const fitsOnePage = (runs: readonly Run[]): boolean => characterCount(runs) <= maxUnbrokenCharacters;

/** A paragraph. One of up to about four lines is not split between pages. */
export const paragraph = (children: readonly Inline[]): Content => paragraphOf(inlineRuns(children, serif));

const paragraphOf = (text: Run[]): Content => ({
  text,
  margin: [0, 0, 0, paragraphGap],
  unbreakable: characterCount(text) <= 360,
});

/** Blocks of a letter or release. A heading stays on the page of the text below it. */
export function blockNodes(blocks: readonly Block[]): Content[] {
  const nodes: Content[] = [];
  let kept: Content[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') {
      kept.push(headingNode(block));
      continue;
    }
    const node = blockNode(block);
    const isKept =
      kept.length > 0 && block.type === 'paragraph' && fitsOnePage(inlineRuns(block.children, serif));
    if (isKept) nodes.push({ stack: [...kept, node], unbreakable: true });
    else nodes.push(...kept, node);
    kept = [];
  }
  return [...nodes, ...kept];
}

function headingNode({ level, children }: Block & { type: 'heading' }): Content {
  return {
    text: inlineRuns(children, { family: 'sans', bold: true }),
    fontSize: headingSizes[level],
    margin: [0, 6, 0, 4],
  };
}

function blockNode(block: Exclude<Block, { type: 'heading' }>): Content {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children);
    case 'list': {
      const items = block.items.map((item): Content => ({ stack: blockNodes(item) }));
      return block.ordered
        ? { ol: items, start: block.start, margin: [0, 0, 0, 2] }
        : { ul: items, margin: [0, 0, 0, 2] };
    }
    case 'quotation':
      return { stack: blockNodes(block.children), margin: [24, 0, 24, 0] };
    case 'code':
      return {
        text: block.text
          .replace(/\n$/, '')
          .split('\n')
          .flatMap((line, index) => [
            ...(index > 0 ? [{ text: '\n' }] : []),
            ...inlineRuns([{ type: 'code', text: line }], serif),
          ]),
        fontSize: 10,
        preserveLeadingSpaces: true,
        margin: [24, 0, 0, paragraphGap],
      };
    case 'rule':
      return { text: '* * *', alignment: 'center', margin: [0, 2, 0, paragraphGap] };
  }
}
