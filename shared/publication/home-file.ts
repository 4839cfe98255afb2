import { campaignStatus } from '../campaign/status.ts';
import { homePage } from '../pages/home-page.tsx';
import { campaignSlugs } from '../store/campaign-slugs.ts';
import type { File } from '../store/files/files.ts';
import { readGate } from '../store/gate.ts';
import { readSettings } from '../store/settings.ts';
import type { Store } from '../store/table.ts';
import { page } from './site-file.ts';

/** The site's first page: every campaign that wants to be listed. */
export async function homeFile(store: Store, siteUrl: string, now: Date): Promise<File> {
  const campaigns = await Promise.all(
    (await campaignSlugs(store)).map(async (slug) => {
      const [campaign, gate] = [await readSettings(store, slug), await readGate(store, slug)];
      if (!campaign || !gate || campaign.settings.visibility === 'link') return [];
      if (gate.status === 'taken-down') return [];
      const { title, summary, language } = campaign.settings;
      return [{ slug, title, summary, language, status: campaignStatus(campaign.settings, gate, now) }];
    }),
  );
  return page('index.html', homePage({ siteUrl, campaigns: campaigns.flat() }));
}
