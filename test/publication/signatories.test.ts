import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oncePerOrganization, signatoryOf } from '../../shared/content/signatories.ts';
import { pagesOfLists, signatoryLists } from '../../shared/publication/lists.ts';
import { aConfirmedSignOn, organizationDetails, someDetails } from '../support/records.ts';

const person = (publicName: 'full' | 'initials' | 'withheld') =>
  aConfirmedSignOn({ signed: someDetails({ name: 'Ana María Ruiz-Peña', city: 'Harbor City', publicName }) });

describe('a signatory as the public sees it', () => {
  test('is an organization with its own data and nothing of who signed for it', () => {
    const signed = organizationDetails('Harbor Families', { name: 'Ana Ruiz', title: 'Director' });
    const shown = JSON.stringify(signatoryOf(aConfirmedSignOn({ kind: 'organization', signed }), null));
    expect(shown).toContain('Harbor Families');
    for (const hidden of ['Ana', 'Director', 'ana@example.org', 'nonce']) expect(shown).not.toContain(hidden);
  });

  test('is a person just as they chose to be shown', () => {
    expect(signatoryOf(person('full'), null)).toMatchObject({
      name: 'Ana María Ruiz-Peña',
      city: 'Harbor City',
    });
    expect(signatoryOf(person('initials'), null).name).toBe('A. M. R. P.');
    const { name, city } = signatoryOf(person('withheld'), null);
    expect([name, city]).toEqual([undefined, undefined]);
  });
});

describe('the list of signatories', () => {
  const organization = (name: string, more = {}) =>
    signatoryOf(aConfirmedSignOn({ kind: 'organization', signed: organizationDetails(name, more) }), null);
  const names = (lists: ReturnType<typeof signatoryLists>) =>
    lists.organizations.groups.map(({ signatories }) => signatories.map(({ name }) => name));
  const since = { withdrawnSince: 0, asOf: '2026-12-02T15:00:00.000Z' };

  test('puts leads first in the order that the campaign gives, and everybody else in the language’s order', () => {
    const signatories = ['Zebra Fund', 'Écluse', 'Dock 10', 'Dock 9', 'Alpha Lead', 'Beta Lead'].map((name) =>
      organization(name),
    );
    const list = { groupBy: 'none' as const, leads: ['The Beta Lead, Inc.', 'Alpha Lead', 'Never Signed'] };
    expect(names(signatoryLists(signatories, { list, language: 'en' }, since))).toEqual([
      ['Beta Lead', 'Alpha Lead', 'Dock 9', 'Dock 10', 'Écluse', 'Zebra Fund'],
    ]);
  });

  test('groups by scope from national to local, those without one last', () => {
    const signatories = [
      organization('A', { scope: undefined }),
      organization('B', { scope: 'local' }),
      organization('C', { scope: 'national' }),
    ];
    const list = { groupBy: 'scope' as const, leads: [] };
    const { groups } = signatoryLists(signatories, { list, language: 'en' }, since).organizations;
    expect(groups.map(({ heading }) => heading)).toEqual(['national', 'local', undefined]);
  });

  test('is cut into pages that together hold every name once and all know the whole count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const signatories = Array.from({ length: count }, (_, index) => organization(`Group ${index}`));
        const list = { groupBy: 'none' as const, leads: [] };
        const lists = signatoryLists(signatories, { list, language: 'en' }, since);
        const pages = pagesOfLists(lists, size);
        expect(pages.flatMap(names).flat()).toEqual(names(lists).flat());
        for (const page of pages) expect(page.organizations.count).toBe(count);
      }),
    );
  });

  test('holds each organization once, the earliest, even if the table held it twice', () => {
    const signed = organizationDetails('Harbor Families');
    const first = aConfirmedSignOn({ kind: 'organization', signed, confirmedAt: '2026-11-01T10:00:00.000Z' });
    const second = { ...first, id: 'f'.repeat(32), confirmedAt: '2026-11-01T11:00:00.000Z' };
    expect(oncePerOrganization([second, first])).toEqual([first]);
  });
});
