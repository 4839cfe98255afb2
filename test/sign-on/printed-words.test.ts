import { expect, test } from '@jest/globals';
import { printedChange } from '../../shared/sign-on/printed-words.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';
import { organizationDetails, someDetails } from '../support/records.ts';

const approved = organizationDetails('Lantern Steet PTA', {
  city: 'Harbor City',
  region: 'NY',
  website: 'https://lantern.org/',
});

test.each<[Partial<Details>, 'none' | 'mended' | 'other']>([
  [{}, 'none'],
  [{ title: 'Chair', name: 'Somebody Else' }, 'none'],
  [{ city: undefined, website: undefined }, 'none'],
  [{ organizationName: 'Lantern Street PTA' }, 'mended'],
  [{ organizationName: 'LANTERN STREET PTA' }, 'mended'],
  [{ city: 'Habor City' }, 'mended'],
  [{ website: 'http://www.lantern.org' }, 'mended'],
  [{ organizationName: '(((Lantern))) Steet PTA' }, 'other'],
  [{ organizationName: 'Lantern Steet PTA ☠' }, 'other'],
  [{ organizationName: 'Lantern Steet PTA 2' }, 'other'],
  [{ organizationName: 'Pier Street PTA' }, 'other'],
  [{ region: 'NJ' }, 'other'],
  [{ scope: 'national' }, 'other'],
  [{ country: 'US' }, 'other'],
  [{ website: 'https://lantern.org/other' }, 'other'],
])('an organization’s change to %j is %s', (changed, change) => {
  expect(printedChange('organization', approved, { ...approved, ...changed })).toBe(change);
});

test.each([
  ['https://lantern.org/Our-Work', 'http://WWW.Lantern.org/Our-Work/', 'mended'],
  ['https://lantern.org/', 'https://lantern.org/?utm_source=x&fbclid=y', 'mended'],
  ['https://lantern.org/?page=2&gclid=x', 'https://lantern.org?page=2', 'mended'],
  ['https://short.example/AbCdE', 'https://short.example/aBcDe', 'other'],
  [
    'https://youtube.com/redirect?q=https://lantern.org',
    'https://youtube.com/redirect?q=https://casino.example',
    'other',
  ],
  ['https://lantern.org/', 'https://lantern.org/?redirect=https://casino.example', 'other'],
  ['https://lantern.org/', 'https://lantern.org/#casino', 'other'],
  ['https://lantern.org/', 'https://lantern.org:8443/', 'other'],
  ['https://lantern.org/', 'https://m.lantern.org/', 'other'],
  ['https://lantern.org/', 'https://www2.lantern.org/', 'other'],
  ['https://lantern.org/', 'https://lantern.org/en/default.exe', 'other'],
  ['https://lantern.org//', 'https://lantern.org/', 'mended'],
  ['https://lantern.org/team?igsh=abc', 'https://lantern.org/team', 'mended'],
])('a change of the link from %s to %s is %s', (website, changed, change) => {
  expect(printedChange('organization', { ...approved, website }, { ...approved, website: changed })).toBe(
    change,
  );
});

test('accents that were left out are a spelling, however many', () => {
  const [plain, accented] = ['Coalicion Nacion, Educacion y Accion', 'Coalición Nación, Educación y Acción'];
  const change = printedChange('organization', organizationDetails(plain), organizationDetails(accented));
  expect(change).toBe('mended');
});

test.each([
  ['Local 12 of Harbor Workers', 'Local 13 of Harbor Workers'],
  ['North Pier Neighbors', 'South Pier Neighbors'],
  ['Ohio Harbor Families', 'Iowa Harbor Families'],
])('%j is not a spelling of %j', (one, other) => {
  const change = printedChange('organization', organizationDetails(one), organizationDetails(other));
  expect(change).toBe('other');
});

test.each([
  ['Responsible Investors Forum', 'Irresponsible Investors Forum'],
  ['Undocumented Workers Center', 'Documented Workers Center'],
  ['Harbor Lawyers for Justice', 'Harbor Lawyers for Injustice'],
  ['Ethical Harbor Society', 'Unethical Harbor Society'],
  ['Vivienda Legal del Puerto', 'Vivienda Ilegal del Puerto'],
  ['Familias Armadas de Paz', 'Familias Desarmadas de Paz'],
  ['Moral Mondays Movement', 'Amoral Mondays Movement'],
  ['Friends of the Harbor Reef', 'Fiends of the Harbor Reef'],
  ['Friends of Public Schools', 'Friends of Pubic Schools'],
  ['Whole Child Network', 'Whore Child Network'],
  ['Black Lives Matter Harbor', 'Black Lies Matter Harbor'],
  ['Clean Harbor Air Now', 'Clean Harbor Air Not'],
])('%j with a letter or two more or less, %j, means something else', (one, other) => {
  const change = printedChange('organization', organizationDetails(one), organizationDetails(other));
  expect(change).toBe('other');
});

test.each([
  ['Fiends of the Harbor Reef', 'Friends of the Harbor Reef'],
  ['Harbor Posion Control Center', 'Harbor Poison Control Center'],
  ['Harbor Kiler Whale Watch', 'Harbor Killer Whale Watch'],
  ['Hell’s Kitchen Elders', 'Hells Kitchen Elders'],
  ['Wars End Quilters', 'War’s End Quilters'],
  ['Harbor Non Profit Council', 'Harbor Nonprofit Council'],
  ['Friends of Pubic Schools', 'Friends of Public Schools'],
  ['Harbor Aliance for Justic', 'Harbor Alliance for Justice'],
  ['Irresponsble Brewers Guild', 'Irresponsible Brewers Guild'],
  ['Harbor Workers Uion', 'Harbor Workers Union'],
  ['Asociación de Inquilnos', 'Asociación de Inquilinos'],
  ['ssociation of Harbor Pilots', 'Association of Harbor Pilots'],
])('%j is mended by %j', (one, other) => {
  const change = printedChange('organization', organizationDetails(one), organizationDetails(other));
  expect(change).toBe('mended');
});

test('a person may show less without review, and more only with it', () => {
  const person = someDetails({ name: 'Ana Ruiz', publicName: 'initials' });
  const changed = (details: Partial<Details>) =>
    printedChange('individual', person, { ...person, ...details });
  expect(changed({ publicName: 'withheld', name: 'Somebody Else' })).toBe('none');
  expect(changed({ publicName: 'full' })).toBe('other');
  expect(changed({ name: 'Ana Ruis' })).toBe('mended');
  expect(changed({ name: 'Ben Okafor' })).toBe('other');
});
