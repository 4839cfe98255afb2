import { describe, expect, test } from '@jest/globals';
import { pastTimeWarnings } from '../../shared/campaign-folder/past-times.ts';
import { aCampaignYaml, read, readYamlWith, told } from './a-folder.ts';

describe('A folder that an organizer made by hand', () => {
  test.each([
    ['EST', 'America/New_York'],
    ['Central Time', 'America/Chicago'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Mountain Standard Time', 'America/Denver'],
    ['MST', 'America/Denver'],
    ['Hawaii', 'Pacific/Honolulu'],
  ])('is told which zone %s means', (typed, zone) => {
    const { mistakes } = readYamlWith(`timeZone: ${typed}`);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]?.message).toContain(`did you mean ${zone}?`);
  });

  test.each(['America/New_York', 'Europe/Madrid', 'UTC'])('may name the zone %s', (zone) => {
    expect(readYamlWith(`timeZone: ${zone}`).mistakes).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'with the key %s is told that it is unknown',
    (key) => {
      const { mistakes } = read({ 'campaign.yaml': `${aCampaignYaml}${key}: 1\n` });
      expect(mistakes).toMatchObject([{ message: `Unknown key ${key}.` }]);
      expect(mistakes[0]?.cure).not.toContain('[');
    },
  );

  test('with curly quotation marks is told to use straight ones', () => {
    const { mistakes } = read({ 'campaign.yaml': `${aCampaignYaml}““00:00””: 1\n` });
    expect(mistakes[0]?.cure).toContain('straight quotation marks');
    const [inValue] = readYamlWith('visibility: “public”').mistakes;
    expect(inValue?.cure).toContain('straight quotation marks');
    const [withColon] = readYamlWith('title: “Trees: a letter”').mistakes;
    expect(withColon?.cure).toContain('straight quotation marks');
  });

  test.each([
    'title: Lettre : « Sauvons les arbres »',
    'title: Carta: «Salvemos»',
    'title: The ‘Āina: our home',
    'attestation: I said: “yes”',
  ])('with a colon in %j is told to put the text in quotation marks', (line) =>
    expect(readYamlWith(line).mistakes[0]?.cure).toContain(
      'Put a text that contains a colon in quotation marks',
    ),
  );

  test.each(['1,700', '1.700', '1 700', '1\u202F700'])(
    'with the number %s is told to write it plainly',
    (typed) => {
      const { mistakes } = read({
        'campaign.yaml': aCampaignYaml.replace('{ organizations: 170 }', `\n    organizations: ${typed}`),
      });
      expect(mistakes.map(({ cure }) => cure)).toEqual([
        'Write the number without thousands separators: 1700',
      ]);
    },
  );

  test('with a file far too large is told so once and at once', () => {
    const keys = Array.from({ length: 12_000 }, (_, at) => `key${at}: 1`).join('\n');
    expect(told(read({ 'campaign.yaml': `${aCampaignYaml}${keys}\n` }))).toEqual([
      expect.stringContaining('The limit is 50000 bytes.'),
    ]);
  });

  test('with a file in another encoding is told only that', () => {
    const wide = [...aCampaignYaml].map((letter) => `${letter}\0`).join('');
    const mistakes = told(read({ 'campaign.yaml': wide }));
    expect(mistakes).toEqual(['campaign.yaml:1 This line contains a character that cannot be read.']);
  });

  test('with one broken letter is told of it, and of what else is wrong', () => {
    const { mistakes } = read({ 'campaign.yaml': `# \uFFFD\n${aCampaignYaml.replace('en\n', 'xx\n')}` });
    expect(mistakes.map(({ line }) => line)).toEqual([1, 6]);
  });

  test('with a thousand unknown keys is told of twenty and how many more there are', () => {
    const keys = Array.from({ length: 1000 }, (_, at) => `key${at}: 1`).join('\n');
    const { mistakes } = read({ 'campaign.yaml': `${aCampaignYaml}${keys}\n` });
    expect(mistakes).toHaveLength(21);
    expect(mistakes.at(-1)?.message).toBe('There are 980 more unknown keys.');
  });

  test.each([
    ['campaign.yml', 'campaign.yaml', 'Rename campaign.yml to campaign.yaml.'],
    ['letter.docx', 'letter.md', 'Copy the text of letter.docx into a plain text file named letter.md.'],
    ['release.md.txt', 'release.md', 'Rename release.md.txt to release.md.'],
    ['Press Release.md', 'release.md', 'Rename Press Release.md to release.md.'],
    ['letter (1).md', 'letter.md', 'Rename letter (1).md to letter.md.'],
    ['letter.en.md', 'letter.md', 'Rename letter.en.md to letter.md.'],
    ['letter.es.md', 'letter.md', 'Copy it from campaigns/harbor-trees'],
    [
      'Carta abierta.docx',
      'letter.md',
      'Copy the text of Carta abierta.docx into a plain text file named letter.md.',
    ],
    ...['newsletter.md', 'letterhead.pdf', 'descarta.md'].map((name) => [name, 'letter.md', 'Copy it from']),
    ...['camping.md', 'package.json'].map((name) => [name, 'campaign.yaml', 'Copy it from']),
    ['release notes.md', 'release.md', 'Copy it from'],
    ['campaign', 'campaign.yaml', 'Rename campaign to campaign.yaml.'],
  ])('with %s is told what to do about %s', (there, missing, cure) => {
    const { mistakes } = read({ [missing]: null, [there]: '' });
    expect(mistakes.find(({ file }) => file === missing)?.cure).toContain(cure);
  });

  test('with a press list of semicolons is read as with commas', () => {
    const { campaign, mistakes } = read({
      'press-list.csv': 'sep=;\r\nemail;name;outlet\r\ndesk@example.com;;The Example Ledger, Metro\r\n',
    });
    expect(mistakes).toEqual([]);
    expect(campaign?.press).toEqual([{ email: 'desk@example.com', outlet: 'The Example Ledger, Metro' }]);
  });

  test('is warned of times that are over', () => {
    const { campaign } = readYamlWith('closes: 2026-12-31T23:59');
    if (!campaign) throw new Error('no campaign');
    expect(pastTimeWarnings(campaign, new Date('2026-12-01T00:00:00Z'))).toEqual([]);
    expect(pastTimeWarnings(campaign, new Date('2026-12-03T00:00:00Z'))).toHaveLength(1);
    expect(pastTimeWarnings(campaign, new Date('2027-01-01T06:00:00Z'))).toHaveLength(2);
  });
});
