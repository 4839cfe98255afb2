import type { File } from '../aws/files/files.ts';
import type { Gate } from '../campaign/gate.ts';
import type { CampaignState } from '../campaign/status.ts';
import type { Supplement } from '../campaign/supplement.ts';
import { hasListChanges, isInProgress, lastLetter } from '../campaign/supplement.ts';
import { Failure } from '../failure.ts';
import { supplementMail } from '../mail/templates/supplement.tsx';
import { type ListEntry, namesPerPage, type SignatoryList } from '../operations/listing/list-signatories.ts';
import {
  clearFreezeId,
  freezeSupplement,
  noteFreeze,
  settleSupplement,
} from '../operations/mailing/supplement-states.ts';
import { letterCorrectedSince, readCorrections } from '../operations/publishing/corrections.ts';
import {
  type FrozenSupplement,
  printedHash,
  type SupplementList,
  supplementListSchema,
} from '../operations/publishing/frozen-supplement.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { frozenSupplementKey, supplementListKey } from '../operations/publishing/request-supplement.ts';
import type { LetterContent, SignatoryLists } from '../rendering/document/content.ts';
import { letterUrlOf } from '../rendering/document/text-facts.ts';
import { maxPrintedNames } from '../rendering/pdf/letter-pdf.ts';
import type { Artifact } from './artifacts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { newReleasedIdLookup, newSnapshotIds, type Snapshot } from './snapshot.ts';

/** Records what the pages are made of while they are made, for a supplement. */
export interface SupplementRecorder {
  supplement: Supplement;
  /** Passes entries on and records their ids. They must come in the order of ids. */
  recordEntries(entries: AsyncIterable<ListEntry>): AsyncIterable<ListEntry>;
  /** Keeps the letter's PDF when it is made. */
  recordPdf(artifact: Artifact): Artifact;
  /** What was recorded, once everything was read. */
  result(): {
    changes: NonNullable<Supplement['changes']>;
    list: SupplementList;
    pdf: Uint8Array | undefined;
  };
}

/** A recorder, if a supplement was asked for. It is frozen from the same reading as the pages. */
export async function newSupplementRecorder(
  { privateFiles }: SiteDependencies,
  { gate, now }: Pick<CampaignState, 'gate' | 'now'>,
  snapshot: Snapshot,
): Promise<SupplementRecorder | undefined> {
  const { slug, supplement, lastSupplement } = gate;
  if (supplement?.state !== 'asked') return undefined;
  const previousList = lastSupplement
    ? supplementListSchema.parse(
        JSON.parse(await privateFiles.read(supplementListKey(slug, lastSupplement.id))),
      )
    : snapshot;
  const wasOnPreviousList = newReleasedIdLookup(privateFiles, previousList);
  const { add, list } = newSnapshotIds(privateFiles, supplementListKey(slug, supplement.id));
  const counts = { organizations: 0, individuals: 0, addedOrganizations: 0, addedIndividuals: 0 };
  let stillListed = 0;
  let pdf: Uint8Array | undefined;
  const letterPdf = `${slug}/letter.pdf`;
  return {
    supplement,
    recordEntries: async function* (entries) {
      for await (const entry of entries) {
        const { id, kind } = entry.signOn;
        const isOrganization = kind === 'organization';
        counts[isOrganization ? 'organizations' : 'individuals']++;
        if (await wasOnPreviousList(id)) stillListed++;
        else counts[isOrganization ? 'addedOrganizations' : 'addedIndividuals']++;
        await add(id);
        yield entry;
      }
    },
    recordPdf: (artifact) =>
      artifact.key === letterPdf
        ? {
            ...artifact,
            render: async () => {
              pdf = await artifact.render();
              return pdf;
            },
          }
        : artifact,
    result: () => {
      const { organizations, individuals } = counts;
      const asOf = now.toISOString();
      const withdrawn = previousList.organizations + previousList.individuals - stillListed;
      return {
        changes: { asOf, ...counts, withdrawn },
        list: { asOf, organizations, individuals, ...list() },
        pdf,
      };
    },
  };
}

interface FreezeInput {
  recorder: SupplementRecorder;
  campaign: CampaignState;
  letter: LetterContent;
  list: SignatoryList;
}

/**
 * Freezes what was recorded, once pages and PDF are written. From then on the mail is due. With delivery by hand, the
 * organizers are told that the letter is ready. If nothing is new, they are told that.
 */
export async function freezeRecordedSupplement(
  dependencies: SiteDependencies,
  lease: Lease,
  { recorder, campaign, letter, list }: FreezeInput,
): Promise<void> {
  const { store, privateFiles, siteUrl, now, newUlid } = dependencies;
  const { settings, gate } = campaign;
  const { slug, delivery } = settings;
  const { supplement } = recorder;
  const { changes, list: recorded, pdf } = recorder.result();
  const sent = lastLetter(gate);
  if (!sent) throw new Failure('refused', 'supplement', 'NoLetter');
  const correctedAt = letterCorrectedSince(await readCorrections(store, gate), sent.at);
  const settle = (state: Parameters<typeof settleSupplement>[3]['state']) =>
    settleSupplement(store, slug, supplement, { state, changes, now: now(), newUlid, lease });
  if (!delivery) return void (await settle('not-wanted'));
  if (!hasListChanges(changes) && correctedAt === undefined) return void (await settle('nothing-new'));

  const put = async (key: string, value: SupplementList | FrozenSupplement) => {
    await lease.renewIfDue();
    await privateFiles.put(privateFile(key, JSON.stringify(value)));
  };
  await put(supplementListKey(slug, supplement.id), recorded);
  if (delivery.by === 'hand') return void (await settle('to-hand-over'));
  const lists = await list.all(namesPerPage);
  const freezeId = newUlid();
  const noted = await noteFreeze(store, lease, supplement, freezeId);
  if (!noted) return;
  await put(frozenSupplementKey(slug, supplement.id), {
    freezeId,
    message: supplementMail({
      settings,
      letter,
      letterUrl: letterUrlOf(settings, siteUrl),
      listUrl: `${siteUrl}/${slug}/letter/`,
      previousLetter: sent,
      listChanges: changes,
      ...(correctedAt && { correctedAt }),
      hasPdf: pdf !== undefined,
      ...(lists && { lists }),
    }),
    ...(pdf && { pdf: Buffer.from(pdf).toString('base64') }),
    namedSignatories: namedSignatoriesOf(await list.all(maxPrintedNames)),
  });
  await lease.renewIfDue();
  await freezeSupplement(store, lease, noted, { freezeId, changes, now: now() });
}

const namedSignatoriesOf = (lists: SignatoryLists | undefined): FrozenSupplement['namedSignatories'] =>
  [
    ...(lists?.organizations.groups ?? []).flatMap(({ signatories }) => signatories),
    ...(lists?.individuals.named ?? []),
  ].map((signatory) => ({ id: signatory.id, printedHash: printedHash(signatory) }));

const privateFile = (key: string, body: string): File => ({
  key,
  body,
  contentType: 'application/json',
  cacheControl: 'no-store',
});

/** A supplement that is final, or may not be sent any more, keeps no names. */
export async function emptyFrozenSupplement(
  { store, privateFiles }: SiteDependencies,
  lease: Lease,
  gate: Gate,
): Promise<void> {
  const { slug, status, supplement } = gate;
  if (!supplement?.freezeId) return;
  if (status === 'published' && isInProgress(supplement)) return;
  await lease.renewIfDue();
  await privateFiles.replace(privateFile(frozenSupplementKey(slug, supplement.id), ''));
  await clearFreezeId(store, gate);
}
