import { expect, test } from '@jest/globals';
import { readLetter } from '../../shared/campaign-folder/letter.ts';
import { namesInTexts } from '../../shared/campaign-folder/names-in-texts.ts';
import { readRelease } from '../../shared/campaign-folder/release.ts';

const letter = (recipient: string) =>
  readLetter(`---\nrecipient: ${recipient}\nsubject: S\nclosing: [C]\n---\nText`);
const release = readRelease(`---
headline: H
contacts:
  - { name: Ana Ruiz, organization: Harbor Families, email: Ana@Harbor-Families.org }
  - { name: Ben Okafor, organization: Dock Workers, phone: 555-0100 }
  - { name: Cas Moreno, phone: 555-0101 }
---
Text`);

test('protects the organizations of contacts with their domains, and the recipient before its street', () => {
  const recipient = '["The Honorable R. Adeyemi, Chair", Harbor Commission, 1 Pier Road, "Harbor City, NY"]';
  expect(namesInTexts([letter(recipient)], [release])).toEqual([
    { name: 'Harbor Families', domain: 'harbor-families.org' },
    { name: 'Dock Workers' },
    { name: 'The Honorable R. Adeyemi, Chair' },
    { name: 'Harbor Commission' },
  ]);
});

test('protects of a recipient without a street the first line, and nothing that is filled in', () => {
  expect(namesInTexts([letter('[Harbor Commission, Harbor City]')], [])).toEqual([
    { name: 'Harbor Commission' },
  ]);
  expect(namesInTexts([letter('["{{ campaign.title }}"]')], [])).toEqual([]);
});
