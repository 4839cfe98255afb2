import type { Gate } from '../../campaign/gate.ts';
import { campaignPath, type LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { TextFacts } from './content.ts';

export interface ReleasedFigures {
  organizations: number;
  individuals: number;
  /** Instant of publication. */
  publishedAt: string;
}

/** The address where people read the letter: the one in the campaign's settings, or else on this site. */
export const letterUrlOf = (settings: LocalizedSettings, siteUrl: string): string =>
  settings.letterUrl ?? `${siteUrl}${campaignPath(settings)}letter/`;

/** What a campaign's texts can contain in the language of the settings, with the numbers to render them for. */
export const textFacts = (
  settings: LocalizedSettings,
  gate: Pick<Gate, 'thresholdOrganizations' | 'thresholdIndividuals'>,
  siteUrl: string,
  { organizations, individuals, publishedAt }: ReleasedFigures,
): TextFacts => ({
  organizations,
  individuals,
  thresholdOrganizations: gate.thresholdOrganizations || null,
  thresholdIndividuals: gate.thresholdIndividuals || null,
  campaignTitle: settings.title,
  letterUrl: letterUrlOf(settings, siteUrl),
  releaseUrl: `${siteUrl}${campaignPath(settings)}release/`,
  publishedAt,
  timeZone: settings.timeZone,
  language: settings.language,
});

/** The numbers and the time of a campaign's snapshot, as the gate stores them. Undefined if there is no snapshot. */
export const releasedFigures = ({
  releasedOrganizations,
  releasedIndividuals,
  publishedAt,
}: Gate): ReleasedFigures | undefined =>
  releasedOrganizations === undefined || releasedIndividuals === undefined || publishedAt === undefined
    ? undefined
    : { organizations: releasedOrganizations, individuals: releasedIndividuals, publishedAt };

/**
 * The address of a corrected text in its first version. It is always on this site, next to the release, even if
 * `letterUrl` says that the letter is elsewhere.
 */
export const originalUrl = (document: 'letter' | 'release', releaseUrl: string): string =>
  new URL(`../${document}/original/`, releaseUrl).href;
