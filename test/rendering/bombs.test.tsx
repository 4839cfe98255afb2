import { describe, expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { mistakeTexts } from '../../shared/i18n/mistakes/texts.ts';
import { blocksText, inlineText } from '../../shared/rendering/document/content-text.ts';
import { checkLiquid } from '../../shared/rendering/liquid/liquid-check.ts';
import { fillInMarkdown, fillInPlain } from '../../shared/rendering/markdown/fill-in-markdown.ts';
import { blocksOf, inlineOf } from '../../shared/rendering/markdown/markdown.ts';
import { Blocks } from '../../shared/rendering/pages/content.tsx';
import { someFacts } from './facts.ts';

const asIs = { restore: (part: string): string => part };
const many = 10_000;

/** Sources that have brought other readers of Markdown to their knees, as long as a file may be. */
const bombs: Record<string, string> = {
  'quotations in quotations': `${'>'.repeat(many)} x`,
  'lists in lists': Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'),
  'lists on one line': `${'- '.repeat(many)}x`,
  'emphasis in emphasis': `${'*x '.repeat(many)}${'x*'.repeat(many)}`,
  'strong in strong': `${'**x '.repeat(many)}${'x**'.repeat(many)}`,
  'stars alone': `${'*'.repeat(50_000)}x${'*'.repeat(50_000)}`,
  'brackets that open': `${'['.repeat(many)}x`,
  'brackets that close, too': `${'['.repeat(many)}x${']'.repeat(many)}`,
  'links that are not closed': '[x]('.repeat(many),
  'pictures in links': '![['.repeat(many),
  'backticks of every length': Array.from({ length: 400 }, (_, length) => '`'.repeat(length + 1)).join(' '),
  'entities that are none': '&#'.repeat(many),
  'comments that are not closed': '<!--'.repeat(many),
  'addresses that are not closed': '<a@'.repeat(many),
  'one paragraph': 'word '.repeat(20_000),
  'one word': 'x'.repeat(100_000),
  backslashes: '\\'.repeat(100_000),
};

describe('Markdown that is meant to do harm', () => {
  test.each(Object.entries(bombs))('is read and written on page and in text: %s', (_name, source) => {
    const blocks = blocksOf(source, asIs);
    expect(blocksText(blocks)).toMatch(/[x\\&<`w!([>-]/);
    expect(renderToString(<Blocks of={blocks} below={1} />)).not.toMatch(/<(script|img|iframe)/);
    expect(inlineText(inlineOf(source, asIs)).length).toBeGreaterThan(0);
  });

  test('keeps every word of marks that are too deep', () => {
    const words = Array.from({ length: 300 }, (_, index) => `w${index}`);
    const source = `${words.map((word) => `*${word}`).join(' ')} ${words.map((word) => `${word}*`).join(' ')} end`;
    const text = inlineText(inlineOf(source, asIs)).replaceAll('*', '');
    expect(text.split(' ')).toEqual([...words, ...words, 'end']);
  });

  test.each([
    'https://example.org\\@evil.example/',
    'javascript\u200b:alert(1)',
    '\u0001javascript:alert(1)',
    'jav&#x09;ascript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    '//evil.example',
    '\\\\evil.example',
    'http://',
    'https:/evil.example',
    'blob:https://example.org/x',
    'view-source:https://example.org',
  ])('leads nowhere that is not http, https, mailto or tel: %j', (address) => {
    const [first] = inlineOf(`[x](<${address}>)`, asIs);
    const href = first?.type === 'link' ? first.href : 'https://none';
    expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(href).protocol);
    expect(new URL(href).hostname).not.toBe('evil.example');
  });
});

describe('Liquid that is meant to do harm', () => {
  const count = '{{ organizations.count }}';

  test.each([
    ['loops', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['tables', '{% tablerow i in (1..1000000000) %}x{% endtablerow %}'],
    ['ranges', '{% if (1..1000000000) contains 5 %}x{% endif %}'],
    ['includes', '{% include "/etc/passwd" %}'],
    ['renders', '{% render "../campaign.yaml" %}'],
    ['layouts', '{% layout "x" %}'],
    ['nested Liquid', '{% liquid\nfor i in (1..9)\necho i\nendfor %}'],
    ['prototypes', '{{ organizations.__proto__ }}'],
    ['constructors', '{{ campaign.title.constructor }}'],
    ['other keys', '{{ organizations["count"] }}'],
    ['other filters', '{{ campaign.title | append: campaign.title }}'],
    ['variables', '{% capture x %}{{ campaign.title }}{% endcapture %}'],
    ['steps that are none', '{{ organizations.count | round_down: -1 }}'],
    ['steps that are sums', '{{ organizations.count | round_down: 1e309 }}'],
  ])('is refused with its place and a cure: %s', (_name, text) => {
    const [first] = checkLiquid(`two\nlines ${text}`);
    expect(first?.offset).toBe('two\nlines '.length);
    const { message, cure } = first?.words(mistakeTexts('en')) ?? {};
    expect(message).toMatch(/\.$/);
    expect(cure).toMatch(/\w{3}/);
  });

  test('prints no more than a few times what it is', () => {
    const steps = `{{ organizations.count${' | round_down: 10'.repeat(1000)} }}`;
    const huge = `{{ organizations.count | over: ${'9'.repeat(400)} }}`;
    const title = { campaignTitle: 'x'.repeat(200) };
    for (const [text, length] of [
      [count.repeat(1000), 3000],
      [steps, 3],
      [huge, 3],
      ['{{ campaign.title }}'.repeat(1000), 200_000],
      [`{% if ${'not '.repeat(5000)}true %}x{% endif %}`, 1],
    ] as const) {
      expect(checkLiquid(text)).toEqual([]);
      expect(fillInPlain(text, someFacts(title))).toHaveLength(length);
    }
  });

  test('cannot smuggle Markdown or HTML in with a value', () => {
    const facts = someFacts({ campaignTitle: '</p><script>alert(1)</script>[x](javascript:y)' });
    const filled = fillInMarkdown('{{ campaign.title }}', facts);
    const html = renderToString(<Blocks of={blocksOf(filled.text, filled)} below={1} />);
    expect(html).toBe('<p>&lt;/p>&lt;script>alert(1)&lt;/script>[x](javascript:y)</p>');
  });
});
