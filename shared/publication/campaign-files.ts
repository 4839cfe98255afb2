import { campaignStatus, openness } from '../campaign/gate.ts';
import type { LetterContent, ReleaseContent } from '../content/content.ts';
import { releaseText } from '../content/plain-text.ts';
import { firstOfEachOrganization } from '../content/signatories.ts';
import { campaignPage } from '../pages/campaign-page.tsx';
import { letterPage } from '../pages/letter-page.tsx';
import { messagePage } from '../pages/message-page.tsx';
import { privacyPage } from '../pages/privacy-page.tsx';
import { releasePage } from '../pages/release-page.tsx';
import type { CampaignView } from '../pages/view.ts';
import type { File } from '../store/files.ts';
import type { Lease } from '../store/lease.ts';
import { allSignOns } from '../store/sign-ons.ts';
import { readText } from '../store/texts.ts';
import { releasedOf, textFacts } from './facts.ts';
import { renderLetter } from './letter.ts';
import { letterPieces, signatoriesCsv, signatoriesJson } from './list-files.ts';
import { listSignatories, type SignatoryList, type Standing } from './lists.ts';
import type { CampaignNow } from './progress.ts';
import { renderRelease } from './release.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { page, plainFile } from './site-file.ts';
import { newReleasedList, readSnapshot, type Snapshot } from './snapshot.ts';

const messagePages = ['check-your-inbox', 'signed', 'waiting', 'already-signed', 'withdrawn'] as const;

/** A page of the letter says where it is: a list that has become shorter leaves pages behind it. */
export interface SiteFile extends File {
  /** `folder`: where the letter's tree is, such as `slug` or `slug/es`; pages are counted from 1. */
  letterPage?: { folder: string; number: number };
}

export interface CampaignFiles {
  /** In the order of writing: all of one before any of the next, pages that link to others last. Each is read once. */
  stages: AsyncIterable<SiteFile>[];
  /** Lets go of what was needed to make them. */
  close(): Promise<void>;
}

/** Every file of a campaign's site as it should be now, each made when it is asked for: a million names fill no memory. */
export async function campaignFiles(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignNow,
): Promise<CampaignFiles> {
  const view = campaignView(campaign, dependencies.siteUrl);
  if (campaign.gate.status !== 'published') {
    const letter = await letterBefore(dependencies, campaign);
    return {
      stages: [inOrder(filesAround(view)), inOrder([indexPage(view, campaignPage(view, { letter }))])],
      close: async () => {},
    };
  }
  const published = await readPublished(dependencies, lease, campaign);
  return {
    stages: [publishedFiles(view, published), publishedIndex(view, published)],
    close: published.list.close,
  };
}

async function* inOrder(files: SiteFile[]): AsyncGenerator<SiteFile> {
  yield* files;
}

const filesAround = (view: CampaignView): File[] => [
  ...messagePages.map((name) => page(`${view.settings.slug}/${name}/index.html`, messagePage(view, name))),
  page(`${view.settings.slug}/privacy/index.html`, privacyPage(view)),
];

const indexPage = ({ settings }: CampaignView, html: string): File =>
  page(`${settings.slug}/index.html`, html);

async function* publishedFiles(view: CampaignView, published: Published): AsyncGenerator<SiteFile> {
  yield* filesAround(view);
  yield* filesBesideTheLetter(view, published);
  const { letter, list } = published;
  const folder = view.settings.slug;
  let number = 0;
  for await (const lists of list.pages()) {
    number++;
    const html = letterPage(view, letter, lists, { page: number, pages: list.pageCount });
    yield { ...page(letterPageKey(folder, number), html), letterPage: { folder, number } };
  }
}

async function* publishedIndex(
  view: CampaignView,
  { letter, release, list, snapshot }: Published,
): AsyncGenerator<SiteFile> {
  for await (const lists of list.pages()) {
    const published = { lists, release, publishedAt: snapshot.publishedOn };
    yield indexPage(view, campaignPage(view, { letter, published }));
    return;
  }
}

