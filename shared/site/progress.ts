import type { File } from '../aws/files/files.ts';
import { thresholdOf } from '../campaign/gate.ts';
import { languageFolders } from '../campaign/localized-settings.ts';
import { type CampaignState, type CampaignStatus, campaignStatus, openness } from '../campaign/status.ts';

/**
 * `progress.json`: what pages, embeds and programs read most. `null` counts: the campaign does not show them, or was
 * taken down.
 */
export interface ProgressFile {
  slug: string;
  status: CampaignStatus;
  open: boolean;
  organizations: number | null;
  individuals: number | null;
  threshold: { organizations: number | null; individuals: number | null };
  publishedAt: string | null;
  asOf: string;
}

/** The content of `progress.json` at an instant. */
function progressFile({ settings, paused, gate, now }: CampaignState): ProgressFile {
  const status = campaignStatus(settings, gate, now);
  const isPublished = status === 'published';
  const showsCounts = settings.showProgress && status !== 'taken-down';
  return {
    slug: settings.slug,
    status,
    open: openness(settings, paused, now) === 'open' && status !== 'taken-down',
    organizations: showsCounts ? gate.organizations : null,
    individuals: showsCounts ? gate.individuals : null,
    threshold: thresholdOf(gate),
    publishedAt: isPublished ? (gate.publishedAt ?? null) : null,
    asOf: now.toISOString(),
  };
}

/** `progress.json` as a file of the site, the same in each language's tree, the campaign's own first. */
export function progressFiles(campaign: CampaignState): File[] {
  const body = JSON.stringify(progressFile(campaign));
  return languageFolders(campaign.settings).map((tree) => ({
    key: `${tree}progress.json`,
    body,
    contentType: 'application/json; charset=utf-8',
    cacheControl: 'public, max-age=2, s-maxage=2',
  }));
}
