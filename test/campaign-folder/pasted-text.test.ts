import { describe, expect, test } from '@jest/globals';
import { glyphWarnings } from '../../shared/campaign-folder/glyph-warnings.ts';
import { warningsIn } from '../../shared/campaign-folder/in-words.ts';
import { pastedTextWarnings } from '../../shared/campaign-folder/pasted-text.ts';
import { aCampaignYaml, aLetter, aRelease, read } from './a-folder.ts';

/** The body of `aLetter` begins on line 6, and what is added on line 10. */
const warningsOf = (added: string): string[] => {
  const { campaign } = read({ 'letter.md': `${aLetter}\n${added}\n` });
  return campaign ? warningsIn('en', pastedTextWarnings(campaign)) : ['a mistake'];
};

describe('what was pasted from a word processor or a page', () => {
  test.each([
    ['<p class="MsoNormal">Dear all</p>', 'letter.md, line 10: “<p class="MsoNormal">” is HTML'],
    ['One\n\n<o:p></o:p>\n\nTwo<br/>', 'letter.md, lines 12 and 14: “<o:p>” is HTML'],
    ['<!-- StartFragment -->', 'letter.md, line 10: “<!--” is HTML'],
    ['Keep <b>all</b> trees', 'letter.md, line 10: “<b>” is HTML'],
    [
      '•\tKeep\n•\tthe\n•\ttrees',
      'letter.md, lines 10, 11 and 12: “•” makes no list. Begin each point with a hyphen',
    ],
    ['·  Keep', 'letter.md, line 10: “·” makes no list'],
    ['▪ Keep', 'letter.md, line 10: “▪” makes no list'],
    ['o\tKeep', 'letter.md, line 10: “o” makes no list'],
    ['\uF0B7\tKeep', 'letter.md, line 10: “\uF0B7” makes no list'],
    ['– Keep\n– the trees', 'letter.md, lines 10 and 11: “–” makes no list'],
    ['(1) Keep\n(2) the trees', 'letter.md, lines 10 and 11: “(1)” makes no list'],
    ['a) Keep\nb) the trees', 'letter.md, lines 10 and 11: “a)” makes no list'],
    ['<p class="MsoNormal"\nstyle="x">Keep', 'letter.md, line 10: “<p class=” is HTML'],
    ['<![if !supportLists]>Keep<![endif]>', 'letter.md, line 10: “<![” is HTML'],
    ['o   Keep', 'letter.md, line 10: “o” makes no list'],
    ['-\u00A0Keep', 'letter.md, line 10: “-” makes no list'],
    ['\u00A0\u00A0- Keep', 'letter.md, line 10: “-” makes no list'],
    ['1.\u00A0Keep\n2.\u00A0the trees', 'letter.md, lines 10 and 11: “1.” makes no list'],
    ['➤ Keep', 'letter.md, line 10: “➤” makes no list'],
    ['→ Keep\n→ the trees', 'letter.md, lines 10 and 11: “→” makes no list'],
    ['-Keep\n-the trees', 'letter.md, lines 10 and 11: “-” makes no list'],
    ['1.Keep\n2.the trees', 'letter.md, lines 10 and 11: “1.” makes no list'],
    ['A) Keep\nB) the trees', 'letter.md, lines 10 and 11: “A)” makes no list'],
    ['i. Keep\nii. the trees', 'letter.md, lines 10 and 11: “i.” makes no list'],
    ['1 - Keep\n2 - the trees', 'letter.md, lines 10 and 11: “1 -” makes no list'],
    ['Donâ€™t cut Ã¡rboles', 'letter.md, line 10: “Donâ€™t” is a text that was saved in one encoding'],
    ['    Keep the trees.', 'letter.md, line 10: an indented paragraph is printed in typewriter letters'],
    ['\tKeep the trees.', 'letter.md, line 10: an indented paragraph'],
  ])('%j is named with its line and cure', (added, warning) =>
    expect(warningsOf(added)).toEqual([expect.stringContaining(warning)]),
  );

  test('a line of many letters is read at once', () => {
    const start = performance.now();
    expect(warningsOf('a'.repeat(90_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('many lines are named as a number', () =>
    expect(warningsOf(Array.from({ length: 9 }, () => '• Keep').join('\n'))).toEqual([
      expect.stringContaining('letter.md, lines 10, 11, 12, 13, 14 and 4 more: '),
    ]));

  test('a text that # cuts off is named, and a comment is none', () => {
    const warningsOfYaml = (title: string) => {
      const { campaign } = read({ 'campaign.yaml': aCampaignYaml.replace('Letter on the Trees', title) });
      return campaign ? warningsIn('en', pastedTextWarnings(campaign)) : ['a mistake'];
    };
    expect(warningsOfYaml('We are #1 in trees')).toEqual([
      expect.stringContaining('campaign.yaml, line 3: “#1 in trees” begins with #'),
    ]);
    for (const title of [
      'Trees # our letter',
      '"We are #1"',
      'Letter#1',
      "'We are #1' # quoted",
      '>\n  Note: we are #1 in trees.',
    ])
      expect(warningsOfYaml(title)).toEqual([]);
    const release = aRelease.replace('contacts:', 'dateline: Pier #2, N.Y.\ncontacts:');
    const { campaign } = read({ 'release.md': release });
    expect(campaign && warningsIn('en', pastedTextWarnings(campaign))).toEqual([
      expect.stringContaining('release.md, line 3: “#2, N.Y.” begins with #'),
    ]);
  });

  test('curly quotation marks around a whole text among the keys are named', () => {
    const warningsOfKeys = (from: string, to: string) => {
      const { campaign } = read({ 'letter.md': aLetter.replace(from, to) });
      return campaign ? warningsIn('en', pastedTextWarnings(campaign)) : ['a mistake'];
    };
    expect(warningsOfKeys('Keep the Trees', '“Keep the Trees”')).toEqual([
      'letter.md, line 3: “Keep the Trees” is printed with its curly quotation marks. If they only stand around a text, use straight ones (").',
    ]);
    expect(warningsOfKeys('"Respectfully,"', '“Respectfully,”')).toEqual([
      expect.stringContaining('letter.md, line 4: “Respectfully,”'),
    ]);
    for (const subject of ['Keep “the” Trees', '“Keep” the “Trees”', '"“Keep the Trees”"'])
      expect(warningsOfKeys('Keep the Trees', subject)).toEqual([]);
  });

  test('is told of a quote in a release, too', () => {
    const { campaign } = read({ 'release.md': aRelease.replace('Keep them,', 'Keep <i>them</i>,') });
    expect(campaign && warningsIn('en', pastedTextWarnings(campaign))).toEqual([
      expect.stringContaining('release.md, line 4: “<i>”'),
    ]);
  });

  test.each([
    'Write to <https://example.org> or <ana@example.org>.',
    '- Keep\n- the trees\n\n    A second paragraph of the point.\n\n1. One\n2. Two',
    'We say it – and\n– as always – we mean it.\n\n– Keep the trees.',
    'A < B and C > D, 3 <4',
    'I. Keep the trees.',
    '*Keep*\n*the trees*',
    '→ Keep the trees.',
    'CORAÇÃO e ÂNGULO, “Ã” is a letter [if possible]',
    'Keep * the · trees (1) and (2)',
    'One\n    continued line',
    'M. Tremblay\nM. Roy\nI. Ruiz\nV. Cruz',
    'a) Keep  \nb) the trees  ',
    '10 - 12 people\n11 - 14 people',
    '© 2026 Harbor\n© 2025 Trees\n® One\n® Two',
  ])('%j is nothing of that kind', (added) => expect(warningsOf(added)).toEqual([]));
});

test('of characters that the PDF cannot print, ten are named and the others counted', () => {
  const { campaign } = read({ 'letter.md': `${aLetter}\n日一二三四五六七八九十百千万上下左右中大\n` });
  expect(campaign && warningsIn('en', glyphWarnings(campaign))).toEqual([
    expect.stringMatching(/日 \(U\+65E5\), .*九 \(U\+4E5D\), and 10 more\.$/),
  ]);
});
