import { type QuestionSettings, shownQuestions } from '../../campaign/localized-settings.ts';
import { countryName } from '../../i18n/countries.ts';
import { texts } from '../../i18n/texts.ts';
import { answerField } from '../../sign-on/answers.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { safeLine, shortUrl } from '../document/safe-text.ts';

/** The fields of a sign-on that people read, in reading order. */
export const factFields = [
  'organizationName',
  'website',
  'scope',
  'city',
  'region',
  'country',
  'name',
  'title',
  'publicName',
] as const;

export interface SignOnFact {
  /** A field of the form, including the campaign's own questions and its newsletter. */
  field: (typeof factFields)[number] | 'newsletter' | `answers.${string}`;
  label: string;
  value: string;
}

/**
 * What a signer typed, field by field, with the labels of the form in the signer's language. Values are safe to show.
 * Empty fields are left out.
 */
export function signOnFacts(
  kind: SignOn['kind'],
  details: Details,
  settings: QuestionSettings,
): SignOnFact[] {
  const t = texts(details.language);
  const { organizationName, website, scope, name, title, city, region, country, publicName } = details;
  const values: Record<(typeof factFields)[number], string | undefined> = {
    organizationName,
    website: website && shortUrl(website),
    scope: scope && t.form.scopes[scope],
    city,
    region,
    country: country && countryName(details.language, country),
    name,
    title,
    publicName: kind === 'individual' ? t.form.publicNames[publicName ?? 'full'] : undefined,
  };
  const own = factFields.flatMap((field): SignOnFact[] => {
    const value = values[field];
    return value ? [{ field, label: t.fields[field].label, value: safeLine(value) }] : [];
  });
  return [...own, ...answerFacts(details, settings), ...newsletterFact(details)];
}

function answerFacts({ answers = {}, language }: Details, settings: QuestionSettings): SignOnFact[] {
  const { form } = texts(language);
  const questions = shownQuestions(settings, language);
  return Object.entries(answers).map(([id, value]) => {
    const question = questions.find((each) => each.id === id);
    const option = question?.options.find((each) => each.value === value)?.label;
    const words = typeof value === 'boolean' ? (value ? form.yes : form.no) : String(option ?? value);
    return { field: answerField(id), label: safeLine(question?.label ?? id), value: safeLine(words) };
  });
}

function newsletterFact({ newsletter, language }: Details): SignOnFact[] {
  if (!newsletter) return [];
  const t = texts(language);
  return [{ field: 'newsletter', label: t.fields.newsletter.label, value: t.form.yes }];
}
