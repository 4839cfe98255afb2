import { describe, expect, test } from '@jest/globals';
import { EPOCH } from '../../shared/campaign/gate.ts';
import { lineOfDeepNesting } from '../../shared/campaign-folder/yaml-nesting.ts';
import { aCampaignYaml, read, readYamlWith, told } from './a-folder.ts';

describe('campaign.yaml', () => {
  test('becomes settings with defaults filled in and local times resolved', () => {
    const { campaign, mistakes } = read();
    expect(mistakes).toEqual([]);
    expect(campaign?.settings).toEqual({
      slug: 'harbor-trees',
      title: 'Letter on the Trees',
      summary: 'Keep the trees.',
      language: 'en',
      timeZone: 'America/New_York',
      signatories: { organizations: true, individuals: false },
      visibility: 'public',
      showProgress: true,
      review: 'none',
      list: { groupBy: 'none', leads: [] },
      sender: { name: 'Shoreline Coalition', address: 'letters@example.org', replyTo: 'press@example.org' },
      organizers: [{ name: 'Ana Ruiz', email: 'ana@example.org' }],
      protectedNames: [{ name: 'Harbor Families', domain: 'example.org' }, { name: 'Harbor Commission' }],
      privacy: { contact: 'privacy@example.org', deletePersonalDataAfterDays: 180 },
    });
    expect(campaign?.gate).toEqual({
      thresholdOrganizations: 170,
      thresholdIndividuals: 0,
      notBefore: '2026-12-02T15:00:00.000Z',
      quotesApproved: 'yes',
    });
  });

  test('gives each organizer a role, and whoever has none is an owner', () => {
    const { campaign, mistakes } = readYamlWith(
      'organizers: [{ name: Ana, email: ana@example.org }, { name: Ben, email: ben@example.org, role: viewer }]',
    );
    expect(mistakes).toEqual([]);
    expect(campaign?.settings.organizers).toEqual([
      { name: 'Ana', email: 'ana@example.org' },
      { name: 'Ben', email: 'ben@example.org', role: 'viewer' },
    ]);
  });

  test.each([
    ['braces', `title: {{\n${'{'.repeat(40_000)}`, 2],
    ['brackets in braces', `title: Trees\nlist: ${'[{'.repeat(20_000)}`, 2],
    ['hyphens on one line', `list:\n  ${'- '.repeat(20_000)}x`, 2],
    ['question marks', '? '.repeat(20_000), 1],
    ['colons', `\n\n${': '.repeat(20_000)}`, 3],
  ])('that nests without end is told of at once, on its line: %s', (_name, source, line) => {
    const { campaign, mistakes } = read({ 'campaign.yaml': source });
    expect(campaign).toBeUndefined();
    expect(mistakes).toEqual([
      expect.objectContaining({ file: 'campaign.yaml', line, message: expect.stringContaining('too deep') }),
    ]);
  });

  test('may have any brackets in its texts, and many lists below each other', () => {
    const texts = ['"{{{{', "'[[[[", '|\n  {[{['].map((text, index) => {
      const closing = ['"', "'", ''][index] ?? '';
      return `note${index}: ${text}${'[{- '.repeat(200)}${closing}\n`;
    });
    const lists = `list:\n${'  - [a, { b: c }]\n'.repeat(100)}`;
    expect(lineOfDeepNesting(`${texts.join('')}${lists}`)).toBeUndefined();
    expect(lineOfDeepNesting(`${texts.join('')}${lists}${'[ '.repeat(21)}`)).toBe(106);
  });

  test('without a time the gate waits for none', () => {
    expect(readYamlWith('publication: { threshold: { organizations: 1 } }').campaign?.gate.notBefore).toBe(
      EPOCH,
    );
  });

  test('the minute in closes is the last in which one can sign', () => {
    const { campaign } = readYamlWith('closes: 2026-12-31T23:59');
    expect(campaign?.settings.closesAt).toBe('2027-01-01T05:00:00.000Z');
  });

  test('replies go to the sender unless another address is given', () => {
    const { campaign } = readYamlWith('sender: { name: Coalition, address: letters@example.org }');
    expect(campaign?.settings.sender.replyTo).toBe('letters@example.org');
  });

  test('a file that is no group of keys is told of as a whole', () => {
    expect(told(read({ 'campaign.yaml': '- a list\n' }))[0]).toBe(
      'campaign.yaml:1 The file must be a group of keys, not a list.',
    );
  });

  test('a local time that clocks skip is a mistake', () => {
    const skipped = readYamlWith('opens: 2027-03-14T02:30');
    expect(told(skipped)).toEqual([
      'campaign.yaml:15 opens does not exist: there is no 2027-03-14 02:30 in America/New_York.',
    ]);
  });

  test('of a local time that comes twice the earlier one is meant', () => {
    expect(readYamlWith('opens: 2026-11-01T01:30').campaign?.settings.opensAt).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  test.each([
    ['format: 2', 'format must be 1, not 2.'],
    ['slug: Harbor_Trees', 'slug has the wrong form: “Harbor_Trees”.'],
    ['slug: ab', 'slug is shorter than 3 characters.'],
    ['slug: assets', 'slug is reserved for the site.'],
    ['slug: other-trees', 'slug is other-trees, but the folder is named harbor-trees.'],
    ['title: 7', 'title must be text, not 7.'],
    ['title:', 'title is missing.'],
    ['title: ""', 'title is empty.'],
    ['title: "Line\\nline"', 'title must be one line of text.'],
    [`title: ${'x'.repeat(201)}`, 'title is longer than 200 characters.'],
    ['title: "{{ organizations.count }} sign"', 'title contains Liquid ({{ }} or {% %}).'],
    ['language: de', 'language must be en or es or fr, not “de”.'],
    [
      'timeZone: America/New_Yrok',
      'timeZone is not the name of an IANA time zone (did you mean America/New_York?).',
    ],
    ['timeZone: "+05:00"', 'timeZone is not the name of an IANA time zone.'],
    ['timeZone: AST', 'timeZone is not the name of an IANA time zone (did you mean America/Puerto_Rico?).'],
    ['timeZone: IST', 'timeZone is not the name of an IANA time zone.'],
    [
      'timeZone: Hora del Este',
      'timeZone is not the name of an IANA time zone (did you mean America/New_York?).',
    ],
    [
      'timeZone: Mexico City',
      'timeZone is not the name of an IANA time zone (did you mean America/Mexico_City?).',
    ],
    ['signatories: { organizations: yes }', 'signatories.organizations must be true or false, not “yes”.'],
    ['opens: 2026-11-31T09:00', 'opens is not a valid date and time.'],
    ['opens: 2026-11-01', 'opens must be a date and time without a time zone.'],
    ['opens: 2026-11-01T09:00Z', 'opens must be a date and time without a time zone.'],
    ['visibility: secret', 'visibility must be public or link, not “secret”.'],
    ['showProgress: "false"', 'showProgress must be true or false, not “false”.'],
    ['publication: {}', 'publication.threshold is missing.'],
    ['publication: { threshold: {} }', 'publication.threshold has no number.'],
    [
      'publication: { threshold: { organizations: 0 } }',
      'publication.threshold.organizations must be 1 or more, not 0.',
    ],
    [
      'publication: { threshold: { organizations: 1.5 } }',
      'publication.threshold.organizations must be a whole number, not 1.5.',
    ],
    [
      'publication: { threshold: { organizations: 1, individuals: 1 } }',
      'publication.threshold.individuals can never be reached because signatories.individuals is false.',
    ],
    ['organizers: []', 'organizers needs at least one entry.'],
    [
      'organizers: [{ name: Ana Ruiz, email: ana@example.org, role: admin }]',
      'organizers[1].role must be viewer or editor or owner, not “admin”.',
    ],
    ['organizers: [{ name: Ana Ruiz, email: ana@example.org, role: editor }]', 'organizers has no owner.'],
    ['slug: sign-in', 'slug is reserved for the site.'],
    [
      'organizers: [{ name: Ana Ruiz, email: ana.example.org }]',
      'organizers[1].email is not an email address: “ana.example.org”.',
    ],
    ['colour: green', 'Unknown key colour.'],
  ])('%s is a mistake', (line, message) => {
    expect(told(readYamlWith(line)).map((text) => text.replace(/^\S+ /, ''))).toEqual([message]);
  });

  test.each([
    ['organisers: []', 'Did you mean organizers?'],
    ['languaje: en', 'Did you mean language?'],
    ['notbefore: 2026-12-02T10:00', 'If you meant publication.notBefore, move it there'],
    ['threshold: { organizations: 3 }', 'If you meant publication.threshold, move it there'],
    ['colour: green', 'If you meant branding.color, move it there.'],
  ])('%s, which is no key, is told which one was meant', (line, cure) => {
    const { mistakes } = read({ 'campaign.yaml': `${aCampaignYaml}${line}\n` });
    expect(mistakes.map((mistake) => mistake.cure)).toEqual([expect.stringContaining(cure)]);
  });

  test('hours, the lower number and how the letter is delivered are the gate’s', () => {
    const { campaign, mistakes } = readYamlWith(
      'publication: { threshold: { organizations: 9 }, notBefore: 2026-12-02T10:00, atNotBefore: { organizations: 7 }, window: { days: [fri, mon, fri], from: 09:00, to: "24:00" } }',
      'delivery: { by: hand }',
    );
    expect(mistakes).toEqual([]);
    expect(campaign?.gate).toMatchObject({
      thresholdOrganizations: 9,
      atNotBeforeOrganizations: 7,
      window: { timeZone: 'America/New_York', days: ['mon', 'fri'], from: '09:00', to: '24:00' },
      delivery: 'hand',
    });
    expect(campaign?.settings.delivery).toEqual({ by: 'hand', to: [], cc: [] });
  });

  test.each([
    [
      'window: { days: [mon], from: "17:00", to: "09:00" }',
      'window is never open because from is not before to',
    ],
    [
      'window: { days: [mon], from: "09:00", to: "09:00" }',
      'window is never open because from is not before to',
    ],
    ['window: { days: [], from: "09:00", to: "17:00" }', 'window.days needs at least one entry'],
    ['window: { days: [monday], from: "09:00", to: "17:00" }', 'window.days[1] must be mon or tue or'],
    ['window: { days: [mon], from: "9:00", to: "17:00" }', 'window.from is not a time of the day: “9:00”'],
    ['window: { days: [mon], from: "24:00", to: "24:00" }', 'window.from is not a time of the day: “24:00”'],
    ['window: { days: [mon], from: "09:00" }', 'window.to is missing'],
    ['window: {}', 'window.days is missing'],
    ['atNotBefore: {}', 'atNotBefore has no number'],
    ['atNotBefore: { organizations: 10 }', 'atNotBefore.organizations is 10, more than the threshold of 9'],
    ['atNotBefore: { individuals: 1 }', 'atNotBefore.individuals needs publication.threshold.individuals'],
    ['atNotBefore: { organizations: 0 }', 'atNotBefore.organizations must be 1 or more, not 0'],
  ])('publication.%s is a mistake, with its line and its cure', (key, message) => {
    const { mistakes } = readYamlWith(
      `publication:\n  threshold: { organizations: 9 }\n  notBefore: 2026-12-02T10:00\n  ${key}`,
    );
    expect(mistakes[0]?.message).toContain(`publication.${message}`);
    expect(mistakes[0]).toMatchObject({ line: 11, cure: expect.stringMatching(/\S \S/) });
  });

  test('a lower number for no announced time is a mistake', () => {
    const { mistakes } = readYamlWith(
      'publication: { threshold: { organizations: 9 }, atNotBefore: { organizations: 7 } }',
    );
    expect(mistakes).toEqual([
      expect.objectContaining({
        key: 'publication.atNotBefore',
        message: 'publication.atNotBefore needs publication.notBefore, which is missing.',
      }),
    ]);
  });

  test('a publication at any hour is warned of, unless a time or hours are given', () => {
    const warned = (publication: string) =>
      readYamlWith(`publication: { threshold: { organizations: 9 }${publication} }`).warnings.join();
    expect(warned('')).toContain('at any hour of the day or night');
    expect(warned(', notBefore: 2026-12-02T10:00')).toBe('');
    expect(warned(', window: { days: [mon], from: "09:00", to: "17:00" }')).toBe('');
  });

  test('a letter goes by mail to at least one address, and may live elsewhere', () => {
    const { campaign } = readYamlWith(
      'delivery: { by: email, to: [Chair@Example.org], cc: [clerk@example.org] }',
      'letterUrl: https://example.org/letter',
    );
    expect(campaign?.settings).toMatchObject({
      delivery: { by: 'email', to: ['Chair@example.org'], cc: ['clerk@example.org'] },
      letterUrl: 'https://example.org/letter',
    });
    expect(campaign?.gate.delivery).toBe('email');
  });

  test.each([
    ['delivery: { by: email }', 'delivery has no recipient.'],
    ['delivery: { by: email, to: [] }', 'delivery has no recipient.'],
    ['delivery: { by: email, to: [chair] }', 'delivery.to[1] is not an email address: “chair”.'],
    [
      'delivery: { by: email, to: chair@example.org }',
      'delivery.to must be a list, not “chair@example.org”.',
    ],
    ['delivery: { by: post }', 'delivery.by must be email or hand, not “post”.'],
    ['letterUrl: example.org/letter', 'letterUrl has the wrong form: “example.org/letter”.'],
    ['letterUrl: javascript:alert(1)', 'letterUrl has the wrong form: “javascript:alert(1)”.'],
  ])('%s is a mistake', (line, message) => {
    const { mistakes } = readYamlWith(line);
    expect(mistakes).toEqual([expect.objectContaining({ line: 15, message })]);
  });

  test('addresses for a letter that is delivered by hand are warned of', () => {
    const { warnings } = readYamlWith('delivery: { by: hand, to: [a@example.org] }');
    expect(warnings.join()).toContain('get no email');
  });

  test('closing before opening is a mistake', () => {
    const { mistakes } = readYamlWith('opens: 2026-11-02T09:00', 'closes: 2026-11-01T09:00');
    expect(mistakes.map(({ message }) => message)).toEqual(['closes is before opens.']);
  });

  test('keys are checked against each other even if others are wrong', () => {
    const reading = readYamlWith('title: 7', 'opens: 2026-11-02T09:00', 'closes: 2026-11-01T09:00');
    expect(reading.mistakes).toHaveLength(2);
  });

  test('a key that is there twice is told of at its second place', () => {
    const yaml = `${aCampaignYaml}title: Another\n`;
    expect(told(read({ 'campaign.yaml': yaml }))).toEqual(['campaign.yaml:15 The key title is there twice.']);
  });

  test.each([
    ['title: {{ campaign.title }} and more', 'A text that begins with {{ must be in quotation marks.'],
    [
      'title: The Trees: a letter',
      'This is not valid YAML: Nested mappings are not allowed in compact mappings.',
    ],
    ['title: "The Trees', 'This is not valid YAML: Missing closing "quote.'],
    ['title: *trees', 'A text that begins with * has a special meaning in YAML.'],
    ['title: !trees x', 'A text that begins with ! has a special meaning in YAML.'],
    ['title: [The Trees', 'This is not valid YAML'],
    ['\ttitle: x', 'This is not valid YAML: Tabs are not allowed as indentation.'],
    ['---\nformat: 1', 'This is not valid YAML: Source contains multiple documents'],
  ])('%s is told as what it is', (line, message) => {
    const yaml = `${aCampaignYaml.replace(/^title.*\n/m, '')}${line}\n`;
    const { mistakes, campaign } = read({ 'campaign.yaml': yaml });
    expect(campaign).toBeUndefined();
    expect(mistakes[0]?.message).toContain(message);
    expect(mistakes[0]?.cure).toMatch(/\w{4}/);
  });

  test.each(['', '# nothing', 'just words', '- a\n- list'])('%j is a mistake, not a crash', (yaml) => {
    const { mistakes } = read({ 'campaign.yaml': yaml });
    expect(mistakes.length).toBeGreaterThan(0);
  });

  test('review is flagged unless it says otherwise', () => {
    const yaml = aCampaignYaml.replace('review: none\n', '');
    expect(read({ 'campaign.yaml': yaml }).campaign?.settings.review).toBe('flagged');
    for (const review of ['none', 'flagged', 'before-counting'])
      expect(readYamlWith(`review: ${review}`).campaign?.settings.review).toBe(review);
    expect(readYamlWith('review: all').mistakes[0]?.cure).toContain('before-counting');
  });
});

test('a time zone is cured with the one that is meant', () => {
  const cureOf = (name: string) => readYamlWith(`timeZone: ${name}`).mistakes.map(({ cure }) => cure);
  expect(cureOf('EST')).toEqual(['Write it like this: timeZone: America/New_York']);
  expect(cureOf('Central Time')).toEqual(['Write it like this: timeZone: America/Chicago']);
  expect(cureOf('Hora central')).toEqual(['Write it like this: timeZone: America/Chicago']);
  expect(cureOf('Denver')).toEqual(['Write it like this: timeZone: America/Denver']);
  const meant: [string, string][] = [
    ['E.S.T.', 'America/New_York'],
    ['EST/EDT', 'America/New_York'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-06:00) Central Time (US & Canada)', 'America/Chicago'],
    ['MST (Arizona)', 'America/Phoenix'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['hora de la Ciudad de México', 'America/Mexico_City'],
    ['heure de l’Est', 'America/New_York'],
    ['America/Pacific', 'America/Los_Angeles'],
    ['America/Houston', 'America/Chicago'],
    ['Boston', 'America/New_York'],
    ['New Yrok', 'America/New_York'],
    ['GMT', 'Europe/London'],
    ['Greenwich', 'Europe/London'],
  ];
  for (const [typed, zone] of meant)
    expect([typed, ...cureOf(`"${typed}"`)]).toEqual([typed, `Write it like this: timeZone: ${zone}`]);
  for (const typed of [
    'UTC-5',
    'Etc/GMT+5',
    'MSK',
    'Hora del Centro',
    'Centro',
    '"Portland, ME"',
    'San José',
  ])
    expect(cureOf(typed)).toEqual([expect.stringContaining('Name a large city with the same time')]);
  for (const typed of ['Canada/Eastern', 'America/Puerto_Rico', 'UTC', 'america/new_york'])
    expect(cureOf(typed)).toEqual([]);
});

test.each([
  [/^title:/m, '  title:', 3, 'Begin it in the same column as line 2.'],
  [/^language:/m, ' language:', 5, 'Begin it in the same column as line 4.'],
])('a line that is indented too far is cured by its column (%s)', (from, to, line, cure) => {
  const { mistakes } = read({ 'campaign.yaml': aCampaignYaml.replace(from, to) });
  expect(mistakes.map((mistake) => [mistake.line, mistake.cure])).toEqual([[line, cure]]);
});

test.each([
  ['language:en', 5, 'Write a space after the colon.'],
  ['language:\u00A0en', 5, 'Type the colon and the space behind it again'],
  ['language：en', 5, 'Type the colon and the space behind it again'],
  ['language: en\n• x', 6, 'Begin the line with a hyphen and a space'],
  ['language: “en: x”', 5, 'Use straight quotation marks'],
  ['language: "en', 5, 'Close the open quotation mark'],
  ['language: [en', 5, 'Close the open quotation mark or bracket'],
  ['language: &en', 5, 'quotation marks'],
  ['language: ‘en’', 5, 'Use straight quotation marks'],
])('%j is cured in its own line', (typed, line, cure) => {
  const { mistakes } = read({ 'campaign.yaml': aCampaignYaml.replace('language: en', typed) });
  expect(mistakes[0]).toEqual(expect.objectContaining({ line, cure: expect.stringContaining(cure) }));
});

test('a second colon is cured by quotation marks', () => {
  const yaml = aCampaignYaml.replace('title: Letter', 'title: Trees: a letter');
  expect(read({ 'campaign.yaml': yaml }).mistakes).toEqual([
    expect.objectContaining({ line: 3, cure: expect.stringContaining('in quotation marks') }),
  ]);
});
