import { describe, expect, test } from '@jest/globals';
import { readInvitedList as readList } from '../../shared/campaign-folder/invited-list.ts';
import { inEnglish, read, readYamlWith, told } from './a-folder.ts';

const readInvitedList = (text: string) => inEnglish(readList(text));

describe('invited.csv', () => {
  test('gives each organization as it was written, in whatever order the columns are', () => {
    const { entries, mistakes, warnings } = readInvitedList(
      '\uFEFFwebsite;Organization;email\r\nharbor.example.org;Harbor Families;ana@example.org\r\n\r\n;Pier Elders;\r\n',
    );
    expect([mistakes, warnings]).toEqual([[], []]);
    expect(entries).toEqual([
      { organization: 'Harbor Families', email: 'ana@example.org', website: 'harbor.example.org' },
      { organization: 'Pier Elders' },
    ]);
  });

  test.each([
    ['', 'invited.csv:1 The list is empty.'],
    ['email\na@example.org\n', 'invited.csv:1 The column organization is missing.'],
    ['organization,emial\nPier Elders,x\n', 'invited.csv:1 Unknown column emial.'],
    ['organization,organization\nPier Elders,x\n', 'invited.csv:1 There are two columns organization.'],
    ['organization,email\n,a@example.org\n', 'invited.csv:2 organization is missing.'],
    ['organization,email\nPier Elders\n', 'invited.csv:2 This row has one cell, but the first line has 2.'],
    ['organization,email\nPier Elders,ana at pier\n', 'invited.csv:2 “ana at pier” is not an email address.'],
    [
      'organization,website\nPier Elders,not a site\n',
      'invited.csv:2 “not a site” is not the address of a website.',
    ],
    [
      'organization,website\nPier Elders,javascript:alert(1)\n',
      'invited.csv:2 “javascript:alert(1)” is not the address of a website.',
    ],
    ['organization\nN/A\n', 'invited.csv:2 “N/A” is not the name of an organization.'],
    ['organization\n#REF!\n', 'invited.csv:2 “#REF!” is not the name of an organization.'],
    ['organization\nana@example.org\n', 'invited.csv:2 “ana@example.org” contains an email address.'],
    ['organization\nSee https://pier.example.org/x\n', expect.stringContaining('contains a link.')],
    ['organization\nPier Elders\nPier Elders\n', 'invited.csv:3 “Pier Elders” is already on line 2.'],
    [
      'organization\n"The Pier Elders, Inc."\npier elders\n',
      'invited.csv:3 “pier elders” is the organization of line 2, “The Pier Elders, Inc.”.',
    ],
    [`organization\n${'é'.repeat(101)}\n`, 'invited.csv:2 organization is too long. The limit is 200 bytes.'],
    ['organization\n"Pier\nElders"\n', 'invited.csv:3 organization contains a line break.'],
    ['organization\n"Pier"x\n', 'invited.csv:2 A quotation mark in this row is in the wrong place.'],
  ])('%j is told at its row', (text, mistake) => {
    const reading = readInvitedList(text);
    expect(told(reading)).toEqual([mistake]);
    expect(reading.mistakes[0]?.cure).toMatch(/\w{3}/);
  });

  test('tells all mistakes at once', () => {
    const text = 'organization,email\nN/A,nobody\nPier Elders,x\nPier Elders,ana@example.org\n,\n-,\n';
    expect(told(readInvitedList(text))).toEqual([
      'invited.csv:2 “nobody” is not an email address.',
      'invited.csv:3 “x” is not an email address.',
      'invited.csv:6 “-” is not the name of an organization.',
    ]);
  });

  test('says that one address gets an invitation for each of its organizations', () => {
    const { entries, warnings } = readInvitedList(
      'organization,email\nPier Elders,ana@example.org\nDock Choir,Ana@example.org\n',
    );
    expect(entries).toHaveLength(2);
    expect(warnings).toEqual([
      'invited.csv, line 3: this address is already on line 2. It gets an invitation for each organization.',
    ]);
  });

  test('has five thousand organizations at most', () => {
    const rows = Array.from({ length: 5001 }, (_, index) => `Pier Club ${index}`);
    expect(told(readInvitedList(['organization', ...rows].join('\n')))).toEqual([
      'invited.csv:5002 The list has more than 5000 organizations.',
    ]);
  });

  test('is a mistake where only people can sign', () => {
    const people = readYamlWith(
      'signatories: { organizations: false, individuals: true }',
      'publication:\n  threshold: { individuals: 170 }',
    );
    expect(people.mistakes).toEqual([]);
    const yaml = people.campaign?.source ?? null;
    expect(told(read({ 'campaign.yaml': yaml, 'invited.csv': 'organization\nPier Elders\n' }))).toEqual([
      'invited.csv:1 This list is of organizations, but only people can sign this campaign.',
    ]);
  });
});
