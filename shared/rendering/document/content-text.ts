import type { Block, Inline } from './content.ts';

/** Inline content as plain text. A link becomes `text (address)`, or only its address if that is its text. */
export function inlineText(items: Inline[]): string {
  return items.map(itemText).join('');
}

function itemText(item: Inline): string {
  switch (item.type) {
    case 'text':
    case 'code':
      return item.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return inlineText(item.children);
    case 'link':
      return linkText(inlineText(item.children), item.href);
  }
}

function linkText(text: string, href: string): string {
  const address = href.replace(/^(mailto|tel):/, '');
  return text === href || text === address || text === '' ? address : `${text} (${address})`;
}

/** Blocks as plain text, with a blank line between them. A paragraph is one line. */
export function blocksText(blocks: Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return block.items
        .map((item, index) => itemWith(block.ordered ? `${block.start + index}. ` : '- ', item))
        .join('\n');
    case 'quotation':
      return prefixed(blocksText(block.children), '> ', '> ');
    case 'code':
      return prefixed(block.text.replace(/\n$/, ''), '    ', '    ');
    case 'rule':
      return '* * *';
  }
}

function itemWith(marker: string, item: Block[]): string {
  return prefixed(blocksText(item), marker, ' '.repeat(marker.length));
}

function prefixed(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : further}${line}`.trimEnd())
    .join('\n');
}
