import type { File } from '../aws/files/files.ts';
import { brandingLogo } from '../campaign/branding.ts';
import { campaignPath, logosPath } from '../campaign/localized-settings.ts';
import { type Logo, logoFileName } from '../campaign/logo.ts';
import type { Settings } from '../campaign/settings.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { embedScript } from '../rendering/pages/embed.ts';
import { privacyPage } from '../rendering/pages/privacy-page.tsx';
import { resultPage } from '../rendering/pages/result-page.tsx';
import { sharePage, sourceLink } from '../rendering/pages/share-page.tsx';
import { qrSvg } from '../rendering/share/qr-code.ts';
import { sharePictures } from './artifacts.ts';
import { immutableFile, pageFile, plainFile } from './site-file.ts';

const resultPages = [
  'check-your-inbox',
  'signed',
  'waiting',
  'already-signed',
  'withdrawn',
  'not-you',
] as const;

/** The folder of the campaign's files in the view's language: `slug`, or `slug/es` for a translation. */
export const folderOf = ({ settings }: CampaignView): string => campaignPath(settings).slice(1, -1);

/** What a campaign has in the view's language before and after publication, beside its own page. */
export function filesAround(view: CampaignView): File[] {
  const folder = folderOf(view);
  return [
    ...resultPages.map((name) => pageFile(`${folder}/${name}/index.html`, resultPage(view, name))),
    pageFile(`${folder}/privacy/index.html`, privacyPage(view)),
    plainFile(`${folder}/embed.js`, 'js', embedScript(view)),
    pageFile(`${folder}/share/index.html`, sharePage(view, sharePictures(view))),
    plainFile(`${folder}/share/qr.svg`, 'svg', qrSvg(sourceLink(view, 'qr'))),
  ];
}

/** The logo at the head of pages. */
export function brandingFiles(settings: Settings, logos: readonly Logo[] = []): File[] {
  const logo = brandingLogo(settings.branding, logos);
  if (!logo) return [];
  const key = `${logosPath(settings).slice(1)}${logoFileName(logo)}`;
  return [immutableFile(key, 'image/png', Buffer.from(logo.png, 'base64'))];
}

/** The campaign's own page. */
export const indexPage = (view: CampaignView, html: string): File =>
  pageFile(`${folderOf(view)}/index.html`, html);
