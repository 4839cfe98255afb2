import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Inline } from '../document/content.ts';
import { allowedHref } from './links.ts';

/** CommonMark without HTML, which is shown as text. `links.ts` checks and encodes addresses. */
const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: 100 });
markdown.validateLink = () => true;
markdown.normalizeLink = (address) => address;
markdown.normalizeLinkText = (address) => address;

/** Replaces the placeholders of values; see `fill-in-markdown.ts`. */
export type RestoreValues = (text: string) => string;

/** Reports what the content model cannot represent. The model keeps only its words. */
export type ReportRemoved = (finding: { what: 'link' | 'image'; address: string; line: number }) => void;

export interface MarkdownOptions {
  restore: RestoreValues;
  reportRemoved?: ReportRemoved;
}

/**
 * Parses a Markdown text into blocks. Whatever the text contains, the blocks are text, marks and links that may be
 * opened.
 */
export function blocksOf(source: string, options: MarkdownOptions): Block[] {
  const tokens = markdown.parse(source, {});
  return readBlocks({ tokens, next: 0 }, undefined, options);
}

/** Parses the Markdown of one paragraph: marks and links, without lists or headings. */
export function inlineOf(source: string, options: MarkdownOptions): Inline[] {
  const [token] = markdown.parseInline(source, {});
  return inlines(token?.children ?? [], 1, options);
}

interface Cursor {
  tokens: Token[];
  next: number;
}

function readBlocks(cursor: Cursor, until: string | undefined, options: MarkdownOptions): Block[] {
  const blocks: Block[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.next++];
    if (!token || token.type === until) return blocks;
    const block = readBlock(token, cursor, options);
    if (block) blocks.push(block);
  }
}

function readBlock(token: Token, cursor: Cursor, options: MarkdownOptions): Block | undefined {
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', children: readInline(cursor, options) };
    case 'heading_open':
      return { type: 'heading', level: headingLevel(token.tag), children: readInline(cursor, options) };
    case 'bullet_list_open':
      return {
        type: 'list',
        ordered: false,
        start: 1,
        items: readItems(cursor, 'bullet_list_close', options),
      };
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return { type: 'list', ordered: true, start, items: readItems(cursor, 'ordered_list_close', options) };
    }
    case 'blockquote_open':
      return { type: 'quotation', children: readBlocks(cursor, 'blockquote_close', options) };
    case 'code_block':
    case 'fence':
      return { type: 'code', text: options.restore([token.info, token.content].filter(Boolean).join('\n')) };
    case 'hr':
      return { type: 'rule' };
    default:
      return undefined;
  }
}

function headingLevel(tag: string): 2 | 3 | 4 {
  // The page's own title is the first level.
  if (tag === 'h1' || tag === 'h2') return 2;
  return tag === 'h3' ? 3 : 4;
}

function readItems(cursor: Cursor, until: string, options: MarkdownOptions): Block[][] {
  const items: Block[][] = [];
  for (;;) {
    const token = cursor.tokens[cursor.next++];
    if (!token || token.type === until) return items;
    if (token.type === 'list_item_open') items.push(readBlocks(cursor, 'list_item_close', options));
  }
}

function readInline(cursor: Cursor, options: MarkdownOptions): Inline[] {
  const token = cursor.tokens[cursor.next++];
  cursor.next++;
  return inlines(token?.children ?? [], (token?.map?.[0] ?? 0) + 1, options);
}

/**
 * Maximum depth of marks within marks. Only the words of deeper ones are kept, because rendering recurses as deep as
 * they do.
 */
const maxMarkDepth = 20;

function inlines(tokens: Token[], firstLine: number, options: MarkdownOptions): Inline[] {
  const top: Inline[] = [];
  const stack: { children: Inline[]; wrap?: (children: Inline[]) => Inline[] }[] = [{ children: top }];
  let line = firstLine;
  let tooDeep = 0;
  const open = (wrap: (children: Inline[]) => Inline[]) => {
    if (tooDeep > 0 || stack.length > maxMarkDepth) tooDeep++;
    else stack.push({ children: [], wrap });
  };
  const add = (...items: Inline[]) => stack.at(-1)?.children.push(...items);
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        add({ type: 'text', text: options.restore(token.content) });
        break;
      case 'code_inline':
        add({ type: 'code', text: options.restore(token.content) });
        break;
      case 'softbreak':
        line++;
        add({ type: 'text', text: ' ' });
        break;
      case 'hardbreak':
        line++;
        add({ type: 'break' });
        break;
      case 'image': {
        options.reportRemoved?.({ what: 'image', address: String(token.attrGet('src') ?? ''), line });
        add({ type: 'text', text: options.restore(token.content) });
        break;
      }
      case 'strong_open':
        open((children) => [{ type: 'strong', children }]);
        break;
      case 'em_open':
        open((children) => [{ type: 'emphasis', children }]);
        break;
      case 'link_open': {
        const address = options.restore(String(token.attrGet('href') ?? ''));
        const href = allowedHref(address);
        if (!href) options.reportRemoved?.({ what: 'link', address, line });
        open((children) => (href ? [{ type: 'link', href, children }] : children));
        break;
      }
      case 'strong_close':
      case 'em_close':
      case 'link_close': {
        if (tooDeep > 0) {
          tooDeep--;
          break;
        }
        const closed = stack.pop();
        add(...(closed?.wrap?.(joined(closed.children)) ?? []));
        break;
      }
      default:
        add({ type: 'text', text: options.restore(token.content) });
    }
  }
  return joined(top);
}

/** Joins neighboring texts and removes empty ones. */
function joined(items: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const item of items) {
    const last = result.at(-1);
    if (item.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { ...last, text: last.text + item.text };
    else if (item.type !== 'text' || item.text !== '') result.push(item);
  }
  return result;
}
