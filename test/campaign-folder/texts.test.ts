import { describe, expect, test } from '@jest/globals';
import { renderLetter } from '../../shared/campaign-folder/letter.ts';
import { renderRelease } from '../../shared/campaign-folder/release.ts';
import type { Signatory, SignatoryLists } from '../../shared/rendering/document/content.ts';
import { letterText, releaseText } from '../../shared/rendering/document/plain-text.ts';
import { someFacts } from '../rendering/facts.ts';

const release = `---
banner: FOR IMMEDIATE RELEASE
headline: "{{ organizations.count }} Organizations Urge Commission"
subheadline: "{{ campaign.title }}"
dateline: Harbor City, N.Y.
contacts:
  - { name: Ana Ruiz, organization: Harbor Families, phone: (518) 555-0142, email: ana@example.org }
  - { name: Ben Okafor, email: ben@example.org }
quotes:
  - text: |
      We say “no,” and
      we mean it.

      We do,
    attribution: said *Ana* Ruiz.
  - { lead: "Ben Okafor said:", text: "Keep them." }
about:
  - The Coalition (SC) is. Visit [example.org](https://example.org).
  - >
    Harbor Families is.

    Write to [ana@example.org](mailto:ana@example.org).
---
Today, {{ organizations.count | over: 10 }} organizations [sent a letter]({{ letter.url }}).

- one
- two
`;

const letter = `---
recipient: |
  Harbor Commission
  1 Pier Road
subject: Keep the Trees
closing: ["Respectfully,", The undersigned]
---
Dear Members:

1. First
2. Second

> A quotation.
`;

const signatory = (name: string, changed: Partial<Signatory> = {}): Signatory => ({
  id: name,
  kind: 'organization',
  name,
  addedOn: null,
  ...changed,
});

const nobody: SignatoryLists = {
  organizations: { count: 0, groups: [] },
  individuals: { count: 0, named: [], withheld: 0 },
  withdrawnSince: 0,
  isInternational: false,
  asOf: '2026-12-02T15:00:00.000Z',
};

describe('The release as plain text', () => {
  test('is laid out as newsrooms expect it, from its banner to ###', () => {
    expect(releaseText(renderRelease(release, someFacts()))).toBe(`FOR IMMEDIATE RELEASE

Contact:
Ana Ruiz, Harbor Families, (518) 555-0142, ana@example.org
Ben Okafor, ben@example.org

December 2, 2026

171 Organizations Urge Commission

Keep the Trees

Harbor City, N.Y. – Today, over 170 organizations sent a letter (https://letters.example.org/harbor-trees/letter/).

- one
- two

“We say ‘no,’ and we mean it.

“We do,” said Ana Ruiz.

Ben Okafor said: “Keep them.”

The Coalition (SC) is. Visit example.org (https://example.org).

Harbor Families is.

Write to ana@example.org.

###
`);
  });

  test('in Spanish has Spanish words, numbers and marks', () => {
    const text = releaseText(renderRelease(release, someFacts({ language: 'es', organizations: 12_345 })));
    expect(text).toContain('Contacto:\n');
    expect(text).toContain('2 de diciembre de 2026');
    expect(text).toContain('12.345 Organizations');
    expect(text).toContain('más de 12.340');
    expect(text).toContain('«We say “no,” and we mean it.\n\n»We do,» said');
  });

  test('has each logo’s own picture beside its words, in the order that it gives', () => {
    const named = 'logos: [{ file: b.svg, alt: Bay }, { file: a.svg, alt: Alder }]';
    const drawn = (file: string, png: string) => ({ file, png, width: 40, height: 20 });
    const { logos } = renderRelease(release.replace('banner:', `${named}\nbanner:`), someFacts(), [
      drawn('a.svg', 'QQ=='),
      drawn('b.svg', 'Qg=='),
    ]);
    expect(logos?.map(({ alt, png }) => [alt, png])).toEqual([
      ['Bay', 'Qg=='],
      ['Alder', 'QQ=='],
    ]);
  });

  test('has the dateline in a paragraph of its own if the body begins with something else', () => {
    const source = release.replace('Today,', '## Today');
    expect(releaseText(renderRelease(source, someFacts()))).toContain('\n\nHarbor City, N.Y. – \n\n');
  });
});

describe('The letter as plain text', () => {
  test('has the date of its publication, or its own', () => {
    const date = (front: string) =>
      renderLetter(letter.replace('subject:', `${front}subject:`), someFacts()).date;
    expect(date('')).toBe('December 2, 2026');
    expect(date('date: 2026-11-05\n')).toBe('November 5, 2026');
    expect(date('date: Thanksgiving Day\n')).toBe('Thanksgiving Day');
  });

  test('lists who signed in their groups, late ones with the day', () => {
    const lists: SignatoryLists = {
      organizations: {
        count: 4,
        groups: [
          { signatories: [signatory('Shoreline Coalition')] },
          {
            heading: 'national',
            signatories: [signatory('Ñandú', { city: 'Harbor City', region: 'NY', country: 'US' })],
          },
          { isRest: true, signatories: [signatory('Zeta\u202E\n', { addedOn: '2026-12-05' })] },
        ],
      },
      individuals: {
        count: 3,
        named: [signatory('Ana Ruiz', { kind: 'individual', city: 'Lima', country: 'PE' })],
        withheld: 2,
      },
      withdrawnSince: 1,
      isInternational: true,
      asOf: '2026-12-06T15:00:00.000Z',
    };
    expect(letterText(renderLetter(letter, someFacts()), lists, 'en')).toBe(`December 2, 2026

Harbor Commission
1 Pier Road

Keep the Trees

Dear Members:

1. First
2. Second

> A quotation.

Respectfully,
The undersigned

Signed by 4 organizations

Shoreline Coalition

National organizations
Ñandú, Harbor City, NY, United States

Others
Zeta (added December 5, 2026)

Signed by 3 people

Ana Ruiz, Lima, Peru
and 2 people who prefer not to be named

1 signature has been withdrawn since publication.
`);
  });

  test('without signatories ends with its closing', () => {
    expect(letterText(renderLetter(letter, someFacts()), nobody, 'en')).toMatch(/The undersigned\n$/);
  });
});
