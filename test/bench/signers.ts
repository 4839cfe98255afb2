import { applicants } from '../../local/demo/organizations.ts';

/** Forms as people fill them in: every field, at its usual length. No two are from the same address. */

const organizations = applicants(170);

/** The nth organization's form. Past the 170 that the demo has names for, they are chapters of them. */
export function anOrganizationsForm(index: number): Record<string, string> {
  const organization = organizations[index % organizations.length];
  if (!organization) throw new Error('The demo has no organizations.');
  const chapter = Math.floor(index / organizations.length);
  return {
    kind: 'organization',
    ...organization,
    ...(chapter > 0 && { organizationName: `${organization.organizationName}, Chapter ${chapter}` }),
    email: address(index),
    authorized: 'on',
  };
}

/** The nth person's form. */
export function aPersonsForm(index: number): Record<string, string> {
  const { name, title, city, region, country } = organizations[index % organizations.length] ?? {};
  if (!name || !title || !city || !region || !country) throw new Error('The demo has no people.');
  return {
    kind: 'individual',
    name,
    title,
    city,
    region,
    country,
    publicName: 'full',
    email: address(index),
  };
}

const address = (index: number): string =>
  `first.lastname-${String(index).padStart(6, '0')}@some-organization.example.org`;
