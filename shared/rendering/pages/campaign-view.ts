import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { CampaignStatus, Openness } from '../../campaign/status.ts';
import { longTime, number } from '../../i18n/formats.ts';
import { type Catalog, texts } from '../../i18n/texts.ts';

/** Counts as a campaign shows them, and the time (ISO 8601) of the counts. A threshold of 0 means none. */
export interface Progress {
  organizations: number;
  individuals: number;
  thresholdOrganizations: number;
  thresholdIndividuals: number;
  asOf: string;
}

/** What a page needs to know about its campaign. `siteUrl` has no slash at its end. */
export interface CampaignView {
  /** In the page's language. */
  settings: LocalizedSettings;
  status: CampaignStatus;
  openness: Openness;
  siteUrl: string;
  /** Shown only if the campaign's settings say so. */
  progress?: Progress;
  /** Instant of publication (ISO 8601). Absent before it. */
  publishedAt?: string;
  /** When the recipient last got the updated letter. Absent if they did not. */
  supplementSentAt?: string;
  /** Existing PDFs, by their paths without the first slash (`slug/letter.pdf`). Pages link only to these. */
  pdfKeys?: string[];
}

export interface Locale {
  t: Catalog;
  /** An instant in words, in the campaign's time zone. */
  time(instant: string): string;
  number(value: number): string;
}

/** Texts, times and numbers in a campaign's language and time zone. */
export function localeOf({ language, timeZone }: Pick<Settings, 'language' | 'timeZone'>): Locale {
  return {
    t: texts(language),
    time: (instant) => longTime(language, timeZone, instant),
    number: (value) => number(language, value),
  };
}
