import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicants } from '../../local/demo/organizations.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { blocksOf, nearEnough, similarity } from '../../shared/organization/look-alike.ts';

const alike = (one: string, other: string): number =>
  similarity(organizationKey(one), organizationKey(other));

/** Whether a search for one name comes upon the other. */
function shareADrawer(one: string, other: string): boolean {
  const drawers = blocksOf(organizationKey(other));
  return blocksOf(organizationKey(one)).some(({ block, lookAt }) =>
    drawers.some((each) => each.block === block && each.sort.startsWith(lookAt)),
  );
}

test.each([
  ['Harbor Families', 'Harbour Families'],
  ['League of Women Voters', 'League of Woman Voters'],
  ['Harbor Families', 'Harbor Families Network'],
  ['Healthcare Workers United', 'Health Care Workers United'],
  ['Sierra Hikers', 'Sierrra Hikers'],
  ['Sierra Hikers', 'S1erra Hikers'],
  ['Harbor Families', 'Hаrbor Fаmilies'],
  ['Harbor Families', 'Harobr Families'],
  ['Network of Harbor Families', 'Harbor Families Network'],
  ['National Harbor Association', 'NHA'],
  ['Iris Food Bank', 'Iriis Food Bank'],
])('%s and %s are alike, and found', (one, other) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(nearEnough);
  expect([shareADrawer(one, other), shareADrawer(other, one)]).toEqual([true, true]);
});

test.each([
  ['Example of Texas', 'Example of Ohio'],
  ['Union of Electrical Workers Ohio', 'Union of Electrical Workers Iowa'],
  ['Friends of Austria', 'Friends of Australia'],
  ['Dock Workers Local 12', 'Dock Workers Local 13'],
  ['Northmere Water', 'Southmere Water'],
  ['LA Renters Guild', 'Renters Guild'],
  ['Plan A Families', 'Plan B Families'],
  ['Harbor Families', 'Harbor Nurses'],
  ['Harbor Families Network', 'Harbor Families Coalition'],
])('%s and %s are two organizations', (one, other) => {
  expect(alike(one, other)).toBeLessThan(nearEnough);
});

test('no two of the demo’s organizations are alike', () => {
  const keys = applicants(170).map(({ organizationName }) => organizationKey(organizationName));
  const found = keys.flatMap((one, at) =>
    keys.slice(at + 1).filter((other) => similarity(one, other) >= nearEnough),
  );
  expect(found).toEqual([]);
});

test('any two names are as alike one way as the other, and any name has at most eight drawers', () => {
  const word = fc.constantFrom(
    'harbor',
    'harbour',
    'families',
    'family',
    'of',
    'network',
    'Ohio',
    '12',
    'dé',
    'ж',
    '',
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    fc.string(),
  );
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [a, b] = [organizationKey(one), organizationKey(other)];
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(blocksOf(a).length).toBeLessThanOrEqual(8);
    }),
  );
});
