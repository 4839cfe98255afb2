import { describe, expect, test } from '@jest/globals';
import { aCampaignYaml, aLetter, aRelease, read, told } from './a-folder.ts';

describe('A campaign folder', () => {
  test('with ten mistakes lists ten, each with its file, line and cure', () => {
    const reading = read({
      'campaign.yaml': aCampaignYaml.replace('language: en', 'language: de').replace('summary', 'sumary'),
      'letter.md': aLetter
        .replace('subject: Keep the Trees', 'subject: "{{ campaign.name }}"')
        .replace('Keep the trees.', '[Keep](#) the {{ trees | shout }} [trees](javascript:alert(1))'),
      'release.md': aRelease
        .replace('approved: true', 'aproved: true')
        .replace(', attribution: said Ana Ruiz.', ''),
      'press-list.csv': 'email,name\nnobody,Nobody\n',
    });
    expect(told(reading)).toEqual([
      'campaign.yaml:1 summary is missing.',
      'campaign.yaml:4 Unknown key sumary.',
      'campaign.yaml:5 language must be en or es or fr, not “de”.',
      'letter.md:3 Unknown name campaign.name in {{ }}.',
      'letter.md:8 Unknown name trees in {{ }}.',
      'letter.md:8 A link to # does not work.',
      'letter.md:8 Links that begin with javascript: are not allowed.',
      'release.md:4 Unknown key quotes[1].aproved.',
      'release.md:4 quotes[1] has neither an attribution nor a lead.',
      'press-list.csv:2 “nobody” is not an email address.',
    ]);
    expect(reading.campaign).toBeUndefined();
    for (const { cure } of reading.mistakes) expect(cure).toMatch(/\w{3}.*[.)\]}]?$/);
  });

  test('whose campaign.yaml cannot be read still tells what is wrong in every other file', () => {
    const reading = read({
      'campaign.yaml': aCampaignYaml.replace('title: Letter', 'title: "Letter'),
      'letter.md': aLetter.replace('["Respectfully,"]', 'Sincerely'),
      'release.md': aRelease.replace(
        '"{{ organizations.count }} Organizations',
        '"{% if organizations.count > 500 %}Many{% endif %}" # "',
      ),
      'press-list.csv': 'email,name,outlet,embargoed\ndesk@example.com,Desk\n',
    });
    expect(told(reading)).toEqual([
      expect.stringContaining('campaign.yaml:3 This is not valid YAML'),
      'letter.md:4 closing must be a list of lines.',
      'release.md:1 This text is empty for some numbers of signatures.',
      'press-list.csv:2 This row has 2 cells, but the first line has 4.',
    ]);
  });

  test('may write lines as a list or below each other, and a text on one line is told what it should be', () => {
    const written = (closing: string) =>
      read({ 'letter.md': aLetter.replace('["Respectfully,"]', closing) }).mistakes;
    expect(written('|\n  Respectfully,\n  The undersigned')).toEqual([]);
    expect(written('[Sincerely]')).toEqual([]);
    expect(written('Sincerely')[0]?.cure).toBe('Write it like this: closing: ["Respectfully,"]');
  });

  test('with the title in its letter says where that stands', () => {
    const { mistakes } = read({ 'letter.md': aLetter.replace('subject:', 'title: Trees\nsubject:') });
    expect(mistakes).toEqual([
      expect.objectContaining({
        line: 3,
        message: 'title does not belong here.',
        cure: 'Remove it. This key belongs in campaign.yaml.',
      }),
    ]);
  });

  test('without its files says which are missing', () => {
    const reading = read({
      'campaign.yaml': null,
      'letter.md': null,
      'release.md': null,
      'press-list.csv': null,
    });
    expect(told(reading)).toEqual([
      'campaign.yaml:1 This file is missing.',
      'letter.md:1 This file is missing.',
      'release.md:1 This file is missing.',
    ]);
  });

  test('may be without a press list, and is told what that means', () => {
    const { campaign, warnings } = read({ 'press-list.csv': null });
    expect(campaign?.press).toEqual([]);
    expect(warnings).toEqual(['press-list.csv is missing. The press release is emailed to nobody.']);
  });

  test('may have its texts in other languages, with the title and summary in them', () => {
    const letter = aLetter.replace('---\n', '---\ntitle: Carta\nsummary: Los árboles.\n');
    const release = aRelease.replace(', approved: true', '');
    const { campaign, mistakes, warnings } = read({ 'letter.es.md': letter, 'release.es.md': release });
    expect({ mistakes, warnings }).toEqual({ mistakes: [], warnings: [] });
    expect(campaign?.texts.slice(1)).toEqual([{ language: 'es', letter, release }]);
    expect(campaign?.settings.translations).toEqual({ es: { title: 'Carta', summary: 'Los árboles.' } });
    expect(campaign?.gate.quotesApproved).toBe('yes');
  });

  test('says what a translation leaves as it is', () => {
    const { campaign, warnings } = read({ 'letter.es.md': aLetter });
    expect(campaign?.settings.translations).toBeUndefined();
    expect(warnings).toEqual([
      'letter.es.md has no title. Pages in that language show the title from campaign.yaml.',
      'letter.es.md has no summary. Pages in that language show the summary from campaign.yaml.',
      'release.es.md is missing. Pages in that language show the press release untranslated, with a notice.',
    ]);
  });

  test('tells of mistakes in translations where they are', () => {
    const reading = read({
      'letter.es.md': aLetter
        .replace('subject:', 'title: "{{ campaign.title }}"\ntitel: x\nsubject:')
        .replace('Keep the trees.', '[aquí](javascript:x) {{ trees }}'),
      'release.es.md': aRelease
        .replace('headline: "{{', 'headline: "{% if individuals.count > 0 %}{{')
        .replace('Keep the Trees"', 'Keep the Trees{% endif %}"'),
      'letter.de.md': aLetter,
      'release.en.md': aRelease,
    });
    expect(told(reading)).toEqual([
      'letter.es.md:3 title contains Liquid ({{ }} or {% %}).',
      'letter.es.md:4 Unknown key titel.',
      'letter.es.md:10 Unknown name trees in {{ }}.',
      'letter.es.md:10 Links that begin with javascript: are not allowed.',
      'release.en.md:1 The campaign’s own language is en, so this file is not a translation.',
      'release.es.md:1 This text is empty for some numbers of signatures.',
      'letter.de.md:1 The language “de” is not supported.',
    ]);
    const silent = aRelease.replace(/headline: .*/, 'headline: "{% if individuals.count > 0 %}x{% endif %}"');
    expect(told(read({ 'release.es.md': silent }))).toEqual([
      'release.es.md:1 This text is empty for some numbers of signatures.',
    ]);
  });

  test('may hold other files, which are left alone', () => {
    const { campaign, warnings } = read({ 'notes.txt': 'call Ana' });
    expect(campaign).toBeDefined();
    expect(warnings).toContain('notes.txt is not part of a campaign and is ignored.');
  });

  test.each(['compression.csv', 'letter_en.docx'])('may hold %s, which is none of its files', (name) => {
    const { warnings } = read({ 'press-list.csv': null, 'release.md': aRelease, [name]: '' });
    expect(warnings).toContain(`${name} is not part of a campaign and is ignored.`);
  });

  test.each([
    ['Press List.xlsx', 'save it as “CSV UTF-8” with the name press-list.csv.'],
    ['press-list.csv.txt', 'rename it to press-list.csv.'],
    ['Invited.csv', 'rename it to invited.csv.'],
    ['letter-es.md', 'rename it to letter.es.md.'],
    ['letter.es.docx', 'copy its text into a plain text file named letter.es.md.'],
  ])('with %s is told how the campaign could use it', (name, cure) => {
    const { campaign, warnings } = read({ 'press-list.csv': null, [name]: '' });
    expect(campaign).toBeDefined();
    expect(warnings).toContain(`${name} is ignored. If the campaign is to use it, ${cure}`);
  });

  test('may be wholly in Spanish', () => {
    const { mistakes, campaign } = read({
      'campaign.yaml': aCampaignYaml.replace('language: en', 'language: es'),
    });
    expect(mistakes).toEqual([]);
    expect(campaign?.texts[0]?.language).toBe('es');
  });

  test('tells of files that are not UTF-8 and of sizes that no text has', () => {
    const reading = read({
      'letter.md': `${aLetter}\nMar\uFFFDa\n`,
      'release.md': aRelease + 'x'.repeat(100_000),
    });
    expect(told(reading)).toEqual([
      'letter.md:10 This line contains a character that cannot be read.',
      expect.stringMatching(/^release.md:1 This file has \d+ bytes. The limit is 100000 bytes.$/),
    ]);
  });

  test('prints no quote of a translation to which nobody agreed', () => {
    const translated = (changed: string) => read({ 'release.es.md': changed });
    const gateOf = (changed: string) => translated(changed).campaign?.gate.quotesApproved;
    const left = aRelease.replace(', approved: true', '');
    const another = '{ text: "Also,", attribution: said Ben Okafor. }';
    expect(gateOf(left)).toBe('yes');
    expect(gateOf(aRelease.replace('approved: true', 'approved: false'))).toBe('no');
    expect(gateOf(aRelease.replace('approved: true }', `approved: true }, ${another}`))).toBe('no');
    expect(translated(left.replace('said Ana Ruiz. }', `said Ana Ruiz. }, ${another}`)).warnings).toContain(
      'release.es.md, line 4: quotes[2] is not approved. Nothing is published until every quote is approved.',
    );
  });

  test('with a quote that is not approved is read, and keeps the gate shut', () => {
    for (const release of [
      aRelease.replace('approved: true', 'approved: false'),
      aRelease.replace(', approved: true', ''),
    ]) {
      const { campaign, warnings } = read({ 'release.md': release });
      expect(campaign?.gate.quotesApproved).toBe('no');
      expect(warnings).toEqual([
        'release.md, line 4: quotes[1] is not approved. Nothing is published until every quote is approved.',
      ]);
    }
  });

  test('whose headline is empty for some numbers is told so', () => {
    const release = aRelease.replace(
      '{{ organizations.count }} Organizations Urge Commission to Keep the Trees',
      '{% if organizations.count > 999 %}Many{% endif %}',
    );
    expect(told(read({ 'release.md': release }))).toEqual([
      'release.md:1 This text is empty for some numbers of signatures.',
    ]);
  });
});

