import type { ComponentChildren, VNode } from 'preact';
import type { Block, Inline } from '../document/content.ts';
import { isSafeLink } from '../document/safe-text.ts';

/** Inline content of a letter or release, with its marks and links. */
export function Inlines({ of }: { of: readonly Inline[] }): VNode {
  return <>{of.map(renderInline)}</>;
}

function renderInline(inline: Inline): ComponentChildren {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      );
    case 'link':
      return isSafeLink(inline.href) ? (
        <a href={inline.href}>
          <Inlines of={inline.children} />
        </a>
      ) : (
        <Inlines of={inline.children} />
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
  }
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Paragraphs, lists and other blocks. `below` is the level of the heading above them, so that no level is skipped. */
export function Blocks({ of, below }: { of: readonly Block[]; below: 1 | 2 | 3 }): VNode {
  return <>{of.map((block) => renderBlock(block, below))}</>;
}

function renderBlock(block: Block, below: 1 | 2 | 3): VNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = headings[block.level + below - 3] ?? 'h6';
      return (
        <Heading>
          <Inlines of={block.children} />
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          <Item of={item} below={below} />
        </li>
      ));
      if (!block.ordered) return <ul>{items}</ul>;
      return block.start === 1 ? <ol>{items}</ol> : <ol start={block.start}>{items}</ol>;
    }
    case 'quotation':
      return (
        <blockquote>
          <Blocks of={block.children} below={below} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
  }
}

/** A list item with only one paragraph needs no paragraph element. */
function Item({ of, below }: { of: readonly Block[]; below: 1 | 2 | 3 }): VNode {
  const [only, another] = of;
  return only?.type === 'paragraph' && !another ? (
    <Inlines of={only.children} />
  ) : (
    <Blocks of={of} below={below} />
  );
}
