import type { Files } from '../../aws/files/files.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import type { Gate } from '../../campaign/gate.ts';
import { currentLists, listedSignOns } from '../../operations/listing/listed-sign-ons.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import type { SignatoryLists } from '../../rendering/document/content.ts';
import { textFacts } from '../../rendering/document/text-facts.ts';
import { readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import type { ArtifactRenderer } from '../artifacts.ts';
import { progressFiles } from '../progress.ts';
import { type PublishedTexts, publishedTexts } from '../published-texts.ts';
import type { Snapshot } from '../snapshot.ts';
import { writeWebFonts } from '../web-font-files.ts';
import { writeCampaign } from '../write-campaign.ts';

export interface Preview {
  snapshot: Snapshot;
  /** Letter and release in the campaign's own language. */
  texts: PublishedTexts;
  /** Who signed. Undefined if there are too many for a mail. */
  lists: SignatoryLists | undefined;
  /** Organizations in whose names the PDF prints an empty box. */
  withoutGlyphs: string[];
  /** Files that could not be made. */
  missing: string[];
}

/**
 * Writes a campaign's site as it would be right after a publication at `at`, with the code that publishes it, from its
 * folder and from the sign-ons in `store`, which is only read.
 */
export async function writePreview({
  campaign,
  store,
  at,
  siteUrl,
  siteFiles,
  renderer,
}: {
  campaign: Campaign;
  store: Store;
  at: string;
  siteUrl: string;
  siteFiles: Files;
  renderer: ArtifactRenderer;
}): Promise<Preview> {
  const { settings } = campaign;
  const snapshot = await snapshotOf(campaign, store, at);
  const { organizations, individuals } = snapshot;
  const gate = publishedGate(campaign, snapshot, at);
  const missing: string[] = [];
  let withoutGlyphs: string[] = [];
  const noting = (name: string) => (error: unknown) => {
    missing.push(name);
    throw error;
  };
  const now = new Date(at);
  const lease = previewLease(settings.slug);
  const paused = (await readSettings(store, settings.slug))?.paused ?? false;
  const published = { settings, paused, gate, now };
  await writeCampaign(
    {
      store,
      siteFiles,
      privateFiles: {
        ...siteFiles,
        put: async () => '',
        read: async () => JSON.stringify(snapshot),
      },
      renderer: {
        letter: (...content) => renderer.letter(...content).catch(noting('letter.pdf')),
        release: (...content) => renderer.release(...content).catch(noting('release.pdf')),
        preview: (words, format) =>
          renderer.preview(words, format).catch(noting(format ? `share/${format}.png` : 'preview.png')),
        qrCode: (address) => renderer.qrCode(address).catch(noting('share/qr.png')),
      },
      invalidate: async () => {},
      requeue: async () => {},
      siteUrl,
      now: () => now,
      newUlid: () => 'preview',
    },
    lease,
    published,
    async (files) => {
      withoutGlyphs = await files.namesWithoutGlyphs();
    },
  );
  for (const file of progressFiles(published)) await siteFiles.put(file);
  await writeWebFonts(siteFiles);
  const lists = await currentLists(store, settings, at);
  const factsOf = (local: Parameters<typeof textFacts>[0]) =>
    textFacts(local, snapshot, siteUrl, { organizations, individuals, publishedAt: at });
  return {
    snapshot,
    texts: publishedTexts(settings.language, snapshot, [], factsOf),
    lists,
    missing,
    withoutGlyphs,
  };
}

/** A lease that nobody else wants. */
export const previewLease = (slug: string): Lease => ({
  slug,
  leaseId: 'preview',
  renewIfDue: async () => {},
});

/** The gate as it would be right after the publication. */
export const publishedGate = (
  { settings, gate }: Campaign,
  { organizations, individuals }: Pick<Snapshot, 'organizations' | 'individuals'>,
  at: string,
): Gate => ({
  ...gate,
  slug: settings.slug,
  status: 'published',
  organizations,
  individuals,
  held: 'no',
  forced: 'no',
  snapshot: 'preview',
  publishedAt: at,
  releasedOrganizations: organizations,
  releasedIndividuals: individuals,
});

/** What publication would freeze. It counts as `claim-snapshot.ts` does. */
export async function snapshotOf(
  { settings, gate, texts: [own, ...translations], logos }: Campaign,
  store: Store,
  at: string,
): Promise<Snapshot> {
  const found = { organizations: 0, individuals: 0 };
  const signatories: string[] = [];
  for await (const signOn of listedSignOns(allSignOns(store, settings.slug))) {
    if (signOn.kind === 'organization') found.organizations++;
    else found.individuals++;
    signatories.push(signOn.id);
  }
  return {
    slug: settings.slug,
    publishedAt: at,
    ...found,
    thresholdOrganizations: gate.thresholdOrganizations,
    thresholdIndividuals: gate.thresholdIndividuals,
    settings,
    letter: own.letter,
    release: own.release,
    ...(logos && { logos }),
    ...(translations.length > 0 && { translations }),
    parts: [],
    signatories,
  };
}
