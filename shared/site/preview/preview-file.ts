import type { Campaign } from '../../campaign/campaign.ts';
import { campaignPath, inLanguage, languagesOf } from '../../campaign/localized-settings.ts';
import { currentLists } from '../../operations/listing/listed-sign-ons.ts';
import { textFacts } from '../../rendering/document/text-facts.ts';
import type { Store } from '../../table/table.ts';
import { artifactRenderer } from '../artifacts.ts';
import { type CampaignFiles, campaignFiles } from '../campaign-files.ts';
import { publishedTexts } from '../published-texts.ts';
import type { Snapshot } from '../snapshot.ts';
import { readOnlyStore } from './in-memory-store.ts';
import { previewLease, publishedGate, snapshotOf } from './preview.ts';
import { previewMails } from './preview-mails.ts';

export interface PreviewFile {
  body: string | Uint8Array;
  contentType: string;
}

interface PreviewSource {
  campaign: Campaign;
  store: Store;
  /** Instant of the publication that is previewed. */
  at: string;
  siteUrl: string;
}

const documents = ['letter', 'release'] as const;

/**
 * One file of a campaign as it would be right after a publication at `at`: of its site, by its path below the
 * campaign's (`letter/`, `es/release.pdf`), or one of its mails (`mails/release.html`). Made by the code that
 * publishes, from the sign-ons in `store`, which is only read. Undefined for a path at which there would be nothing.
 */
export async function previewFile(source: PreviewSource, path: string): Promise<PreviewFile | undefined> {
  const { campaign, at, siteUrl } = source;
  const { settings } = campaign;
  const store = readOnlyStore(source.store);
  const snapshot = await snapshotOf(campaign, store, at);
  const files = await filesOf({ ...source, store }, snapshot);
  const mail = /^mails\/([a-z-]+)\.(html|txt)$/.exec(path);
  if (!mail) return await fileAt(files, `${settings.slug}/${path}`);
  const { organizations, individuals } = snapshot;
  const texts = publishedTexts(settings.language, snapshot, [], (local) =>
    textFacts(local, snapshot, siteUrl, { organizations, individuals, publishedAt: at }),
  );
  const [, name = '', ending] = mail;
  const pdf = await files.artifacts.find(({ key }) => key === `${settings.slug}/letter.pdf`)?.render();
  const mails = await previewMails(campaign, {
    ...texts,
    lists: await currentLists(store, settings, at),
    pdf: pdf && Buffer.from(pdf),
    organizations,
    individuals,
    withoutGlyphs: await files.namesWithoutGlyphs(),
    publishedAt: at,
    siteUrl,
  });
  const message = mails.find((each) => each.name === name)?.message;
  if (!message) return undefined;
  return ending === 'html'
    ? { body: message.html, contentType: 'text/html; charset=utf-8' }
    : { body: message.text, contentType: 'text/plain; charset=utf-8' };
}

async function filesOf(
  { campaign, store, at, siteUrl }: PreviewSource,
  snapshot: Snapshot,
): Promise<CampaignFiles> {
  const { settings } = campaign;
  const now = new Date(at);
  const pdfKeys = languagesOf(settings).flatMap((language) =>
    documents.map((document) => `${campaignPath(inLanguage(settings, language)).slice(1)}${document}.pdf`),
  );
  const nothing = {
    put: async () => '',
    replace: async () => false,
    open: async () => undefined,
    remove: async () => {},
    list: async () => [],
  };
  return await campaignFiles(
    {
      store,
      siteFiles: { ...nothing, read: async () => '' },
      privateFiles: { ...nothing, read: async () => JSON.stringify(snapshot) },
      renderer: artifactRenderer,
      invalidate: async () => {},
      requeue: async () => {},
      siteUrl,
      now: () => now,
      newUlid: () => 'preview',
    },
    previewLease(settings.slug),
    { settings, paused: false, gate: { ...publishedGate(campaign, snapshot, at), pdfKeys }, now },
  );
}

/**
 * The file at a key, or at the page of a folder. The release and the index are few pages: they are looked through
 * first.
 */
async function fileAt({ stages, artifacts }: CampaignFiles, path: string): Promise<PreviewFile | undefined> {
  const key = path.replace(/\/+$/, '');
  const keys = [key, `${key}/index.html`];
  const artifact = artifacts.find((each) => keys.includes(each.key));
  if (artifact) return { body: await artifact.render(), contentType: artifact.contentType };
  for (const stage of [...stages.slice(1), ...stages.slice(0, 1)])
    for await (const file of stage)
      if (keys.includes(file.key)) {
        const { body, contentType } = file;
        return { body: await wholeBody(body), contentType };
      }
  return undefined;
}

async function wholeBody(body: string | Uint8Array | AsyncIterable<string>): Promise<string | Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  let text = '';
  for await (const piece of body) text += piece;
  return text;
}
