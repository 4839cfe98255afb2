import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../../shared/rendering/document/content.ts';
import { fillInMarkdown } from '../../../shared/rendering/markdown/fill-in-markdown.ts';
import { blocksOf, inlineOf } from '../../../shared/rendering/markdown/markdown.ts';
import { someFacts } from '../facts.ts';

const blocks = (text: string): Block[] => blocksOf(text, { restore: (part) => part });
const text = (of: string) => ({ type: 'text', text: of });

/** As a campaign's text is read: Liquid first, then Markdown. */
const read = (source: string, facts = someFacts()): Block[] => {
  const filled = fillInMarkdown(source, facts);
  return blocksOf(filled.text, filled);
};

describe('Markdown', () => {
  test('becomes paragraphs with marks and links; line ends of the source are spaces', () => {
    expect(blocks('One **two**\n*three* `four`\\\nfive\n\n[six](https://example.org/a%20b "t")')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('One '),
          { type: 'strong', children: [text('two')] },
          text(' '),
          { type: 'emphasis', children: [text('three')] },
          text(' '),
          { type: 'code', text: 'four' },
          { type: 'break' },
          text('five'),
        ],
      },
      {
        type: 'paragraph',
        children: [{ type: 'link', href: 'https://example.org/a%20b', children: [text('six')] }],
      },
    ]);
  });

  test('becomes headings, lists, quotations, code and rules', () => {
    const paragraph = (of: string) => ({ type: 'paragraph', children: [text(of)] });
    expect(blocks('# a\n### b\n\n3. c\n4. d\n   - e\n\n> f\n\n    g\n\n---')).toEqual([
      { type: 'heading', level: 2, children: [text('a')] },
      { type: 'heading', level: 3, children: [text('b')] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [paragraph('c')],
          [paragraph('d'), { type: 'list', ordered: false, start: 1, items: [[paragraph('e')]] }],
        ],
      },
      { type: 'quotation', children: [paragraph('f')] },
      { type: 'code', text: 'g\n' },
      { type: 'rule' },
    ]);
  });

  test('shows HTML as the text that it is', () => {
    const source = '<script>alert(1)</script> <b onclick="x">bold</b> &lt;i&gt; <!-- c -->';
    expect(blocks(source)).toEqual([
      { type: 'paragraph', children: [text(source.replace('&lt;i&gt;', '<i>'))] },
    ]);
  });

  test('keeps the author’s marks as they are typed', () => {
    const source = '"straight" -- (c) ... ’curly’ “quotes” ñ';
    expect(blocks(source)).toEqual([{ type: 'paragraph', children: [text(source)] }]);
  });

  test.each([
    'https://example.org/path?a=b#c',
    'http://example.org',
    'mailto:ana@example.org',
    'tel:+15185550142',
  ])('opens %s', (href) => {
    expect(inlineOf(`[x](${href})`, { restore: (part) => part })).toEqual([
      { type: 'link', href, children: [text('x')] },
    ]);
  });

  test.each([
    'javascript:alert%281%29',
    'JaVaScRiPt:alert%281%29',
    'java&#10;script:alert%281%29',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https:example.org',
    'https://',
    '//example.org',
    '/path',
    'page',
    '#',
    '#part',
    '',
    'mailto:',
    'tel:x',
    'ftp://example.org',
  ])('does not open %j, and keeps the words', (address) => {
    const told: string[] = [];
    const reportRemoved = ({ what }: { what: string }) => told.push(what);
    expect(inlineOf(`[x](<${address}>)`, { restore: (part) => part, reportRemoved })).toEqual([text('x')]);
    expect(told).toEqual(['link']);
  });

  test('has no pictures, but their words', () => {
    expect(blocks('a ![b](https://example.org/c.png)')).toEqual([
      { type: 'paragraph', children: [text('a b')] },
    ]);
  });
});

describe('Values in Markdown', () => {
  test('are never read as Markdown, wherever they stand', () => {
    const campaignTitle = '*T* [x](javascript:y) `c` <b> # > - 1. \\ & &amp; “q” {{ organizations.count }}';
    const source =
      '{{ campaign.title }}\n\n# {{ campaign.title }}\n\n[{{ campaign.title }}](https://example.org)';
    expect(read(source, someFacts({ campaignTitle }))).toEqual([
      { type: 'paragraph', children: [text(campaignTitle)] },
      { type: 'heading', level: 2, children: [text(campaignTitle)] },
      {
        type: 'paragraph',
        children: [{ type: 'link', href: 'https://example.org', children: [text(campaignTitle)] }],
      },
    ]);
  });

  test('at the beginning of a line begin no list', () => {
    expect(read('{{ organizations.count }}. And on.')).toEqual([
      { type: 'paragraph', children: [text('171. And on.')] },
    ]);
  });

  test('can be emphasized, and stand in code', () => {
    expect(read('**{{ organizations.count }}**x `{{ campaign.title }}`')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [text('171')] },
          text('x '),
          { type: 'code', text: 'Keep the Trees' },
        ],
      },
    ]);
  });

  test('can be where a link leads, in each of its forms', () => {
    const { letterUrl: href } = someFacts();
    const sources = ['[x]({{ letter.url }})', '[x](<{{ letter.url }}>)', '[x][1]\n\n[1]: {{ letter.url }}'];
    for (const source of sources)
      expect(read(source)).toEqual([
        { type: 'paragraph', children: [{ type: 'link', href, children: [text('x')] }] },
      ]);
    expect(read('<{{ letter.url }}>')).toEqual([
      { type: 'paragraph', children: [{ type: 'link', href, children: [text(href)] }] },
    ]);
  });

  test('that are no address are no link', () => {
    expect(read('[x]({{ campaign.title }})', someFacts({ campaignTitle: 'javascript:alert(1)' }))).toEqual([
      { type: 'paragraph', children: [text('x')] },
    ]);
  });

  test('cannot be forged with characters for private use', () => {
    expect(read('\uE000 {{ organizations.count }}')).toEqual([
      { type: 'paragraph', children: [text('\uFFFD 171')] },
    ]);
  });
});
