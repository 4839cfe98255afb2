import { stringify } from 'csv-stringify/sync';
import type { Signatory, SignatoryLists } from '../content/content.ts';
import type { Snapshot } from './snapshot.ts';

const organizationsOf = ({ organizations }: SignatoryLists): Signatory[] =>
  organizations.groups.flatMap(({ signatories }) => signatories);

/** `signatories.json`: organizations in the page's order; people are numbers here, named on the page only. */
export function signatoriesJson(snapshot: Snapshot, lists: SignatoryLists): string {
  const { slug, settings, publishedOn, organizations, individuals } = snapshot;
  return JSON.stringify({
    slug,
    language: settings.language,
    publishedAt: publishedOn,
    asOf: lists.asOf,
    asReleased: { organizations, individuals },
    withdrawnSince: lists.withdrawnSince,
    organizations: organizationsOf(lists).map((organization) => ({
      name: organization.name ?? null,
      city: organization.city ?? null,
      region: organization.region ?? null,
      country: organization.country ?? null,
      scope: organization.scope ?? null,
      website: organization.website ?? null,
      addedOn: organization.addedOn,
    })),
    individuals: { named: lists.individuals.named.length, withheld: lists.individuals.withheld },
  });
}

/** `signatories.csv`: the organizations, safe to open in a spreadsheet (formulas neutralised, UTF-8 with BOM). */
export const signatoriesCsv = (lists: SignatoryLists): string =>
  stringify(
    organizationsOf(lists).map(({ name, city, region, country, scope, website, addedOn }) => [
      name,
      city,
      region,
      country,
      scope,
      website,
      addedOn,
    ]),
    {
      header: true,
      columns: ['name', 'city', 'region', 'country', 'scope', 'website', 'added_on'],
      bom: true,
      escape_formulas: true,
      // Not every spreadsheet takes the comma for its separator.
      quoted: true,
      record_delimiter: 'windows',
    },
  );
