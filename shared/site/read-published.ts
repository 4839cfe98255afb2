import { type LocalizedSettings, languagesOf } from '../campaign/localized-settings.ts';
import type { Logo } from '../campaign/logo.ts';
import type { CampaignState } from '../campaign/status.ts';
import type { ListEntry, SignatoryList } from '../operations/listing/list-signatories.ts';
import { listedSignOns } from '../operations/listing/listed-sign-ons.ts';
import { readCorrections } from '../operations/publishing/corrections.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { releasedFigures, textFacts } from '../rendering/document/text-facts.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readLogos } from '../table/texts.ts';
import { viewInLanguage } from './build-campaign-view.ts';
import { newSupplementRecorder, type SupplementRecorder } from './freeze-supplement.ts';
import { publishedInputs } from './page-inputs.ts';
import { type PublishedTexts, publishedTexts } from './published-texts.ts';
import { signOnRows } from './sign-on-rows.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { newReleasedIdLookup, newReleasedIdSearch, readSnapshot, type Snapshot } from './snapshot.ts';
import type { CurrentList, ListSource } from './stored-list/current-list.ts';
import type { TextFile } from './stored-list/list-texts.ts';
import { readCurrentList } from './stored-list/read-current-list.ts';

/** What is published in one language. */
export interface PublishedTree extends PublishedTexts {
  view: CampaignView;
  snapshot: Snapshot;
  /** Drawings, among them the coalition's own logo, which can change after publication. */
  logos: readonly Logo[];
  list: SignatoryList;
  /** In the sort order of the letter's own language. */
  listOfLetter: SignatoryList;
  /** Numbers of the list's pages that are different now. Undefined: all. */
  pagesToWrite: ReadonlySet<number> | undefined;
  text: TextFile;
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
): Promise<{ trees: PublishedTree[]; list: CurrentList; recorder: SupplementRecorder | undefined }> {
  const { store, privateFiles, siteUrl } = dependencies;
  const snapshot = await readSnapshot(privateFiles, gate.snapshot ?? '');
  const numbers = releasedFigures(gate) ?? snapshot;
  const factsOf = (local: LocalizedSettings) => textFacts(local, snapshot, siteUrl, numbers);
  const corrections = await readCorrections(store, gate);
  const logos = settings.branding?.logo
    ? [...(await readLogos(store, settings)), ...(snapshot.logos ?? [])]
    : [];
  const recorder = await newSupplementRecorder(dependencies, { gate, now }, snapshot);
  const contents = languagesOf(settings).map((language) => ({
    language,
    view: viewInLanguage(view, language),
    ...publishedTexts(language, snapshot, corrections, factsOf),
  }));
  const entries = publishedEntries(dependencies, lease, snapshot, { settings, now });
  const list = await readCurrentList(dependencies, lease, {
    settings,
    gate,
    now,
    released: snapshot.organizations + snapshot.individuals,
    inputs: publishedInputs(settings, snapshot, contents),
    mustReadAll: recorder !== undefined,
    source: recorder ? { ...entries, readAll: () => recorder.recordEntries(entries.readAll()) } : entries,
  });
  const trees = contents.map(
    ({ language, ...content }): PublishedTree => ({
      ...content,
      snapshot,
      logos,
      list: list.inOrder(language),
      listOfLetter: list.inOrder(content.letter.language === language ? language : settings.language),
      pagesToWrite: list.pagesToWrite(language),
      text: list.text,
    }),
  );
  return { trees, list, recorder };
}

/** Who is on the list now, one sign-on for each organization. */
function publishedEntries(
  dependencies: SiteDependencies,
  lease: Lease,
  snapshot: Snapshot,
  { settings, now }: Pick<CampaignState, 'settings' | 'now'>,
): ListSource {
  const { privateFiles } = dependencies;
  const rows = signOnRows(dependencies, lease);
  const isReleased = newReleasedIdSearch(privateFiles, snapshot);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: settings.timeZone });
  const entryOf = (signOn: SignOn, wasReleased: boolean): ListEntry => ({
    signOn,
    addedOn: wasReleased ? null : day.format(new Date(signOn.confirmedAt ?? now)),
  });
  return {
    readAll: async function* () {
      const isReleasedInOrder = newReleasedIdLookup(privateFiles, snapshot);
      for await (const signOn of listedSignOns(rows.readAll()))
        yield entryOf(signOn, await isReleasedInOrder(signOn.id));
    },
    readOne: async (id) => {
      const signOn = await rows.readOne(id);
      return signOn?.eligible === 'yes' ? entryOf(signOn, await isReleased(id)) : undefined;
    },
  };
}
