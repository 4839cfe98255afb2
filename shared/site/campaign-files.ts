import type { CampaignState } from '../campaign/status.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { campaignPage } from '../rendering/pages/campaign-page.tsx';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { readLogos } from '../table/texts.ts';
import {
  type Artifact,
  namesWithoutGlyphs,
  previewArtifact,
  publishedArtifacts,
  shareArtifacts,
} from './artifacts.ts';
import { campaignView, lettersBeforePublication, viewInLanguage } from './build-campaign-view.ts';
import { brandingFiles, filesAround, indexPage } from './common-files.ts';
import { earlyList, earlyListFiles, missingEarlyListFiles } from './early-signatories.ts';
import { freezeRecordedSupplement } from './freeze-supplement.ts';
import { pagesLinkingToPdfs, publishedFiles, publishedIndex, releaseFiles } from './published-files.ts';
import { readPublishedTrees } from './read-published.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import type { SiteFile } from './site-file.ts';
import { removeListing } from './stored-list/list-from-table.ts';

export interface CampaignFiles {
  /**
   * Groups of files in the order of writing. Pages that link to others are in a later group. Each group is read once.
   */
  stages: AsyncIterable<SiteFile>[];
  /** Files that take long to make, written after the pages. */
  artifacts: Artifact[];
  /** The pages that link to artifacts, rendered again now that these exist. */
  pagesLinkingTo(pdfKeys: string[]): AsyncIterable<SiteFile>;
  /** Stores the list, once the pages are written. */
  keepList(): Promise<void>;
  /** Freezes the supplement that was asked for, if there is one, after everything is written. */
  freezeSupplement(): Promise<void>;
  /** Organizations whose names the PDF cannot print as typed. */
  namesWithoutGlyphs(): Promise<string[]>;
}

/**
 * Every file of a campaign's site as it should be now. Each is made when it is written, so that not all are in memory.
 */
export function campaignFiles(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
): Promise<CampaignFiles> {
  const view = campaignView(campaign, dependencies.siteUrl);
  const files = campaign.gate.status === 'published' ? filesAfterPublication : filesBeforePublication;
  return files(dependencies, lease, campaign, view);
}

async function filesBeforePublication(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
  view: CampaignView,
): Promise<CampaignFiles> {
  const { settings, gate } = campaign;
  const { renderer, store } = dependencies;
  const letters = await lettersBeforePublication(dependencies, campaign);
  const trees = letters.map(({ language, letter }) => ({ letter, view: viewInLanguage(view, language) }));
  const list = await earlyList(dependencies, lease, campaign, view);
  const logos = settings.branding?.logo ? await readLogos(store, settings) : [];
  return {
    stages: [
      iterate([...brandingFiles(settings, logos), ...trees.flatMap((tree) => filesAround(tree.view))]),
      concatenate(
        trees.map((tree) =>
          list ? earlyListFiles(tree.view, list) : missingEarlyListFiles(dependencies, tree.view),
        ),
      ),
      iterate(trees.map((tree) => indexPage(tree.view, campaignPage(tree.view, tree)))),
    ],
    artifacts: trees.flatMap((tree) => [
      previewArtifact(renderer, tree.view, { logos }),
      ...shareArtifacts(renderer, tree.view, logos),
    ]),
    pagesLinkingTo: () => iterate([]),
    keepList: async () => {
      if (list) await list.keep();
      else if (gate.listing !== undefined) await removeListing(dependencies, lease);
    },
    freezeSupplement: async () => {},
    namesWithoutGlyphs: async () => [],
  };
}

async function filesAfterPublication(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
  view: CampaignView,
): Promise<CampaignFiles> {
  const { trees, list, recorder } = await readPublishedTrees(dependencies, lease, campaign, view);
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
      ...trees.map(({ view, snapshot, logos }) =>
        previewArtifact(dependencies.renderer, view, { logos, released: snapshot }),
      ),
      ...trees.flatMap(({ view, logos }) => shareArtifacts(dependencies.renderer, view, logos)),
    ],
    pagesLinkingTo: (pdfKeys) => concatenate(trees.map((tree) => pagesLinkingToPdfs(tree, pdfKeys))),
    keepList: list.keep,
    freezeSupplement: async () => {
      if (!recorder || !own) return;
      const { letter, listOfLetter } = own;
      const of = { recorder, campaign, letter, list: listOfLetter };
      await freezeRecordedSupplement(dependencies, lease, of);
    },
    namesWithoutGlyphs: async () => (own ? await namesWithoutGlyphs(own.list) : []),
  };
}

async function* concatenate(parts: AsyncIterable<SiteFile>[]): AsyncGenerator<SiteFile> {
  for (const part of parts) yield* part;
}

async function* iterate(files: SiteFile[]): AsyncGenerator<SiteFile> {
  yield* files;
}
