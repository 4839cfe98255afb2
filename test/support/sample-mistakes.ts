import { countWarnings } from '../../shared/campaign-folder/count-warnings.ts';
import { glyphWarnings } from '../../shared/campaign-folder/glyph-warnings.ts';
import { mistakesIn, warningsIn } from '../../shared/campaign-folder/in-words.ts';
import { messageMistakes } from '../../shared/campaign-folder/message.ts';
import { pastTimeWarnings } from '../../shared/campaign-folder/past-times.ts';
import { pastedTextWarnings } from '../../shared/campaign-folder/pasted-text.ts';
import { type CheckedCampaign, readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import { readLogos } from '../../shared/campaign-folder/read-logos.ts';
import { readSubmitted } from '../../shared/console/folder/read-submitted.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { textFacts } from '../../shared/rendering/document/text-facts.ts';
import { aCampaignYaml, aFolder, aLetter, aRelease, yamlWith } from '../campaign-folder/a-folder.ts';
import { circle, png, svg } from '../rendering/logo/pictures.ts';

type Changed = Record<string, string | null>;

const now = new Date('2027-06-01T12:00:00.000Z');

const question = (words: string): string => `questions: [{ ${words} }]`;
const members = 'id: members, label: How many?, type: text';

/** Lines of `campaign.yaml`, each with a mistake in its value. */
const wrongSettings: string[][] = [
  ['title:'],
  ['title: ""'],
  ['title: 7'],
  ['title: [a]'],
  ['title: { a: 1 }'],
  ['title: “Trees” and more'],
  ['title: "Line\\nline"'],
  ['title: "{{ organizations.count }} sign"'],
  [`title: ${'x'.repeat(201)}`],
  ['title: Trees', 'colour: green'],
  ['titel: x'],
  ['““00””: 1'],
  ['zzzzzzzzz: 1'],
  ['\u00A0closes: 2026-12-31T23:59'],
  ['publication: { threshold: { organizations: 1,700 } }'],
  ['slug: ab'],
  ['slug: Harbor_Trees'],
  ['slug: other-trees'],
  ['slug: assets'],
  ['language: de'],
  ['timeZone: America/New_Yrok'],
  ['timeZone: "+05:00"'],
  ['signatories: { organizations: false }'],
  ['signatories: { organizations: yes }'],
  ['signatories: [a]'],
  ['opens: 2026-11-31T09:00'],
  ['opens: 2026-11-01'],
  ['opens: 2027-03-14T02:30'],
  ['opens: 2026-11-02T09:00', 'closes: 2026-11-01T09:00'],
  ['visibility: secret'],
  ['showProgress: "false"'],
  ['publication: { threshold: {} }'],
  ['publication: { threshold: { organizations: 0 } }'],
  ['publication: { threshold: { organizations: 1.5 } }'],
  ['publication: { threshold: { organizations: many } }'],
  ['publication: { threshold: { organizations: 2000000000 } }'],
  ['publication: { threshold: { organizations: 1, individuals: 1 } }'],
  ['publication: { threshold: { organizations: 9 }, atNotBefore: {} }'],
  ['publication: { threshold: { organizations: 9 }, atNotBefore: { organizations: 10, individuals: 1 } }'],
  ['publication: { threshold: { organizations: 9 }, window: { days: [mon], from: "9:00", to: "17:00" } }'],
  ['publication: { threshold: { organizations: 9 }, window: { days: [mon], from: "09:00", to: "08:00" } }'],
  ['delivery: { by: email }'],
  ['delivery: { by: post }'],
  ['letterUrl: example.org'],
  ['organizers: []'],
  ['organizers: ana'],
  ['organizers: [{ name: Ana Ruiz, email: ana@example.org, role: editor }]'],
  ['organizers: [{ name: Ana Ruiz, email: ana }]'],
  [`list: { leads: [${'a, '.repeat(51)}] }`],
  ['showSignatories: always', 'review: none', 'showProgress: false'],
  [question('id: email, label: Mail, type: text')],
  [`questions: [{ ${members} }, { ${members} }]`],
  [question('id: a, label: What?, type: choice')],
  [question('id: a, label: What?, type: choice, options: [One]')],
  [question('id: a, label: What?, type: choice, options: [One, one]')],
  [question('id: a, label: What?, type: text, options: [One, Two]')],
  [question('id: a, label: "What {{ letter.url }}?", type: text')],
  [question('id: a, label: What?, type: text, for: individuals')],
  ['branding: { }'],
  ['branding: { color: blue }'],
  ['branding: { color: "#ffcc00" }'],
  ['branding: { logo: ../logo.svg }'],
];

/** Keys whose example says more in brackets, each with a value that it cannot have. */
const wrongKinds: string[] = [
  ...['slug', 'language', 'opens', 'closes', 'visibility', 'showProgress', 'review', 'showSignatories'],
].map((key) => `${key}: [a]`);
const wrongInner: string[] = [
  'signatories: { organizations: [a], individuals: [a] }',
  'publication: { threshold: { organizations: [a], individuals: [a] }, notBefore: [a], atNotBefore: { organizations: [a], individuals: [a] }, window: { to: [a] } }',
  'delivery: { by: [a] }',
  'list: { groupBy: [a] }',
  question('id: [a], label: What?, type: [a], options: a, for: [a], required: a'),
  'organizers: [{ role: [a] }]',
  'branding: { logo: [a], color: [a] }',
  'privacy: { deletePersonalDataAfterDays: [a] }',
];

/** Lines that are not YAML. */
const brokenYaml: string[] = [
  'title: {{ campaign.title }} and more',
  'title: The Trees: a letter',
  'title: "The Trees',
  'title: "a \\q"',
  'title: *trees',
  'title: !trees x',
  'title: @trees',
  'just words\n  more: words',
  '\ttitle: x',
  'list:\n    groupBy: none\n  leads: []',
  '---\nformat: 1',
  '{ a: 1 }: x',
  'title: a\ntitle: b',
  'title: a\n  summary: b',
  `title: ${'['.repeat(30)}`,
  'title: [a] b',
  'title: [a, b\nsummary: x',
  'title:a',
  'title：a',
  'list:\n  • { a: 1, b: 2 }',
];

/** Texts below the keys of a letter. */
const wrongTexts: string[] = [
  '![tree](tree.png)',
  '[a]()',
  '[a](#b)',
  '[a](javascript:x)',
  '[a](b)',
  '{{ }}',
  '{{ organisations.count }}',
  '{{ zzzzzzzzzzzz }}',
  '{{ organizations.count | numbr }}',
  '{{ organizations.count | zzzzzzzzzzzz }}',
  '{{ campaign.title | number }}',
  '{{ organizations.count | long_date }}',
  '{{ organizations.count | over }}',
  '{{ organizations.count',
  '{% for x in y %}',
  '{% if %}{% endif %}',
  '{% if organizations.count %}x',
  '{% endif %}',
  '{% if organizations.count %}{% else %}{% else %}{% endif %}',
  '{% if true %}'.repeat(30),
];

const lettersFrontMatter = aLetter.slice(0, aLetter.indexOf('Dear'));

const translatedLetter = (...lines: string[]): string =>
  aLetter.replace('---\n', `---\n${lines.join('\n')}\n`);

const yamlWithQuestions = yamlWith(
  `questions: [{ ${members} }, { id: how, label: How?, type: choice, options: [Talk, Walk] }]`,
);

const inRelease = (line: string): string => {
  const key = line.split(':')[0] ?? '';
  return aRelease.includes(`\n${key}:`)
    ? aRelease.replace(new RegExp(`^${key}:.*$`, 'm'), line)
    : aRelease.replace('quotes:', `${line}\nquotes:`);
};

const logos = [
  { name: 'small.svg', picture: svg(circle, 'viewBox="0 0 1000 1"') },
  { name: 'text.svg', picture: svg(`${circle}<text x="1" y="9">Shoreline</text>`) },
];

const folders: Changed[] = [
  { 'campaign.yaml': '- a list\n' },
  ...wrongSettings.map((lines) => ({ 'campaign.yaml': yamlWith(...lines) })),
  ...[...wrongKinds, ...wrongInner].map((line) => ({ 'campaign.yaml': yamlWith(line) })),
  ...brokenYaml.map((lines) => ({
    'campaign.yaml': `${aCampaignYaml.replace(/^title.*\n/m, '')}${lines}\n`,
  })),
  {
    'campaign.yaml': `${aCampaignYaml}${Array.from({ length: 30 }, (_, index) => `key${index}: 1`).join('\n')}\n`,
  },
  {
    'campaign.yaml': yamlWith(
      'publication: { threshold: { organizations: 9 }, atNotBefore: { organizations: 7 } }',
    ),
  },
  ...wrongTexts.map((text) => ({ 'letter.md': `${lettersFrontMatter}${text}\n` })),
  { 'campaign.yaml': '- a\n' },
  { 'letter.md': 'Dear Members\n' },
  { 'letter.md': '---\nsubject: x\n' },
  { 'letter.md': lettersFrontMatter },
  { 'letter.md': aLetter.replace('["Respectfully,"]', 'Sincerely') },
  { 'letter.md': aLetter.replace('subject:', 'title: Trees\nsubject:') },
  { 'letter.md': `${aLetter}\nMar\uFFFDa\n` },
  { 'letter.md': 'x'.repeat(100_001) },
  { 'letter.md': null, 'release.md': null, 'campaign.yaml': null },
  { 'letter.md': null, 'letter.docx': '', 'release.md': null, 'release.txt': '', 'notes.txt': '' },
  { 'campaign.yaml': '# nothing yet\n' },
  { 'press-list.csv': null, 'Press List.xlsx': '', 'Invited.csv': '', 'letter-es.docx': '' },
  { 'letter.es.md': aLetter, 'release.fr.md': aRelease, 'letter.de.md': aLetter, 'letter.en.md': aLetter },
  {
    'campaign.yaml': yamlWithQuestions,
    'letter.es.md': translatedLetter(
      'questions: { member: { label: A }, zzzzzzz: { label: A }, how: { options: [A] }, members: { options: [A] } }',
      'newsletter: A',
    ),
  },
  {
    'release.md': aRelease.replace('quotes:', 'logos: [{ file: a.svg, alt: A }]\nquotes:'),
    'release.es.md': aRelease.replace('quotes:', 'logos: [{ file: b.svg, alt: A }]\nquotes:'),
  },
  ...[
    'headline: "{% if organizations.count > 999 %}Many{% endif %}"',
    'contacts: [{ name: Ana Ruiz }]',
    'quotes: [{ text: A }, { text: B, attribution: A, lead: B }]',
    'quotes: [{ text: A, attribution: B }]',
    'logos: [{ file: a.svg, alt: A, url: "javascript:x" }]',
  ].map((line) => ({ 'release.md': inRelease(line) })),
  ...[
    '',
    'name\nAna\n',
    'email,email\nana@example.com,ana@example.com\n',
    'email,emial,zzzzzz,,name\nana@example.com,a,b,c,d\n',
    'email,name\n,Ana\nana,Ana\nana@example.com\nana@example.com,Ana,A\n',
    `email,name\nana@example.com,${'x'.repeat(101)}\nben@example.com,"a\nb"\n`,
    'email,name\nana@example.com,"A"x\n',
    'email,embargoed\nana@example.com,yes\nANA@example.com,no\nben@example.com,maybe\n',
  ].map((text) => ({ 'press-list.csv': text })),
  { 'press-list.csv': null },
  ...[
    'organization,email,website\n,a@example.org,\nPier,ana,\nDock,,no site\nSee https://a.example.org,,\nana@example.org,,\nN/A,,\n',
    `organization\n${'é'.repeat(101)}\n"A\nB"\nPier\nPier\nThe Pier\n`,
    'organization,email\nPier Club,a@example.org\nDock Club,a@example.org\n',
    ['organization', ...Array.from({ length: 5001 }, (_, index) => `Pier Club ${index}`)].join('\n'),
  ].map((text) => ({ 'invited.csv': text })),
  {
    'campaign.yaml': yamlWith(
      'signatories: { organizations: false, individuals: true }',
      'publication: { threshold: { individuals: 9 } }',
      'delivery: { by: hand, to: [a@example.org] }',
    ),
    'invited.csv': 'organization\nPier Club\n',
  },
  {
    'campaign.yaml': yamlWith(
      'signatories: { organizations: false, individuals: true }',
      'publication: { threshold: { individuals: 9 } }',
      'delivery: { by: hand, to: [a@example.org] }',
    ),
  },
];

const warned: Changed[] = [
  {
    'campaign.yaml': yamlWith(
      'closes: 2026-12-31T23:59',
      'signatories: { organizations: true, individuals: true }',
    ),
    'release.md': inRelease('dateline: Pier #2')
      .replace('contacts:', 'subheadline: “Trees”\ncontacts:')
      .replace(
        /headline: .*/,
        'headline: "{{ organizations.count }} Groups and {{ individuals.count }} Residents Ask"',
      ),
    'letter.md': `${aLetter}\n日一二三四五六七八九十百\n\ndonâ€™t\n\n<b>a</b>\n\n• a\n• b\n• c\n• d\n• e\n• f\n\n(1) a\n(2) b\n\n    Indented.\n`,
  },
  {
    'campaign.yaml': yamlWith(
      'signatories: { organizations: true, individuals: true }',
      'publication: { threshold: { organizations: 1 }, notBefore: 2026-12-02T10:00 }',
    ),
    'release.md': aRelease.replace(/headline: .*/, 'headline: "{{ organizations.count }} Groups Ask"'),
  },
];

const messages = [
  '---\nsubject: News\n---\n{% if organizations.count > 5 %}Many{% endif %}\n',
  '---\nsubjekt: News\n---\nA message.\n',
];

/** Every kind of mistake and warning about a campaign's files, in a language. */
export async function sampleMistakes(language: Language): Promise<string[]> {
  const inWords = ({ mistakes, warnings }: Pick<CheckedCampaign, 'mistakes' | 'warnings'>): string[] => [
    ...mistakesIn(language, mistakes).flatMap(({ message, cure }) => [message, cure]),
    ...warningsIn(language, warnings),
  ];
  const submitted = (changed: Changed, senderDomains: string[] = []): string[] => {
    const { mistakes, warnings } = readSubmitted({
      files: aFolder(changed),
      slug: 'harbor-trees',
      stored: { logos: [] },
      senderDomains,
      now,
      language,
    });
    return [...mistakes.flatMap(({ message, cure }) => [message, cure]), ...warnings];
  };
  const all = warned.flatMap((changed) => {
    const { campaign } = readCampaign(aFolder(changed), 'harbor-trees');
    if (!campaign) throw new Error('the folder has mistakes');
    return [
      ...pastTimeWarnings(campaign, now),
      ...countWarnings(campaign),
      ...pastedTextWarnings(campaign),
      ...glyphWarnings(campaign),
    ];
  });
  return [
    ...folders.flatMap((changed) => inWords(readCampaign(aFolder(changed), 'harbor-trees'))),
    ...warningsIn(language, all),
    ...warningsIn(language, [
      (t) => t.warnings.invitedElsewhere('Osprey Rowers (rowers.example, 3fa9c1d2)'),
      (t) => t.warnings.protectedElsewhere('Osprey Rowers (rowers.example, 3fa9c1d2)'),
    ]),
    ...messages.flatMap((source) =>
      inWords({ mistakes: messageMistakes('message.md', source, noSignatures()), warnings: [] }),
    ),
    ...inWords({ ...(await readLogos(drawn.files, drawn.pictureOf)), warnings: [] }),
    ...submitted({}, ['example.com', 'example.net']),
    ...submitted({ 'release.md': inRelease('logos: [{ file: a.svg, alt: A }]') }),
    ...submitted({ 'press-list.csv': `email\n${'a\n'.repeat(300)}` }),
  ];
}

function noSignatures() {
  const { campaign } = readCampaign(aFolder(), 'harbor-trees');
  if (!campaign) throw new Error('the folder has mistakes');
  const numbers = { organizations: 0, individuals: 0, publishedAt: '2026-12-02T15:00:00.000Z' };
  return [textFacts(campaign.settings, campaign.gate, 'https://example.org', numbers)];
}

const noisy = Array.from({ length: 4 }, (_, index) => ({
  name: `noise${index}.png`,
  picture: png(180, 64, { noise: true }),
}));

const drawn = {
  files: aFolder({
    'release.md': inRelease(
      `logos: [${[...logos, ...noisy].map(({ name }) => `{ file: ${name}, alt: A }`).join(', ')}]`,
    ),
  }),
  pictureOf: async (file: string) => [...logos, ...noisy].find(({ name }) => name === file)?.picture,
};