/** Where a page of the letter is, counted from 1. */
export const letterPageKey = (folder: string, number: number): string =>
  number === 1 ? `${folder}/letter/index.html` : `${folder}/letter/${number}/index.html`;

function campaignView(campaign: CampaignNow, siteUrl: string): CampaignView {
  const { settings, paused, gate, now } = campaign;
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = gate;
  const progress = {
    organizations,
    individuals,
    thresholdOrganizations,
    thresholdIndividuals,
    asOf: now.toISOString(),
  };
  return {
    settings,
    status: campaignStatus(settings, gate, now),
    openness: openness(settings, paused, now),
    siteUrl,
    ...(settings.showProgress && { progress }),
    ...(gate.status === 'published' && gate.publishedAt && { publishedAt: gate.publishedAt }),
  };
}

/** Before publication the letter is shown as it would read today; where counts are not shown, with the threshold's. */
async function letterBefore(
  { store, siteUrl }: SiteDependencies,
  { settings, gate, now }: CampaignNow,
): Promise<LetterContent> {
  const source = await readText(store, {
    slug: settings.slug,
    language: settings.language,
    document: 'letter',
  });
  const facts = textFacts(settings, gate, siteUrl, {
    organizations: settings.showProgress ? gate.organizations : gate.thresholdOrganizations,
    individuals: settings.showProgress ? gate.individuals : gate.thresholdIndividuals,
    publishedOn: now.toISOString(),
  });
  return renderLetter(source ?? '', facts);
}

interface Published {
  snapshot: Snapshot;
  letter: LetterContent;
  release: ReleaseContent;
  list: SignatoryList;
}

/** Texts and numbers from the snapshot, names from the rows as they stand: whoever withdrew since is on no page. */
async function readPublished(
  dependencies: SiteDependencies,
  lease: Lease,
  { settings, gate, now }: CampaignNow,
): Promise<Published> {
  const { privateFiles, siteUrl } = dependencies;
  const snapshot = await readSnapshot(privateFiles, gate.snapshot ?? '');
  const facts = textFacts(snapshot.settings, snapshot, siteUrl, releasedOf(gate) ?? snapshot);
  return {
    snapshot,
    letter: renderLetter(snapshot.letter, facts),
    release: renderRelease(snapshot.release, facts),
    list: await listSignatories(standing(dependencies, lease, snapshot, { settings, now }), {
      ...settings,
      released: snapshot.organizations + snapshot.individuals,
      asOf: now.toISOString(),
    }),
  };
}

/** Who stands on the list now, one sign-on for each organization, in the order of ids. */
async function* standing(
  { store, privateFiles }: SiteDependencies,
  lease: Lease,
  snapshot: Snapshot,
  { settings, now }: Pick<CampaignNow, 'settings' | 'now'>,
): AsyncGenerator<Standing> {
  const isFirst = firstOfEachOrganization();
  const isReleased = newReleasedList(privateFiles, snapshot);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone });
  for await (const signOn of allSignOns(store, settings.slug)) {
    await lease.keep();
    if (signOn.eligible === 'no' || !isFirst(signOn)) continue;
    const isAdded = !(await isReleased(signOn.id));
    yield { signOn, addedOn: isAdded ? day.format(new Date(signOn.confirmedAt ?? now)) : null };
  }
}

function filesBesideTheLetter(view: CampaignView, { snapshot, letter, release, list }: Published): File[] {
  const { slug, language } = view.settings;
  return [
    plainFile(`${slug}/letter.txt`, 'txt', letterPieces(letter, list, language)),
    page(`${slug}/release/index.html`, releasePage(view, release)),
    plainFile(`${slug}/release.txt`, 'txt', releaseText(release, language)),
    plainFile(`${slug}/signatories.json`, 'json', signatoriesJson(snapshot, list)),
    plainFile(`${slug}/signatories.csv`, 'csv', signatoriesCsv(list)),
  ];
}
