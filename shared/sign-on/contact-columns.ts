import type { Settings } from '../campaign/settings.ts';
import { countryName } from '../i18n/countries.ts';
import { postalCode, regionOf } from '../organization/regions.ts';
import type { ExportFormat } from './export-choice.ts';
import type { Column } from './export-table.ts';
import type { ExportedSignOn } from './exported-sign-on.ts';
import { nameParts } from './person-name.ts';
import type { Details } from './sign-on.ts';

type ContactSettings = Pick<Settings, 'slug' | 'title' | 'questions'>;

/**
 * The columns of a file for a CRM, a row a person. Dates are ISO 8601 UTC.
 *
 * - Action Network matches columns that have the names of its own fields and takes any others as custom fields. It
 *   accepts only people who opted in
 *   (https://help.actionnetwork.org/hc/en-us/articles/203112959-File-formats-for-list-uploads).
 * - ActionKit demands the names in its list of headers, with `action_…` for anything else
 *   (https://docs.actionkit.com/docs/manual/guide/uploads_reference.html).
 * - CiviCRM lets each column be mapped to a field, so columns have the titles of its fields. A row is a contact of the type
 *   Individual (https://docs.civicrm.org/user/en/latest/common-workflows/importing-data-into-civicrm/).
 */
export function contactColumns(
  format: Exclude<ExportFormat, 'standard'>,
  settings: ContactSettings,
): Column[] {
  switch (format) {
    case 'action-network':
      return withQuestions(actionNetwork, settings, (id) => id);
    case 'actionkit':
      return withQuestions(actionKit, settings, (id) => `action_${id.replaceAll('-', '_')}`);
    case 'civicrm':
      return withQuestions(civiCrm(settings), settings, (id) => id);
  }
}

const column = (heading: string, of: (signed: Details, signOn: ExportedSignOn) => unknown): Column => ({
  heading,
  of: (signOn) => (signOn.signed ? of(signOn.signed, signOn) : undefined),
});

const partsOf = ({ name, language }: Details) => nameParts(name, language);

/** A state as these systems have it: by its postal code where it has one, else by its name. */
const stateOf = ({ region, country }: Details): string | undefined =>
  region && (postalCode(region, country) ?? regionOf(region, country).name ?? region);

const countryOf = ({ country }: Details): string | undefined =>
  country === undefined ? undefined : countryName('en', country);

/** Two columns whose headings differ only in this would be one for a CRM. */
const folded = (heading: string): string => heading.toLowerCase().replace(/[\s_-]/g, '');

/** A question whose id is the name of another column has `answer_` before it, so that it replaces nothing. */
function withQuestions(
  columns: readonly Column[],
  { questions = [] }: ContactSettings,
  headingOf: (id: string) => string,
): Column[] {
  const taken = new Set(columns.map(({ heading }) => folded(heading)));
  const own = questions.map(({ id }) => {
    const heading = taken.has(folded(headingOf(id))) ? headingOf(`answer_${id}`) : headingOf(id);
    return column(heading, ({ answers }) => answers?.[id]);
  });
  return [...columns, ...own];
}

const consentTime = ({ newsletter, newsletterAt }: Details): string | undefined =>
  newsletter ? newsletterAt : undefined;

const actionNetwork: readonly Column[] = [
  column('email', (_, { email }) => email),
  column('first_name', (signed) => partsOf(signed).given),
  column('last_name', (signed) => partsOf(signed).family),
  column('city', ({ city }) => city),
  column('state', stateOf),
  column('country', ({ country }) => country),
  column('language', ({ language }) => language),
  column('source', ({ source }) => source),
  column('full_name', ({ name }) => name),
  column('organization', ({ organizationName }) => organizationName),
  column('title', ({ title }) => title),
  column('website', ({ website }) => website),
  column('signed_at', (_, { confirmedAt }) => confirmedAt),
  column('newsletter_consent_at', consentTime),
];

/** ActionKit takes a region for a state, and the English name of a country. */
const actionKit: readonly Column[] = [
  column('email', (_, { email }) => email),
  column('first_name', (signed) => partsOf(signed).given),
  column('last_name', (signed) => partsOf(signed).family),
  column('city', ({ city }) => city),
  column('state', stateOf),
  column('country', countryOf),
  column('source', ({ source }) => source),
  column('created_at', (_, { confirmedAt }) => confirmedAt),
  column('action_full_name', ({ name }) => name),
  column('action_organization', ({ organizationName }) => organizationName),
  column('action_title', ({ title }) => title),
  column('action_website', ({ website }) => website),
  column('action_newsletter_consent_at', consentTime),
];

const civiCrm = (settings: ContactSettings): Column[] => [
  column('External Identifier', (_, { id }) => `${settings.slug}-${id}`),
  column('First Name', (signed) => partsOf(signed).given),
  column('Last Name', (signed) => partsOf(signed).family),
  column('Email', (_, { email }) => email),
  column('Job Title', ({ title }) => title),
  column('Current Employer', ({ organizationName }) => organizationName),
  column('City', ({ city }) => city),
  column('State', stateOf),
  column('Country', countryOf),
  column('Website', ({ website }) => website),
  column('Preferred Language', ({ language }) => language),
  column('Contact Source', ({ source }) => [settings.title, source].filter(Boolean).join(', ')),
  // Whoever did not ask for news is a contact without bulk mail.
  column('No Bulk Emails (User Opt Out)', ({ newsletter }) => (newsletter ? 0 : 1)),
  column('Full Name', ({ name }) => name),
  column('Signed', (_, { confirmedAt }) => confirmedAt),
  column('Newsletter Consent', consentTime),
];
