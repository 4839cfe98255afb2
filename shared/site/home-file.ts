import type { File } from '../aws/files/files.ts';
import { campaignPath, inLanguage, textLanguage } from '../campaign/localized-settings.ts';
import { longDate, minuteBefore } from '../i18n/formats.ts';
import { type Language, languages } from '../i18n/language.ts';
import { texts } from '../i18n/texts.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { homePage, type ListedCampaign, sharedLanguage } from '../rendering/pages/home-page.tsx';
import { campaignSlugs } from '../table/campaign-slugs.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import { campaignView } from './build-campaign-view.ts';
import { pageFile } from './site-file.ts';

/**
 * The site's first page, with every campaign that wants to be listed: at the root in the language that the campaigns
 * share, and once more below each language.
 */
export async function homeFiles(store: Store, siteUrl: string, now: Date): Promise<File[]> {
  const views = await listedViews(store, siteUrl, now);
  const own = sharedLanguage(views.map(({ settings }) => settings));
  const pathOf = (language: Language): string => (language === own ? '/' : `/${language}/`);
  const versions = [own, ...languages.filter((language) => language !== own)].map((language) => ({
    language,
    path: pathOf(language),
  }));
  const page = (language: Language): string =>
    homePage({
      siteUrl,
      language,
      versions,
      campaigns: views.map((view) => listed(view, language)),
    });
  return [
    pageFile('index.html', page(own)),
    ...languages.map((language) => pageFile(`${language}/index.html`, page(language))),
  ];
}

async function listedViews(store: Store, siteUrl: string, now: Date): Promise<CampaignView[]> {
  const campaigns = await Promise.all(
    (await campaignSlugs(store)).map(async (slug) => {
      const [campaign, gate] = [await readSettings(store, slug), await readGate(store, slug)];
      if (!campaign || !gate || campaign.settings.visibility === 'link') return [];
      if (gate.status === 'taken-down' || gate.deletion) return [];
      return [campaignView({ ...campaign, gate, now }, siteUrl)];
    }),
  );
  return campaigns.flat();
}

function listed(view: CampaignView, language: Language): ListedCampaign {
  const settings = inLanguage(view.settings, language);
  const { slug, title, summary, sender } = settings;
  return {
    slug,
    title,
    summary,
    language,
    textLanguage: textLanguage(settings, 'title'),
    status: view.status,
    openness: view.openness,
    path: campaignPath(settings),
    organizer: sender.name,
    facts: [...counts(view, language), ...dates(view, language)],
  };
}

/** How many have signed, of how many while that is still to be reached. */
function counts({ settings, status, progress }: CampaignView, language: Language): string[] {
  if (!settings.showProgress || !progress || status === 'scheduled') return [];
  const t = texts(language).progress;
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = progress;
  const isGoing = status === 'collecting' || status === 'closed';
  return [
    ...(organizations === 0
      ? []
      : [
          isGoing && organizations < thresholdOrganizations
            ? t.organizationsOf(organizations, thresholdOrganizations)
            : t.organizations(organizations),
        ]),
    ...(individuals === 0
      ? []
      : [
          isGoing && individuals < thresholdIndividuals
            ? t.peopleOf(individuals, thresholdIndividuals)
            : t.people(individuals),
        ]),
  ];
}

function dates({ settings, status, openness, publishedAt }: CampaignView, language: Language): string[] {
  const { timeZone, opensAt, closesAt } = settings;
  const t = texts(language);
  const day = (instant: string) => longDate(language, timeZone, instant);
  return [
    ...(publishedAt ? [t.campaign.published(day(publishedAt))] : []),
    ...(status === 'scheduled' && opensAt ? [t.openness.opensAt(day(opensAt))] : []),
    ...(status === 'closed' && closesAt ? [t.openness.closedAt(day(minuteBefore(closesAt)))] : []),
    ...(openness === 'open' && closesAt ? [t.openness.closesAt(day(minuteBefore(closesAt)))] : []),
  ];
}
