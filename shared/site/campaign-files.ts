import type { File } from '../aws/files/files.ts';
import { brandingLogo } from '../campaign/branding.ts';
import { campaignPath, logosPath, ownLanguage } from '../campaign/localized-settings.ts';
import { type Logo, logoFileName } from '../campaign/logo.ts';
import type { Settings } from '../campaign/settings.ts';
import type { CampaignState } from '../campaign/status.ts';
import { untranslatedNotice } from '../campaign-folder/texts-in-language.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { releaseText } from '../rendering/document/plain-text.ts';
import { campaignPage } from '../rendering/pages/campaign-page.tsx';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { embedScript } from '../rendering/pages/embed.ts';
import { letterPage } from '../rendering/pages/letter-page.tsx';
import { messagePage } from '../rendering/pages/message-page.tsx';
import { originalPage } from '../rendering/pages/original-page.tsx';
import { privacyPage } from '../rendering/pages/privacy-page.tsx';
import { releasePage } from '../rendering/pages/release-page.tsx';
import { sharePage, sourceLink } from '../rendering/pages/share-page.tsx';
import { qrSvg } from '../rendering/share/qr-code.ts';
import { readLogos } from '../table/texts.ts';
import {
  type Artifact,
  namesWithoutGlyphs,
  previewArtifact,
  publishedArtifacts,
  shareArtifacts,
  sharePictures,
} from './artifacts.ts';
import { earlyList, earlyListFiles, missingEarlyListFiles } from './early-signatories.ts';
import { freezeRecordedSupplement } from './freeze-supplement.ts';
import { letterTextChunks, signatoriesCsv, signatoriesJson } from './list-files.ts';
import { listPageKey, type SiteFile } from './list-pages.ts';
import {
  campaignView,
  lettersBeforePublication,
  type PublishedTree,
  readPublishedTrees,
  viewInLanguage,
} from './read-published.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { immutableFile, pageFile, plainFile } from './site-file.ts';

const messagePages = [
  'check-your-inbox',
  'signed',
  'waiting',
  'already-signed',
  'withdrawn',
  'not-you',
] as const;

export interface CampaignFiles {
  /**
   * Groups of files in the order of writing. Pages that link to others are in a later group. Each group is read once.
   */
  stages: AsyncIterable<SiteFile>[];
  /** Files that take long to make, written after the pages. */
  artifacts: Artifact[];
  /** The pages that link to artifacts, rendered again now that these exist. */
  pagesLinkingTo(pdfKeys: string[]): AsyncIterable<SiteFile>;
  /** Freezes the supplement that was asked for, if there is one, after everything is written. */
  freezeSupplement(): Promise<void>;
  /** Organizations whose names the PDF cannot print as typed. */
  namesWithoutGlyphs(): Promise<string[]>;
}

/**
 * Every file of a campaign's site as it should be now. Each is made when it is written, so that not all are in memory.
 */
export async function campaignFiles(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
): Promise<CampaignFiles> {
  const view = campaignView(campaign, dependencies.siteUrl);
  if (campaign.gate.status !== 'published') {
    const letters = await lettersBeforePublication(dependencies, campaign);
    const list = await earlyList(dependencies, lease, campaign);
    const trees = letters.map(({ language, letter }) => ({ letter, view: viewInLanguage(view, language) }));
    const index = (tree: (typeof trees)[number]) => indexPage(tree.view, campaignPage(tree.view, tree));
    const { settings } = campaign;
    const logos = settings.branding?.logo ? await readLogos(dependencies.store, settings) : [];
    const around = trees.flatMap((tree) => filesAround(tree.view));
    return {
      stages: [
        inOrder([...brandingFiles(settings, logos), ...around]),
        concatenate(
          trees.map((tree) =>
            list ? earlyListFiles(tree.view, list) : missingEarlyListFiles(dependencies, tree.view),
          ),
        ),
        inOrder(trees.map(index)),
      ],
      artifacts: trees.flatMap((tree) => [
        previewArtifact(dependencies.renderer, tree.view),
        ...shareArtifacts(dependencies.renderer, tree.view),
      ]),
      pagesLinkingTo: () => inOrder([]),
      freezeSupplement: async () => {},
      namesWithoutGlyphs: async () => [],
    };
  }
  const { trees, recorder } = await readPublishedTrees(dependencies, lease, campaign, view);
  const [own] = trees;
  const prints = trees.flatMap((tree) => publishedArtifacts(dependencies.renderer, tree));
  return {
    stages: [
      ...[publishedFiles, releaseFiles, publishedIndex].map((files) => concatenate(trees.map(files))),
      // The letter's page has the list now.
      concatenate(trees.map((tree) => missingEarlyListFiles(dependencies, tree.view))),
    ],
    artifacts: [
      ...(recorder ? prints.map(recorder.recordPdf) : prints),
      ...trees.map((tree) => previewArtifact(dependencies.renderer, tree.view, tree.snapshot)),
      ...trees.flatMap((tree) => shareArtifacts(dependencies.renderer, tree.view)),
    ],
    pagesLinkingTo: (pdfKeys) => concatenate(trees.map((tree) => pagesLinkingToPdfs(tree, pdfKeys))),
    freezeSupplement: async () => {
      if (!recorder || !own) return;
      const { letter, listOfLetter: list } = own;
      await freezeRecordedSupplement(dependencies, lease, { recorder, campaign, letter, list });
    },
    namesWithoutGlyphs: async () => (own ? await namesWithoutGlyphs(own.list) : []),
  };
}

