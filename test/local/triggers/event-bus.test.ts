import { describe, expect, test } from '@jest/globals';
import { inputFor } from '../../../local/triggers/event-bus.ts';

const event = {
  source: 'aws.ses',
  detail: { mail: { tags: { slug: ['harbor-trees'], 'a"b': ['<x>'] } }, at: '2026-11-24T12:00:00.000Z' },
};
const rule = { functionArn: 'arn:aws:lambda:x', pattern: { source: ['aws.ses'] } };

describe('a rule of the event bus', () => {
  test('gives its target the whole event, or what its transformer takes from it', () => {
    expect(inputFor(rule, event)).toBe(event);
    const paths = { 'slug-0': '$.detail.mail.tags.slug[0]', none: '$.detail.mail.tags.id[0]' };
    const transformer = { paths, template: '{"what":"bounced","slug":<slug-0>,"id":<none>}' };
    expect(inputFor({ ...rule, transformer }, event)).toEqual({
      what: 'bounced',
      slug: 'harbor-trees',
      id: '',
    });
  });

  test('puts what its transformer takes into a text, too', () => {
    const transformer = {
      paths: { slug: '$.detail.mail.tags.slug[0]' },
      template: '{"text":"of <slug>: \\"here\\""}',
    };
    expect(inputFor({ ...rule, transformer }, event)).toEqual({ text: 'of harbor-trees: "here"' });
  });

  test('gives nothing for an event that does not fit', () => {
    expect(inputFor({ ...rule, pattern: { source: ['aws.s3'] } }, event)).toBeUndefined();
    const pattern = { detail: { mail: { tags: { slug: ['harbor-trees', 'another'] } } } };
    expect(inputFor({ ...rule, pattern }, event)).toBe(event);
  });
});
