import { inLanguage, type LocalizedSettings, languagesOf } from '../campaign/localized-settings.ts';
import type { CampaignState } from '../campaign/status.ts';
import { campaignStatus, openness } from '../campaign/status.ts';
import { letterIn } from '../campaign-folder/texts-in-language.ts';
import type { Language } from '../i18n/language.ts';
import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import {
  type ListEntry,
  listSignatories,
  type SignatoryList,
} from '../operations/listing/list-signatories.ts';
import { listedSignOns } from '../operations/listing/listed-sign-ons.ts';
import { readCorrections } from '../operations/publishing/corrections.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import type { LetterContent } from '../rendering/document/content.ts';
import { releasedFigures, textFacts } from '../rendering/document/text-facts.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { allSignOns } from '../table/sign-ons.ts';
import { readText, readTranslations } from '../table/texts.ts';
import { newSupplementRecorder, type SupplementRecorder } from './freeze-supplement.ts';
import { type PublishedTexts, publishedTexts } from './published-texts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { newReleasedIdLookup, readSnapshot, type Snapshot } from './snapshot.ts';

/** A campaign as its pages show it. */
export function campaignView(campaign: CampaignState, siteUrl: string): CampaignView {
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
    ...(gate.supplementsSentAt && { supplementSentAt: gate.supplementsSentAt.at(-1) ?? '' }),
    pdfKeys: gate.pdfKeys ?? [],
  };
}

/**
 * Before publication the letter is rendered with the current counts, or with the threshold's if counts are not shown.
 */
export async function lettersBeforePublication(
  { store, siteUrl }: SiteDependencies,
  { settings, gate, now }: CampaignState,
): Promise<{ language: Language; letter: LetterContent }[]> {
  const { slug, language } = settings;
  const source = (await readText(store, { slug, language, document: 'letter' })) ?? '';
  const translations = await readTranslations(store, settings);
  const numbers = {
    organizations: settings.showProgress ? gate.organizations : gate.thresholdOrganizations,
    individuals: settings.showProgress ? gate.individuals : gate.thresholdIndividuals,
    publishedAt: now.toISOString(),
  };
  const factsOf = (local: LocalizedSettings) => textFacts(local, gate, siteUrl, numbers);
  const sources = { settings, source, translations, factsOf };
  return languagesOf(settings).map((each) => ({ language: each, letter: letterIn(each, sources) }));
}

/** What is published in one language. */
export interface PublishedTree extends PublishedTexts {
  view: CampaignView;
  snapshot: Snapshot;
  list: SignatoryList;
  /** In the sort order of the letter's own language. */
  listOfLetter: SignatoryList;
}

/**
 * All languages, the campaign's own first. Texts and numbers are from the snapshot, names from the rows as they are
 * now, so nobody who has withdrawn is on a page.
 */
export async function readPublishedTrees(
  dependencies: SiteDependencies,
  lease: Lease,
  { settings, gate, now }: CampaignState,
  view: CampaignView,
): Promise<{ trees: PublishedTree[]; recorder: SupplementRecorder | undefined }> {
  const { store, privateFiles, siteUrl } = dependencies;
  const snapshot = await readSnapshot(privateFiles, gate.snapshot ?? '');
  const numbers = releasedFigures(gate) ?? snapshot;
  const factsOf = (local: LocalizedSettings) => textFacts(local, snapshot, siteUrl, numbers);
  const corrections = await readCorrections(store, gate);
  const recorder = await newSupplementRecorder(dependencies, { gate, now }, snapshot);
  const read = currentEntries(dependencies, lease, snapshot, { settings, now });
  const list = await listSignatories(recorder ? recorder.recordEntries(read) : read, {
    ...settings,
    released: snapshot.organizations + snapshot.individuals,
    asOf: now.toISOString(),
  });
  const trees = languagesOf(settings).map((language): PublishedTree => {
    const texts = publishedTexts(language, snapshot, corrections, factsOf);
    const sorted = language === settings.language ? list : list.inLanguage(language);
    return {
      view: viewInLanguage(view, language),
      snapshot,
      ...texts,
      list: sorted,
      listOfLetter: texts.letter.language === language ? sorted : list,
    };
  });
  return { trees, recorder };
}

/** Who is on the list now, one sign-on for each organization, in the order of ids. */
async function* currentEntries(
  dependencies: SiteDependencies,
  lease: Lease,
  snapshot: Snapshot,
  { settings, now }: Pick<CampaignState, 'settings' | 'now'>,
): AsyncGenerator<ListEntry> {
  const { store, privateFiles } = dependencies;
  const unreadable = newUnreadableItems(store, settings.slug, dependencies);
  const isReleased = newReleasedIdLookup(privateFiles, snapshot);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone });
  async function* rows() {
    for await (const signOn of allSignOns(store, settings.slug, { onUnreadable: unreadable.add })) {
      await lease.renewIfDue();
      yield signOn;
    }
    await unreadable.report();
  }
  for await (const signOn of listedSignOns(rows())) {
    const isAdded = !(await isReleased(signOn.id));
    yield { signOn, addedOn: isAdded ? day.format(new Date(signOn.confirmedAt ?? now)) : null };
  }
}

/** The same in another language. */
export const viewInLanguage = (view: CampaignView, language: Language): CampaignView => ({
  ...view,
  settings: inLanguage(view.settings, language),
});
