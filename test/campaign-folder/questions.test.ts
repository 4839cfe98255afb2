import { describe, expect, test } from '@jest/globals';
import { folderFiles } from '../../shared/campaign-folder/write-folder.ts';
import { aLetter, read, readYamlWith, told } from './a-folder.ts';

const question = (keys: string): string => `questions: [{ ${keys} }]`;
const members = 'id: members, label: How many members do you have?, type: number, for: organizations';
const aTranslation = (keys: string): string =>
  aLetter.replace('---\n', `---\ntitle: Carta\nsummary: Los árboles.\n${keys}`);

describe('questions in campaign.yaml', () => {
  test('are read with their defaults, and pulled as they were written', () => {
    const { campaign, mistakes } = readYamlWith(
      `questions:\n  - { ${members} }\n  - { id: how-often, label: How often?, type: choice, options: [Weekly, Never], required: true }`,
      'newsletter: Send me news.',
      'thanks: { text: Thank you., link: { label: March, url: https://example.org/march } }',
    );
    expect(mistakes).toEqual([]);
    const { settings, gate } = campaign ?? {};
    expect(settings).toMatchObject({
      questions: [
        { id: 'members', type: 'number', for: 'organizations', required: false },
        { id: 'how-often', options: ['Weekly', 'Never'], for: 'both', required: true },
      ],
      newsletter: 'Send me news.',
      thanks: { text: 'Thank you.', link: { label: 'March', url: 'https://example.org/march' } },
    });
    if (!settings || !gate) throw new Error('no campaign');
    const files = folderFiles({
      settings,
      gate,
      letter: aLetter,
      release: undefined,
      translations: [],
      press: [],
    });
    const again = read({ 'campaign.yaml': files.get('campaign.yaml') ?? '' });
    expect(again.campaign?.settings).toEqual(settings);
  });

  test.each([
    ['email', 'is “email”, which is reserved'],
    ['Organization_Name', 'is “Organization_Name”, which is reserved'],
    ['source', 'is “source”, which is reserved'],
    ['constructor', 'is “constructor”, which is reserved'],
    ['__proto__', 'has the wrong form: “__proto__”'],
    ['two words', 'has the wrong form: “two words”'],
    ['1st', 'has the wrong form: “1st”'],
    ['a.b', 'has the wrong form: “a.b”'],
  ])('refuse the id %s, with the cure', (id, message) => {
    const reading = readYamlWith(question(`id: ${id}, label: What?, type: text`));
    expect(reading.mistakes).toEqual([
      expect.objectContaining({ file: 'campaign.yaml', line: 15, key: 'questions[1].id' }),
    ]);
    expect(reading.mistakes[0]?.message).toContain(message);
    expect(reading.mistakes[0]?.cure).toMatch(/members/);
  });

  test.each([
    [
      question('id: a, label: What?, type: date'),
      'questions[1].type must be text or number or choice or checkbox',
    ],
    [question('id: a, label: What?, type: choice'), 'questions[1].options is missing.'],
    [question('id: a, label: What?, type: choice, options: [One]'), 'questions[1].options'],
    [
      question('id: a, label: What?, type: choice, options: [One, one]'),
      'questions[1].options has two options',
    ],
    [question('id: a, label: What?, type: text, options: [One, Two]'), 'questions[1].options is only for'],
    [question('id: a, label: "What {{ letter.url }}?", type: text'), 'questions[1].label contains Liquid'],
    [question('id: a, label: What?, type: text, for: individuals'), 'questions[1].for asks nobody'],
    [question('id: a, label: What?, type: text, hint: x'), 'Unknown key questions[1].hint.'],
    [`questions: [{ ${members} }, { ${members} }]`, 'questions has two questions with the same id.'],
    [
      `questions: [${Array.from({ length: 6 }, (_, index) => `{ id: q${index}, label: What?, type: text }`).join(', ')}]`,
      'questions has more than 5 entries.',
    ],
    ['newsletter: "News {{ 1 }}"', 'newsletter contains Liquid'],
    ['thanks: Thank you', 'thanks must be a group of keys'],
    [
      'thanks: { text: Thanks, link: { label: Here, url: "javascript:alert(1)" } }',
      'thanks.link.url has the wrong form',
    ],
    ['showSignatories: never', 'showSignatories must be after-publication or always'],
  ])('refuse %s', (line, message) => {
    const { mistakes } = readYamlWith(line);
    expect(mistakes.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
    expect(mistakes[0]).toMatchObject({ file: 'campaign.yaml', line: 15 });
    expect(mistakes[0]?.cure).not.toBe('');
  });
});

describe('signatories before publication', () => {
  const messages = (...lines: string[]) => readYamlWith('showSignatories: always', ...lines);

  test('are shown only where somebody looks at them and counts are shown', () => {
    expect(messages('review: flagged').campaign?.settings.showSignatories).toBe('always');
    expect(told(messages('review: none', 'showProgress: false'))).toEqual([
      expect.stringContaining('campaign.yaml:15 showSignatories cannot be always with review: none'),
      expect.stringContaining('campaign.yaml:15 showSignatories cannot be always with showProgress: false'),
    ]);
    for (const { cure } of messages('review: none').mistakes) expect(cure).toContain('review: flagged');
    expect(readYamlWith('showSignatories: after-publication').mistakes).toEqual([]);
  });
});

describe('a translated letter', () => {
  const inYaml = [
    `questions: [{ ${members} }, { id: how, label: How?, type: choice, options: [Talk, Walk] }]`,
    'newsletter: Send me news.',
    'thanks: { text: Thank you. }',
    'attestation: I may sign.',
  ];
  const yaml = (lines: string[]) => {
    const { campaign } = readYamlWith(...lines);
    if (!campaign) throw new Error('no campaign');
    return (
      folderFiles({ ...campaign, letter: '', release: '', translations: [], press: [] }).get(
        'campaign.yaml',
      ) ?? ''
    );
  };
  const withLetter = (keys: string, lines = inYaml) =>
    read({ 'campaign.yaml': yaml(lines), 'letter.es.md': aTranslation(keys) });

  test('says the campaign’s own words in its language', () => {
    const { campaign, mistakes, warnings } = withLetter(
      [
        'attestation: Puedo firmar.',
        'questions: { members: { label: ¿Cuántos? }, how: { label: ¿Cómo?, options: [Hablar, Caminar] } }',
        'newsletter: Envíenme noticias.',
        'thanks: { text: Gracias. }\n',
      ].join('\n'),
    );
    expect(mistakes).toEqual([]);
    expect(warnings.filter((warning) => warning.includes('letter.es.md'))).toEqual([]);
    expect(campaign?.settings.translations?.es).toEqual({
      title: 'Carta',
      summary: 'Los árboles.',
      attestation: 'Puedo firmar.',
      questions: {
        members: { label: '¿Cuántos?' },
        how: { label: '¿Cómo?', options: ['Hablar', 'Caminar'] },
      },
      newsletter: 'Envíenme noticias.',
      thanks: { text: 'Gracias.' },
    });
  });

  test('is told what it leaves untranslated', () => {
    const { warnings } = withLetter('');
    for (const key of ['attestation', 'newsletter', 'thanks', 'questions.members', 'questions.how'])
      expect(warnings).toContainEqual(expect.stringContaining(`letter.es.md has no ${key}.`));
  });

  test.each([
    [
      'questions: { member: { label: ¿Cuántos? } }\n',
      'questions.member is not a question in campaign.yaml.',
      'members',
    ],
    ['questions: { how: { options: [Hablar] } }\n', 'questions.how.options has 1 options', 'same order'],
    [
      'questions: { members: { options: [Uno] } }\n',
      'questions.members.options belongs to a question without',
      'Remove',
    ],
    ['questions: { how: { label: "{{ x }}" } }\n', 'questions.how.label contains Liquid', 'plain text'],
  ])('with %s is told so', (keys, message, cure) => {
    const { mistakes } = withLetter(keys);
    expect(mistakes.map((each) => each.message)).toContainEqual(expect.stringContaining(message));
    const [mistake] = mistakes.filter((each) => each.message.includes(message));
    expect(mistake).toMatchObject({ file: 'letter.es.md', line: 4, cure: expect.stringContaining(cure) });
  });

  test('cannot offer what the campaign does not', () => {
    expect(told(withLetter('newsletter: Noticias.\n', []))).toEqual([
      'letter.es.md:4 newsletter is not in campaign.yaml.',
    ]);
  });
});
