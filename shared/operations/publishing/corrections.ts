import * as z from 'zod';
import type { Campaign } from '../../campaign/campaign.ts';
import type { Gate } from '../../campaign/gate.ts';
import { afterEditorialChange } from '../../campaign/letter-hashes.ts';
import { logoSchema } from '../../campaign/logo.ts';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import { languageSchema } from '../../i18n/language.ts';
import { eventCreation } from '../../table/events.ts';
import { correctionKey, gateKey, settingsKey } from '../../table/keys.ts';
import { mailingCreation } from '../../table/mailings.ts';
import type { Store, Write } from '../../table/table.ts';
import { logoChanges } from '../applying/logo-changes.ts';
import { appliedAsRead, readStoredCampaign, type StoredCampaign } from '../applying/stored-campaign.ts';
import { currentLetters } from '../applying/stored-letters.ts';
import { textUpdate, translationChanges, translationWrites } from '../applying/translations.ts';

const correctedDocuments = ['letter', 'release'] as const;
export type CorrectedDocument = (typeof correctedDocuments)[number];

/** A correction, stored beside the snapshot that it corrects. Neither ever changes. */
const correctionSchema = z.object({
  slug: slugSchema,
  id: z.ulid(),
  at: instantSchema,
  /** What was wrong, in the organizers' words. It is printed. */
  note: z.string(),
  documents: z.array(z.enum(correctedDocuments)),
  /** All sources, valid from then on. */
  texts: z.array(
    z.object({ language: languageSchema, letter: z.string().optional(), release: z.string().optional() }),
  ),
  /** The release's logos from then on; absent: none. */
  logos: z.array(logoSchema).optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** A gate's corrections, the first one first. */
export async function readCorrections(
  store: Store,
  { slug, corrections = [] }: Pick<Gate, 'slug' | 'corrections'>,
): Promise<Correction[]> {
  const read = corrections.map((id) => store.get(correctionSchema, correctionKey(slug, id)));
  return (await Promise.all(read)).flatMap((correction) => correction ?? []);
}

/** When the letter was last corrected after an instant; undefined if it was not. */
export const letterCorrectedSince = (
  corrections: readonly Correction[],
  instant: string,
): string | undefined =>
  corrections.findLast(({ at, documents }) => documents.includes('letter') && at > instant)?.at;

export type CorrectCampaignOutcome =
  | 'corrected'
  | 'unchanged'
  | 'quotes-not-approved'
  | 'other-language'
  | 'too-large'
  | 'changed-meanwhile'
  | 'not-published'
  | 'taken-down'
  | 'no-such-campaign';

/** In bytes. A correction is one item of the table, which holds 400 KB; the rest is for its key and its note. */
export const maxCorrectionBytes = 400_000;

/** The bytes that a correction to this folder needs, at most. */
export const correctionBytes = ({ texts, logos = [] }: Pick<Campaign, 'texts' | 'logos'>): number =>
  Buffer.byteLength(JSON.stringify({ texts, logos }));

export interface CorrectCampaignInput {
  campaign: Campaign;
  note: string;
  now: Date;
  newUlid: () => string;
  /** Address of the organizer who corrects. Absent: the command line. */
  actor?: string;
}

/**
 * Replaces the published letter and release by those of a folder, in one transaction: the correction, the texts, the
 * event, and the mailing that tells the press. The condition is that the stored texts are those that were read, so of
 * two at once one succeeds. If the texts are equal, the answer is `unchanged`. Everything else in the folder is
 * ignored.
 */
export async function correctCampaign(
  store: Store,
  { campaign, note, now, newUlid, actor = 'organizer' }: CorrectCampaignInput,
): Promise<{ outcome: CorrectCampaignOutcome; documents: CorrectedDocument[] }> {
  const { slug } = campaign.settings;
  const stored = await readStoredCampaign(store, slug);
  const { documents, refusal } = planCorrection(stored, campaign);
  if (!stored || refusal) return { outcome: refusal ?? 'no-such-campaign', documents: [] };

  const id = newUlid();
  const at = now.toISOString();
  const was = stored.gate.corrections;
  const { condition, values } = appliedAsRead(stored);
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET corrections = :is, dirty = :mark REMOVE pagesWrittenAt',
      condition: `#status = :published AND ${was ? 'corrections = :was' : 'attribute_not_exists(corrections)'}`,
      names: { '#status': 'status' },
      values: {
        ':is': [...(was ?? []), id],
        ':mark': newUlid(),
        ':published': 'published',
        ...(was && { ':was': was }),
      },
    },
    {
      create: {
        ...correctionKey(slug, id),
        slug,
        id,
        at,
        note,
        documents,
        texts: campaign.texts,
        ...(campaign.logos && { logos: campaign.logos }),
      },
    },
    ...textWrites(stored, campaign),
    // As after an editorial change: whoever agreed to the published letter agrees to the corrected one.
    {
      key: settingsKey(slug),
      // An `apply` that was planned before fails: it would write the texts and logos from before the correction.
      update: 'SET letters = :letters, applied = :id',
      condition,
      values: {
        ...values,
        ':letters': afterEditorialChange(stored.letters, currentLetters(campaign)),
        ':id': id,
      },
    },
    mailingCreation({ slug, id, kind: 'correction', at }),
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'corrected', documents, note },
    }),
  ]);
  return failed.length === 0
    ? { outcome: 'corrected', documents }
    : { outcome: 'changed-meanwhile', documents: [] };
}

