import { expect, test } from '@jest/globals';
import { countWarnings } from '../../shared/campaign-folder/count-warnings.ts';
import { warningsIn } from '../../shared/campaign-folder/in-words.ts';
import { aCampaignYaml, aLetter, aRelease, read } from './a-folder.ts';

const both = aCampaignYaml.replace('individuals: false', 'individuals: true');
const warningsOf = (yaml: string, headline: string, letter = aLetter): string[] => {
  const release = aRelease.replace(/headline: .*/, `headline: "${headline}"`);
  const { campaign, mistakes } = read({ 'campaign.yaml': yaml, 'release.md': release, 'letter.md': letter });
  return campaign ? warningsIn('en', countWarnings(campaign)) : mistakes.map(({ message }) => message);
};
const residents =
  '{{ organizations.count }} Organizations and {{ individuals.count }} Residents Urge Commission';
const adapted =
  "{{ organizations.count }} Organizations{% if individuals.count > 0 %} and {{ individuals.count }} {{ individuals.count | plural: 'Resident', 'Residents' }}{% endif %} Urge Commission";

test('a headline that can say “1 Residents” or “0 Residents” is named with its cure', () => {
  expect(warningsOf(both, residents)).toEqual([
    expect.stringMatching(
      /^release\.md says “1 Residents Urge Commission” if one person has signed\..*plural/,
    ),
    expect.stringMatching(
      /^release\.md says “0 Residents Urge Commission” if no person has signed\..*\{% if individuals/,
    ),
  ]);
});

test('the lower number counts as the threshold does', () => {
  const lower = both.replace(
    'notBefore: 2026-12-02T10:00',
    'notBefore: 2026-12-02T10:00\n  atNotBefore: { organizations: 1 }',
  );
  expect(warningsOf(lower, '{{ organizations.count }} Harbor Groups Urge Commission')).toEqual([
    expect.stringContaining('release.md says “1 Harbor Groups Urge Commission”'),
  ]);
  expect(warningsOf(both, '{{ organizations.count }} Harbor Groups Urge Commission')).toEqual([]);
});

test.each([
  [aCampaignYaml.replace('organizations: 170', 'organizations: 1')],
  [both.replace('organizations: 170', 'organizations: 1')],
])('all signatories together can be one, too', (yaml) =>
  expect(warningsOf(yaml, '{{ signatories.count }} Neighbors Urge Commission')).toEqual([
    expect.stringContaining('“1 Neighbors Urge Commission”'),
  ]),
);

test('of a kind that may not sign, only none is looked at', () =>
  expect(warningsOf(aCampaignYaml, residents)).toEqual([expect.stringContaining('“0 Residents')]));

test('numbers in words, in the letter and in Spanish are seen, too', () => {
  const letter = aLetter.replace(
    'Keep the trees.',
    'We are {{ individuals.count | words }} neighbors of the harbor.',
  );
  expect(warningsOf(both, 'Keep the Trees', letter)).toEqual([
    expect.stringContaining('letter.md says “one neighbors of the harbor'),
    expect.stringContaining('letter.md says “zero neighbors of the harbor'),
  ]);
  const spanish = both.replace('language: en', 'language: es');
  expect(warningsOf(spanish, '{{ individuals.count }} personas piden conservar los árboles')).toEqual([
    expect.stringContaining('“1 personas piden'),
    expect.stringContaining('“0 personas piden'),
  ]);
});

test.each(['Women Ask', 'Men, Women and Children Ask', 'Clergy Ask', 'Union Alumni Ask'])(
  'a plural without an s is one, too: “1 %s”',
  (words) =>
    expect(warningsOf(both, `{{ individuals.count }} ${words}`)).toContainEqual(
      expect.stringContaining(`release.md says “1 ${words.split(',')[0]}`),
    ),
);

test('“1 of Our Neighbors” reads right', () =>
  expect(warningsOf(both, 'Signed by {{ individuals.count }} of Our Neighbors')).toEqual([
    expect.stringContaining('“0 of Our Neighbors'),
  ]));

test('a headline that fits each number is not named', () => {
  expect(warningsOf(both, adapted)).toEqual([]);
  expect(warningsOf(both, '{{ organizations.count | over: 10 }} Organizations Urge Commission')).toEqual([]);
});
