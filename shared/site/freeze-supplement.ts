import type { File } from '../aws/files/files.ts';
import type { Gate } from '../campaign/gate.ts';
import type { CampaignNow } from '../campaign/status.ts';
import type { Supplement } from '../campaign/supplement.ts';
import { isNews, isUnderWay, lastLetter } from '../campaign/supplement.ts';
import { Failure } from '../failure.ts';
import { supplementMail } from '../mail/messages/supplement.tsx';
import { namesOnAPage, type SignatoryList, type Standing } from '../operations/listing/list-signatories.ts';
import { letterCorrectedSince, readCorrections } from '../operations/publishing/corrections.ts';
import {
  type FrozenSupplement,
  printedAs,
  type SupplementList,
  supplementListSchema,
} from '../operations/publishing/frozen-supplement.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { frozenSupplementKey, supplementListKey } from '../operations/publishing/supplement.ts';
import {
  announceFrozen,
  forgetFrozen,
  freezeSupplement,
  settleSupplement,
} from '../operations/publishing/supplement-mail.ts';
import type { LetterContent, SignatoryLists } from '../rendering/document/content.ts';
import { letterUrlOf } from '../rendering/document/text-facts.ts';
import { mostNames } from '../rendering/pdf/letter-pdf.ts';
import type { Print } from './artifacts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { newReleasedList, newSnapshotList, type Snapshot } from './snapshot.ts';

/** A supplement that takes down what the pages are made of while they are made. */
export interface SupplementTaking {
  supplement: Supplement;
  /** Takes down who stands on the list, as it is read; in the order of ids. */
  over(standing: AsyncIterable<Standing>): AsyncIterable<Standing>;
  /** Keeps the letter's PDF when it is made. */
  keeping(print: Print): Print;
  /** What was taken down, once everything was read. */
  taken(): { news: NonNullable<Supplement['news']>; list: SupplementList; pdf: Uint8Array | undefined };
}

/** Where a supplement was asked for: one that is frozen from the reading that the pages are written from. */
export async function takeSupplement(
  { privateFiles }: SiteDependencies,
  { gate, now }: Pick<CampaignNow, 'gate' | 'now'>,
  snapshot: Snapshot,
): Promise<SupplementTaking | undefined> {
  const { slug, supplement, supplied } = gate;
  if (supplement?.state !== 'asked') return undefined;
  const had = supplied
    ? supplementListSchema.parse(JSON.parse(await privateFiles.read(supplementListKey(slug, supplied.id))))
    : snapshot;
  const wasThere = newReleasedList(privateFiles, had);
  const { add, list } = newSnapshotList(privateFiles, supplementListKey(slug, supplement.id));
  const counts = { organizations: 0, individuals: 0, addedOrganizations: 0, addedIndividuals: 0 };
  let stayed = 0;
  let pdf: Uint8Array | undefined;
  const letterPdf = `${slug}/letter.pdf`;
  return {
    supplement,
    over: async function* (standing) {
      for await (const one of standing) {
        const { id, kind } = one.signOn;
        const isOrganization = kind === 'organization';
        counts[isOrganization ? 'organizations' : 'individuals']++;
        if (await wasThere(id)) stayed++;
        else counts[isOrganization ? 'addedOrganizations' : 'addedIndividuals']++;
        await add(id);
        yield one;
      }
    },
    keeping: (print) =>
      print.key === letterPdf
        ? {
            ...print,
            make: async () => {
              pdf = await print.make();
              return pdf;
            },
          }
        : print,
    taken: () => {
      const { organizations, individuals } = counts;
      const asOf = now.toISOString();
      const withdrawn = had.organizations + had.individuals - stayed;
      return {
        news: { asOf, ...counts, withdrawn },
        list: { asOf, organizations, individuals, ...list() },
        pdf,
      };
    },
  };
}

interface Freezing {
  taking: SupplementTaking;
  campaign: CampaignNow;
  letter: LetterContent;
  list: SignatoryList;
}

/**
 * Freezes what was taken down, once pages and PDF are written: the mail is owed from then on. Where the letter is handed
 * over, the organizers are told that it is there; where nothing is new after all, they are told that.
 */
export async function freezeTaken(
  dependencies: SiteDependencies,
  lease: Lease,
  { taking, campaign, letter, list }: Freezing,
): Promise<void> {
  const { store, privateFiles, siteUrl, now, newUlid } = dependencies;
  const { settings, gate } = campaign;
  const { slug, delivery } = settings;
  const { supplement } = taking;
  const { news, list: taken, pdf } = taking.taken();
  const had = lastLetter(gate);
  if (!had) throw new Failure('refused', 'supplement', 'NoLetter');
  const correctedAt = letterCorrectedSince(await readCorrections(store, gate), had.at);
  const settle = (state: Parameters<typeof settleSupplement>[3]['state']) =>
    settleSupplement(store, slug, supplement, { state, news, now: now(), newUlid, lease });
  if (!delivery) return void (await settle('not-wanted'));
  if (!isNews(news) && correctedAt === undefined) return void (await settle('nothing-new'));

  const put = async (key: string, value: SupplementList | FrozenSupplement) => {
    await lease.keep();
    await privateFiles.put(privateFile(key, JSON.stringify(value)));
  };
  await put(supplementListKey(slug, supplement.id), taken);
  if (delivery.by === 'hand') return void (await settle('to-hand-over'));
  const lists = await list.whole(namesOnAPage);
  const frozen = newUlid();
  const announced = await announceFrozen(store, lease, supplement, frozen);
  if (!announced) return;
  await put(frozenSupplementKey(slug, supplement.id), {
    frozen,
    message: supplementMail({
      settings,
      letter,
      letterUrl: letterUrlOf(settings, siteUrl),
      listUrl: `${siteUrl}/${slug}/letter/`,
      since: had,
      news,
      ...(correctedAt && { correctedAt }),
      hasPdf: pdf !== undefined,
      ...(lists && { lists }),
    }),
    ...(pdf && { pdf: Buffer.from(pdf).toString('base64') }),
    named: namedIn(await list.whole(mostNames)),
  });
  await lease.keep();
  await freezeSupplement(store, lease, announced, { frozen, news, now: now() });
}

const namedIn = (lists: SignatoryLists | undefined): FrozenSupplement['named'] =>
  [
    ...(lists?.organizations.groups ?? []).flatMap(({ signatories }) => signatories),
    ...(lists?.individuals.named ?? []),
  ].map((signatory) => ({ id: signatory.id, as: printedAs(signatory) }));

const privateFile = (key: string, body: string): File => ({
  key,
  body,
  contentType: 'application/json',
  cacheControl: 'no-store',
});

/** A supplement that is over, or that nobody may send any more, keeps no names. */
export async function emptyFrozen(
  { store, privateFiles }: SiteDependencies,
  lease: Lease,
  gate: Gate,
): Promise<void> {
  const { slug, status, supplement } = gate;
  if (!supplement?.frozen) return;
  if (status === 'published' && isUnderWay(supplement)) return;
  await lease.keep();
  await privateFiles.replace(privateFile(frozenSupplementKey(slug, supplement.id), ''));
  await forgetFrozen(store, gate);
}
