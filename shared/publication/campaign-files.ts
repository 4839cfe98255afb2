import { campaignStatus, openness } from '../campaign/gate.ts';
import type { LetterContent, ReleaseContent, SignatoryLists } from '../content/content.ts';
import { letterText, releaseText } from '../content/plain-text.ts';
import { oncePerOrganization, signatoryOf } from '../content/signatories.ts';
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
import { signatoriesCsv, signatoriesJson } from './list-files.ts';
import { pagesOfLists, signatoryLists } from './lists.ts';
import type { CampaignNow } from './progress.ts';
import { renderRelease } from './release.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { page, plainFile } from './site-file.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';

const messagePages = ['check-your-inbox', 'signed', 'waiting', 'already-signed', 'withdrawn'] as const;

export interface CampaignFiles {
  /** In the order of writing: pages that link to others come last. */
  stages: File[][];
  /** Pages of the letter, first to last; none before there is a publication. */
  letterPages: File[];
}

/** Every file of a campaign's site as it should be now. */
export async function campaignFiles(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignNow,
): Promise<CampaignFiles> {
  const { settings } = campaign;
  const { slug } = settings;
  const view = campaignView(campaign, dependencies.siteUrl);
  const around = [
    ...messagePages.map((name) => page(`${slug}/${name}/index.html`, messagePage(view, name))),
    page(`${slug}/privacy/index.html`, privacyPage(view)),
  ];
  if (campaign.gate.status !== 'published') {
    const letter = await letterBefore(dependencies, campaign);
    return {
      stages: [around, [page(`${slug}/index.html`, campaignPage(view, { letter }))]],
      letterPages: [],
    };
  }
  const published = await readPublished(dependencies, lease, campaign);
  const { letter, release, lists, snapshot } = published;
  const parts = pagesOfLists(lists);
  const letterPages: File[] = [];
  for (const [index, part] of parts.entries()) {
    await lease.keep();
    const html = letterPage(view, letter, part, { page: index + 1, pages: parts.length });
    letterPages.push(page(letterPageKey(slug, index + 1), html));
  }
  const index = campaignPage(view, {
    letter,
    published: { lists: parts[0] ?? lists, release, publishedAt: snapshot.publishedOn },
  });
  const linked = [...around, ...letterPages, ...filesBesideTheLetter(view, published)];
  return { stages: [linked, [page(`${slug}/index.html`, index)]], letterPages };
}

/** Where a page of the letter is, counted from 1. */
export const letterPageKey = (slug: string, number: number): string =>
  number === 1 ? `${slug}/letter/index.html` : `${slug}/letter/${number}/index.html`;

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
  lists: SignatoryLists;
}

/** Texts and numbers from the snapshot, names from the rows as they stand: whoever withdrew since is on no page. */
async function readPublished(
  { store, privateFiles, siteUrl }: SiteDependencies,
  lease: Lease,
  { settings, gate, now }: CampaignNow,
): Promise<Published> {
  const snapshot = snapshotSchema.parse(JSON.parse(await privateFiles.read(gate.snapshot ?? '')));
  const asReleased = new Set(snapshot.signatories.map(({ id }) => id));
  const eligible = [];
  for await (const signOn of allSignOns(store, settings.slug)) {
    await lease.keep();
    if (signOn.eligible === 'yes') eligible.push(signOn);
  }
  const standing = oncePerOrganization(eligible);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone });
  const signatories = standing.map((signOn) =>
    signatoryOf(signOn, asReleased.has(signOn.id) ? null : day.format(new Date(signOn.confirmedAt ?? now))),
  );
  const stayed = signatories.filter(({ addedOn }) => addedOn === null).length;
  const facts = textFacts(snapshot.settings, snapshot, siteUrl, releasedOf(gate) ?? snapshot);
  return {
    snapshot,
    letter: renderLetter(snapshot.letter, facts),
    release: renderRelease(snapshot.release, facts),
    lists: signatoryLists(signatories, settings, {
      withdrawnSince: snapshot.signatories.length - stayed,
      asOf: now.toISOString(),
    }),
  };
}

function filesBesideTheLetter(view: CampaignView, { snapshot, letter, release, lists }: Published): File[] {
  const { slug, language } = view.settings;
  return [
    plainFile(`${slug}/letter.txt`, 'txt', letterText(letter, lists, language)),
    page(`${slug}/release/index.html`, releasePage(view, release)),
    plainFile(`${slug}/release.txt`, 'txt', releaseText(release, language)),
    plainFile(`${slug}/signatories.json`, 'json', signatoriesJson(snapshot, lists)),
    plainFile(`${slug}/signatories.csv`, 'csv', signatoriesCsv(lists)),
  ];
}
