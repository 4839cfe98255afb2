import type { Gate } from '../../campaign/gate.ts';
import { campaignPath, type LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { TextFacts } from './content.ts';

export interface ReleasedFigures {
  organizations: number;
  individuals: number;
  /** Instant of the publication. */
  publishedAt: string;
}

/** Where the letter is read: where the campaign says that it lives, else on this site. */
export const letterUrlOf = (settings: LocalizedSettings, siteUrl: string): string =>
  settings.letterUrl ?? `${siteUrl}${campaignPath(settings)}letter/`;

/** What a campaign's texts in the settings' language can name, with the numbers that they are rendered for. */
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

/** The numbers and the time of a campaign's claimed snapshot, as the gate keeps them; none before there is one. */
export const releasedFigures = ({
  releasedOrganizations,
  releasedIndividuals,
  publishedAt,
}: Gate): ReleasedFigures | undefined =>
  releasedOrganizations === undefined || releasedIndividuals === undefined || publishedAt === undefined
    ? undefined
    : { organizations: releasedOrganizations, individuals: releasedIndividuals, publishedAt };
