import type { Campaign } from '../../campaign/campaign.ts';
import { readStoredFolder, type StoredFolder } from '../../console/folder/examine.ts';
import { readSubmitted } from '../../console/folder/read-submitted.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { previewFile } from '../../site/preview/preview-file.ts';
import type { ApiResponse } from '../event.ts';
import { Problem } from '../problem.ts';
import { seeOther } from '../response.ts';
import { type CampaignRequest, type ConsoleContext, campaignRoute } from './console-request.ts';
import { fileResponse, maxResponseBytes } from './file-response.ts';
import { submittedFiles } from './folder-body.ts';

/**
 * A page, text, PDF or email of the campaign as it would be if it were published now: from the stored files, or
 * (POST) from typed files. After publication, the stored texts are on the site.
 */
export const answerPreview = campaignRoute('see', async (request, context: ConsoleContext) => {
  const { slug, requestContext } = request;
  const { path = '' } = request.pathParameters ?? {};
  const folder = await readStoredFolder(context.store, slug);
  if (!folder) throw new Problem('not-found');
  const isTyped = requestContext.http.method === 'POST';
  const { status } = folder.stored.gate;
  if (!isTyped && status !== 'collecting' && !path.startsWith('mails/'))
    return seeOther(`/${slug}/${path.split('/').map(encodeURIComponent).join('/')}`);
  const campaign = isTyped ? typedCampaign(request, context, folder) : storedCampaign(folder);
  const { store, siteUrl, now } = context;
  const at = now().toISOString();
  const file = await previewFile({ campaign, store, at, siteUrl }, path);
  if (!file) throw new Problem('not-found');
  return previewResponse(request, file);
});

function typedCampaign(
  request: CampaignRequest,
  { now }: ConsoleContext,
  { stored, files: folder }: StoredFolder,
): Campaign {
  const { slug, language } = request;
  const files = submittedFiles(request, folder);
  const { campaign, mistakes } = readSubmitted({
    files,
    slug,
    stored,
    senderDomains: [],
    now: now(),
    language,
  });
  if (campaign) return campaign;
  const t = consoleTexts(language).texts;
  throw new Problem('invalid', {
    words: { title: t.noPreview, detail: t.mistakes(mistakes.length) },
    more: { mistakes },
    back: { href: `/console/${slug}/texts`, label: t.title },
  });
}

function storedCampaign({ stored }: StoredFolder): Campaign {
  const { settings, gate, letter, release, translations, press, logos } = stored;
  if (letter === undefined || release === undefined) throw new Problem('not-found');
  return {
    settings,
    gate,
    texts: [{ language: settings.language, letter, release }, ...translations],
    press,
    ...(logos.length > 0 && { logos }),
  };
}

/** Makes the links and pictures of a page lead to the preview, because the site does not have them yet. */
const withinPreview = (html: string, slug: string): string =>
  html.replaceAll(new RegExp(`(href|src)="/${slug}/`, 'g'), `$1="/console/${slug}/preview/`);

/** Text stays text. The policy of a page is made from its styles. */
function previewResponse(
  request: CampaignRequest,
  { body, contentType }: { body: string | Uint8Array; contentType: string },
): ApiResponse {
  const { slug, language } = request;
  const headers = { 'content-type': contentType };
  if (typeof body === 'string' && Buffer.byteLength(body) < maxResponseBytes) {
    const isPage = contentType.startsWith('text/html');
    return { statusCode: 200, headers, body: isPage ? withinPreview(body, slug) : body };
  }
  const answer = fileResponse(request, body, headers);
  if (answer) return answer;
  const t = consoleTexts(language).texts;
  throw new Problem('too-large', { words: { title: t.noPreview, detail: t.previewTooLarge(slug) } });
}
