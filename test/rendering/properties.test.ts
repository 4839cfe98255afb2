import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../shared/i18n/language.ts';
import type { Block, Inline } from '../../shared/rendering/document/content.ts';
import { blocksText, inlineText } from '../../shared/rendering/document/content-text.ts';
import { checkLiquid } from '../../shared/rendering/liquid/liquid-check.ts';
import { fillInMarkdown, fillInPlain } from '../../shared/rendering/markdown/fill-in-markdown.ts';
import { allowedHref } from '../../shared/rendering/markdown/links.ts';
import { blocksOf, inlineOf } from '../../shared/rendering/markdown/markdown.ts';
import { addQuotationMarks } from '../../shared/rendering/markdown/quotation.ts';
import { runs } from '../support/suite.ts';
import { someFacts } from './facts.ts';

const asIs = { restore: (part: string) => part };

/** Text with a liking for what Markdown, HTML and Liquid give a meaning. */
const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '`',
          '```',
          '[',
          ']',
          '(',
          ')',
          '](',
          '<',
          '>',
          '&',
          '\\',
          '#',
          '- ',
          '1. ',
          '> ',
          '\n',
        ],
        ...[
          '\n\n',
          '    ',
          '{{',
          '}}',
          '{%',
          '%}',
          '|',
          '"',
          '“',
          '”',
          '’',
          '<script>',
          'javascript:',
          'https://a.b',
        ],
        ...['mailto:', '&#10;', '![', ']: ', '---', 'organizations.count', 'if', 'endif', '\uE000', '\u202E'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const words = fc.array(fc.stringMatching(/^[a-zñáé]{1,8}$/), { minLength: 1, maxLength: 40 });

function inlinesOf(blocks: Block[]): Inline[] {
  const within = (block: Block): Inline[] => {
    if (block.type === 'paragraph' || block.type === 'heading') return block.children;
    if (block.type === 'list') return block.items.flatMap(inlinesOf);
    return block.type === 'quotation' ? inlinesOf(block.children) : [];
  };
  const deep = (inline: Inline): Inline[] =>
    ['children' in inline ? inline.children.flatMap(deep) : [], inline].flat();
  return blocks.flatMap(within).flatMap(deep);
}

describe('Whatever is in a text', () => {
  test('nothing in the model opens anything but http, https, mailto and tel', () => {
    fc.assert(
      fc.property(wild, (source) => {
        for (const inline of inlinesOf(blocksOf(source, asIs)))
          if (inline.type === 'link') {
            expect(inline.href).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
            expect(inline.href).not.toMatch(/[\s<>"]/);
          }
      }),
      { numRuns: runs(500) },
    );
  });

  test('an allowed address is what a browser takes it for', () => {
    const schemes = fc.constantFrom(
      'javascript',
      'https',
      'http',
      'data',
      'mailto',
      'tel',
      'JAVASCRIPT',
      'x',
    );
    const address = fc.tuple(fc.string(), schemes, fc.constantFrom(':', '://', '&#58;', '\t:'), fc.string());
    fc.assert(
      fc.property(address, (parts) => {
        const href = allowedHref(parts.join(''));
        if (href) expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(href).protocol);
      }),
      { numRuns: runs(500) },
    );
  });

  test('a value is printed as it is and changes nothing around it', () => {
    fc.assert(
      fc.property(wild, (title) => {
        // A no-break space stays as it is.
        const withPlainSpaces = title.replace(/\u00A0/g, ' ');
        const facts = someFacts({ campaignTitle: withPlainSpaces });
        const filled = fillInMarkdown('**before** {{ campaign.title }} after', facts);
        const printed = withPlainSpaces.replace(/\s+/g, ' ').trim();
        expect(blocksOf(filled.text, filled)).toEqual([
          {
            type: 'paragraph',
            children: [
              { type: 'strong', children: [{ type: 'text', text: 'before' }] },
              { type: 'text', text: ` ${printed} after` },
            ],
          },
        ]);
      }),
      { numRuns: runs(300) },
    );
  });

  test('what the check passes can be filled in', () => {
    fc.assert(
      fc.property(wild, (source) => {
        if (checkLiquid(source).length > 0) return;
        const filled = fillInMarkdown(source, someFacts());
        blocksOf(filled.text, filled);
        expect(typeof fillInPlain(source, someFacts())).toBe('string');
      }),
      { numRuns: runs(500) },
    );
  });

  test('no word is lost on the way to the model and to plain text', () => {
    const marked = fc
      .tuple(words, fc.array(fc.constantFrom(' ', '\n', '\n\n', '\n> ', '\n- ', ' **', '** ', ' `')))
      .map(([list, marks]) => list.map((word, index) => `${word}${marks[index] ?? ' '}`).join(''));
    fc.assert(
      fc.property(marked, (source) => {
        const wordsOf = (text: string) => text.match(/[a-zñáé]+/g) ?? [];
        expect(wordsOf(blocksText(blocksOf(source, asIs)))).toEqual(wordsOf(source));
      }),
      { numRuns: runs(300) },
    );
  });

  test('quotation marks change nothing but quotation marks', () => {
    const language = fc.constantFrom(...languages);
    fc.assert(
      fc.property(fc.array(wild, { minLength: 1, maxLength: 4 }), language, (sources, in_) => {
        const paragraphs = sources.map((source) => inlineOf(source, asIs));
        // The space inside of « » belongs to the mark.
        const bare = (items: Inline[]) =>
          inlineText(items)
            .replace(/«\s?|\s?»|[“”‘’"]/g, '')
            .trim();
        expect(addQuotationMarks(paragraphs, in_).map(bare)).toEqual(paragraphs.map(bare));
      }),
      { numRuns: runs(300) },
    );
  });
});
