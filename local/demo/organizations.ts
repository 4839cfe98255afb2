/** Invented organizations for the demo. Each is a pair of a place and a purpose, so no two have the same name. */

const places = [
  'Alder Point',
  'Bayside',
  'Cañon Verde',
  'Dockyard',
  'East Quay',
  'Fern Hollow',
  'Gull Island',
  'Harbor City',
  'Ironbridge',
  'Juniper Flats',
  'Kestrel Hill',
  'Lighthouse Row',
  'Mill Creek',
  'North Pier',
  'Old Ferry',
  'Peñasco',
  'Saltmarsh',
];

const purposes = [
  'Families',
  'Tree Stewards',
  'Workers’ Alliance',
  'Clean Water Fund',
  'Tenants & Neighbors',
  'Youth Council',
  'Historical Society',
  'Food Bank',
  'Birding Club',
  'Health Project',
];

const people = [
  'Ana Ruiz',
  'Ben Okafor',
  'Chloé Martin',
  'Dmitri Volkov',
  'Esra Demir',
  'Farid Haddad',
  'Grace Lindqvist',
];
const scopes = ['national', 'state', 'local'];

export interface Applicant {
  organizationName: string;
  name: string;
  title: string;
  email: string;
  scope: string;
  city: string;
  region: string;
  country: string;
  website: string;
}

/** The first `count` applicants, at most 170; always the same ones. */
export function applicants(count: number): Applicant[] {
  const all = places.flatMap((place, p) =>
    purposes.map((purpose, q): Applicant => {
      const index = p * purposes.length + q;
      return {
        organizationName: `${place} ${purpose}`,
        name: people[index % people.length] ?? 'Ana Ruiz',
        title: 'Director',
        email: `director@org-${index + 1}.example.org`,
        scope: scopes[index % scopes.length] ?? 'local',
        city: place,
        region: 'New York',
        country: 'US',
        website: `org-${index + 1}.example.org`,
      };
    }),
  );
  return all.slice(0, count);
}
