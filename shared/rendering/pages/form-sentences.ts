import type { Settings } from '../../campaign/settings.ts';
import { daysLater, longDate } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';

/**
 * When personal data is deleted, as the end of a sentence: a number of days after publication or close, whichever is
 * later. The date is unknown until both are known.
 */
export function deletionTimeText(settings: Settings, publishedAt?: string): string {
  const { language, timeZone, closesAt } = settings;
  const { deletePersonalDataAfterDays: days } = settings.privacy;
  const t = texts(language).deletion;
  const dateAfter = (instant: string) => longDate(language, timeZone, daysLater(instant, days));
  if (publishedAt) return t.on(dateAfter(closesAt && closesAt > publishedAt ? closesAt : publishedAt));
  return closesAt ? t.onOrLater(dateAfter(closesAt), days) : t.afterPublication(days);
}

/** The sentence of the form that says that names are listed before publication. */
export function listedSentence({ language, signatories }: Settings): string {
  const { formBoth, formOrganizations, formPeople } = texts(language).soFar;
  if (signatories.organizations && signatories.individuals) return formBoth;
  return signatories.organizations ? formOrganizations : formPeople;
}