async function* concatenate(parts: AsyncIterable<SiteFile>[]): AsyncGenerator<SiteFile> {
  for (const part of parts) yield* part;
}

async function* inOrder(files: SiteFile[]): AsyncGenerator<SiteFile> {
  yield* files;
}

/** The folder of the campaign's files in the view's language: `slug`, or `slug/es` for a translation. */
const folderOf = ({ settings }: CampaignView): string => campaignPath(settings).slice(1, -1);

function filesAround(view: CampaignView): File[] {
  const folder = folderOf(view);
  return [
    ...messagePages.map((name) => pageFile(`${folder}/${name}/index.html`, messagePage(view, name))),
    pageFile(`${folder}/privacy/index.html`, privacyPage(view)),
    plainFile(`${folder}/embed.js`, 'js', embedScript(view)),
    pageFile(`${folder}/share/index.html`, sharePage(view, sharePictures(view))),
    plainFile(`${folder}/share/qr.svg`, 'svg', qrSvg(sourceLink(view, 'qr'))),
  ];
}

const indexPage = (view: CampaignView, html: string): File => pageFile(`${folderOf(view)}/index.html`, html);

async function* publishedFiles(published: PublishedTree): AsyncGenerator<SiteFile> {
  const { view, letter, list } = published;
  yield* filesAround(view);
  yield* filesBesideTheLetter(published);
  const base = `${folderOf(view)}/letter`;
  let number = 0;
  for (const lists of list.pages()) {
    number++;
    const html = letterPage(view, letter, lists, { page: number, pages: list.pageCount });
    yield { ...pageFile(listPageKey(base, number), html), listPage: { base, number } };
  }
}

/** The release, written when everything that it links to can be read. */
async function* releaseFiles({ view, release }: PublishedTree): AsyncGenerator<SiteFile> {
  const folder = folderOf(view);
  const notice = untranslatedNotice('release', release, view.settings.language);
  yield plainFile(`${folder}/release.txt`, 'txt', `${notice}${releaseText(release)}`);
  yield pageFile(`${folder}/release/index.html`, releasePage(view, release));
}

/** The release's page, and the first page of the letter. */
async function* pagesLinkingToPdfs(published: PublishedTree, pdfKeys: string[]): AsyncGenerator<SiteFile> {
  const { letter, release, list } = published;
  const view = { ...published.view, pdfKeys };
  yield pageFile(`${folderOf(view)}/release/index.html`, releasePage(view, release));
  for (const lists of list.pages()) {
    const html = letterPage(view, letter, lists, { page: 1, pages: list.pageCount });
    yield pageFile(listPageKey(`${folderOf(view)}/letter`, 1), html);
    return;
  }
}

async function* publishedIndex({
  view,
  letter,
  release,
  list,
  snapshot,
}: PublishedTree): AsyncGenerator<SiteFile> {
  for (const lists of list.pages()) {
    const published = { lists, release, publishedAt: snapshot.publishedAt };
    yield indexPage(view, campaignPage(view, { letter, published }));
    return;
  }
}

function originalFiles({ view, originals: { letter, release } }: PublishedTree): File[] {
  const file = (original: Parameters<typeof originalPage>[1]): File =>
    pageFile(`${folderOf(view)}/${original.document}/original/index.html`, originalPage(view, original));
  return [
    ...(letter ? [file({ document: 'letter', of: letter })] : []),
    ...(release ? [file({ document: 'release', of: release })] : []),
  ];
}

/** Those of the current release, of the first one if that is kept, and the coalition's own. */
function logoFiles({ view: { settings }, release, originals, snapshot }: PublishedTree): File[] {
  const logos = [...(release.logos ?? []), ...(originals.release?.logos ?? [])];
  const named = new Map(logos.map(({ name, png }) => [name, png]));
  return [
    ...[...named].map(([name, png]) =>
      immutableFile(`${logosPath(settings).slice(1)}${name}`, 'image/png', Buffer.from(png, 'base64')),
    ),
    ...brandingFiles(settings, snapshot.logos),
  ];
}

/** The logo at the head of pages. */
function brandingFiles(settings: Settings, logos: readonly Logo[] = []): File[] {
  const logo = brandingLogo(settings.branding, logos);
  if (!logo) return [];
  const key = `${logosPath(settings).slice(1)}${logoFileName(logo)}`;
  return [immutableFile(key, 'image/png', Buffer.from(logo.png, 'base64'))];
}

function filesBesideTheLetter(published: PublishedTree): File[] {
  const { view, snapshot, letter, list, listOfLetter } = published;
  const { settings } = view;
  const { language } = settings;
  const folder = folderOf(view);
  return [
    ...originalFiles(published),
    plainFile(`${folder}/letter.txt`, 'txt', letterTextChunks(letter, listOfLetter, language)),
    plainFile(`${folder}/signatories.json`, 'json', signatoriesJson(snapshot, list)),
    plainFile(`${folder}/signatories.csv`, 'csv', signatoriesCsv(list)),
    // All languages use the same logos, so they are at the root.
    ...(language === ownLanguage(settings) ? logoFiles(published) : []),
  ];
}