/** What a folder would correct, and what stands in the way. */
export function planCorrection(
  stored: StoredCampaign | undefined,
  campaign: Campaign,
): { documents: CorrectedDocument[]; refusal?: Exclude<CorrectCampaignOutcome, 'corrected'> } {
  const documents = stored ? changedDocuments(stored, campaign) : [];
  const refusal = refusalOf(stored, documents, campaign);
  return { documents, ...(refusal && { refusal }) };
}

function changedDocuments(stored: StoredCampaign, campaign: Campaign): CorrectedDocument[] {
  const [own] = campaign.texts;
  const translated = translationChanges(stored, campaign).map(({ document }) => document);
  const hasOtherLogos = changesReleaseLogos(stored, campaign);
  return correctedDocuments.filter(
    (document) =>
      stored[document] !== own[document] ||
      translated.includes(document) ||
      (document === 'release' && hasOtherLogos),
  );
}

const changesReleaseLogos = (stored: StoredCampaign, campaign: Campaign): boolean =>
  logoChanges(stored.logos, campaign.logos).some(({ isInRelease }) => isInRelease);

function refusalOf(
  stored: StoredCampaign | undefined,
  documents: CorrectedDocument[],
  campaign: Campaign,
): Exclude<CorrectCampaignOutcome, 'corrected'> | undefined {
  if (!stored) return 'no-such-campaign';
  if (stored.gate.status === 'taken-down') return 'taken-down';
  if (stored.gate.status !== 'published') return 'not-published';
  // Its texts would replace those of a translation, or of no language.
  if (campaign.settings.language !== stored.settings.language) return 'other-language';
  if (documents.length === 0) return 'unchanged';
  if (correctionBytes(campaign) > maxCorrectionBytes) return 'too-large';
  return campaign.gate.quotesApproved === 'no' ? 'quotes-not-approved' : undefined;
}

function textWrites(stored: StoredCampaign, campaign: Campaign): Write[] {
  const { slug, language } = stored.settings;
  const [own] = campaign.texts;
  const hasOtherLogos = changesReleaseLogos(stored, campaign);
  // The coalition's own logo is a setting, and `apply` changes it.
  const shown = (campaign.logos ?? []).filter(({ isHeadOnly }) => !isHeadOnly);
  const ofHead = stored.settings.branding?.logo?.file;
  const logos = [
    ...shown,
    ...stored.logos.filter(({ file }) => file === ofHead && !shown.some((logo) => logo.file === file)),
  ];
  return [
    ...(stored.letter === own.letter
      ? []
      : [textUpdate({ slug, language, document: 'letter', source: own.letter })]),
    ...(stored.release === own.release && !hasOtherLogos
      ? []
      : [textUpdate({ slug, language, document: 'release', source: own.release, logos })]),
    ...translationWrites(slug, translationChanges(stored, campaign)),
  ];
}