describe('Front matter', () => {
  test.each([
    ['letter.md', 'Dear Members\n', 'letter.md:1 The block of keys at the top is missing.'],
    ['letter.md', '', 'letter.md:1 The block of keys at the top is missing.'],
    ['letter.md', '---\nsubject: x\n', 'letter.md:1 The block of keys has no end.'],
    ['release.md', '---\n---\n', 'release.md:1 headline is missing.'],
  ])('of %s that reads %j is told at its line', (file, content, first) => {
    expect(told(read({ [file]: content }))[0]).toBe(first);
  });

  test('of a file that was saved by Windows is read', () => {
    const { mistakes } = read({ 'letter.md': `\uFEFF${aLetter.replaceAll('\n', '\r\n')}` });
    expect(mistakes).toEqual([]);
  });

  test('mistakes within a text of many lines are told at their own line', () => {
    const release = aRelease.replace(
      'text: "Keep them,",',
      'text: "Keep\n    them, and\n    [see](ftp://example.org)\n    {{ nothing }}",',
    );
    expect(told(read({ 'release.md': release }))).toEqual([
      'release.md:6 Links that begin with ftp: are not allowed.',
      'release.md:7 Unknown name nothing in {{ }}.',
    ]);
  });

  test('a broken block of keys does not hide the mistakes below it', () => {
    const letter = aLetter
      .replace('subject: Keep', 'subject: {{ x }} Keep')
      .replace('Keep the trees.', '[x](y)');
    expect(told(read({ 'letter.md': letter }))).toEqual([
      'letter.md:3 A text that begins with {{ must be in quotation marks.',
      'letter.md:8 “y” is not a full address.',
    ]);
  });

  test.each([
    ['contacts: []', 'contacts needs at least one entry.'],
    ['contacts: [{ name: Ana Ruiz }]', 'contacts[1] has no phone number and no email address.'],
    ['contacts: [{ name: Ana Ruiz, phone: 5550142 }]', 'contacts[1].phone must be text, not 5550142.'],
    ['logos: [{ file: logo.svg }]', 'logos[1].alt is missing.'],
    ['logos: [{ file: ../logo.svg, alt: A }]', 'logos[1].file is not the name of a file in the folder.'],
    ['logos: [{ file: a.svg, alt: A, url: "javascript:alert(1)" }]', 'logos[1].url is not a full address.'],
    [`logos: [${'{ file: a.svg, alt: A }, '.repeat(7)}]`, 'logos has more than 6 entries.'],
    ['about: text', 'about must be a list, not “text”.'],
  ])('a release with %s is told what is wrong', (line, message) => {
    const key = line.split(':')[0] ?? '';
    const release = aRelease.includes(`\n${key}:`)
      ? aRelease.replace(new RegExp(`^${key}:.*$`, 'm'), line)
      : aRelease.replace('quotes:', `${line}\nquotes:`);
    expect(read({ 'release.md': release }).mistakes.map(({ message }) => message)).toEqual([message]);
  });

  test('a text without anything below the keys is told', () => {
    expect(told(read({ 'letter.md': aLetter.slice(0, aLetter.indexOf('Dear')) }))).toEqual([
      'letter.md:6 There is no text below the keys.',
    ]);
  });
});
