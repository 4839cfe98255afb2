import type { File } from '../aws/files/files.ts';
import { campaignStatus } from '../campaign/status.ts';
import { homePage } from '../rendering/pages/home-page.tsx';
import { campaignSlugs } from '../table/campaign-slugs.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import { pageFile } from './site-file.ts';

/** The site's home page: every campaign that is listed. */
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
  return pageFile('index.html', homePage({ siteUrl, campaigns: campaigns.flat() }));
}
