import { describe, expect, test } from '@jest/globals';
import { withBold } from '../../../shared/rendering/document/attribution.ts';
import type { Inline } from '../../../shared/rendering/document/content.ts';

const say = (text: string): Inline => ({ type: 'text', text });
const marked = (words: Inline[]): string =>
  words
    .map((word) => {
      if (!('children' in word)) return 'text' in word ? word.text : '\n';
      return word.type === 'strong' ? `**${marked(word.children)}**` : marked(word.children);
    })
    .join('');

describe('an attribution', () => {
  test.each([
    ['said Ana Ruiz, director of Harbor Families.', 'said **Ana Ruiz, director of Harbor Families.**'],
    ['a dit la présidente Zoë Lindqvist.', 'a dit la présidente **Zoë Lindqvist.**'],
    ['aux dires d’Ana Ruiz.', 'aux dires **d’Ana Ruiz.**'],
    ['– Ana Ruiz', '– **Ana Ruiz**'],
    [
      'Ben Okafor, Organizer, Dock Workers United, said:',
      '**Ben Okafor, Organizer, Dock Workers United, said:**',
    ],
    ['said 田中 花子', 'said **田中 花子**'],
    ['she said.', 'she said.'],
  ])('is in bold from its name on: %s', (written, printed) => {
    expect(marked(withBold([say(written)]))).toBe(printed);
  });

  test('is in bold where the campaign has marked it, and nowhere else', () => {
    const words: Inline[] = [
      say('said '),
      { type: 'strong', children: [say('Ana Ruiz')] },
      say(' in Harbor City.'),
    ];
    expect(withBold(words)).toEqual(words);
  });

  test('keeps a link in its name', () => {
    const link: Inline = { type: 'link', href: 'https://example.org', children: [say('Ana Ruiz')] };
    expect(withBold([say('said '), link, say('.')])).toEqual([
      say('said '),
      { type: 'strong', children: [link, say('.')] },
    ]);
    expect(withBold([link])).toEqual([{ type: 'strong', children: [link] }]);
  });
});
