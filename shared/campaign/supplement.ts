import * as z from 'zod';
import { instantSchema } from './settings.ts';

const supplementStates = [
  'asked',
  'frozen',
  'claimed',
  'sent',
  'bounced',
  'refused',
  'not-wanted',
  'to-hand-over',
  'nothing-new',
] as const;

/**
 * The letter with its updated list, sent to its recipient again. `asked`: the site job must freeze the mail. `frozen`:
 * the mail is due. `claimed`: it is being mailed, or SES has not reported the outcome yet. Every other state is final.
 */
export const supplementSchema = z.object({
  id: z.ulid(),
  state: z.enum(supplementStates),
  /** Since when it is in this state. */
  at: instantSchema,
  /** Id of the valid frozen file. The file is kept as long as this is set. */
  freezeId: z.string().optional(),
  /** How often it was frozen anew because its file could not be read. */
  unreadFiles: z.int().optional(),
  claim: z.string().optional(),
  /** When SES reported that it was delivered to one of its recipients. */
  deliveredAt: instantSchema.optional(),
  /** The numbers of the frozen list, and what has changed since the letter that the recipient got before. */
  changes: z
    .object({
      asOf: instantSchema,
      organizations: z.int(),
      individuals: z.int(),
      addedOrganizations: z.int(),
      addedIndividuals: z.int(),
      withdrawn: z.int(),
    })
    .optional(),
});
export type Supplement = z.infer<typeof supplementSchema>;

/** A supplement that was certainly sent, or that was made for handing over. */
export const sentSupplementSchema = z.object({
  id: z.ulid(),
  at: instantSchema,
  asOf: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
});

/** The letter that the recipient has. A supplement says what has changed since. */
export interface LastLetter {
  /**
   * `again`: an updated letter; `sent`: the first one, by mail; `published`: delivered in another way, or not known.
   */
  origin: 'again' | 'sent' | 'published';
  /** When it was sent, for people. */
  at: string;
  /** When its list was read. */
  asOf: string;
  organizations: number;
  individuals: number;
}

/** What the gate knows about letters that were sent to the recipient. */
interface LettersSent {
  lastSupplement?: z.infer<typeof sentSupplementSchema> | undefined;
  publishedAt?: string | undefined;
  releasedOrganizations?: number | undefined;
  releasedIndividuals?: number | undefined;
  letterMail?: { state: string; at: string } | undefined;
}

/**
 * The letter that the recipient certainly got last; none before publication. A supplement that was refused or came back
 * does not count, since a mail that compares with it could be wrong.
 */
export function lastLetter({
  lastSupplement,
  publishedAt,
  releasedOrganizations: organizations,
  releasedIndividuals: individuals,
  letterMail,
}: LettersSent): LastLetter | undefined {
  if (lastSupplement) return { origin: 'again', ...lastSupplement };
  if (publishedAt === undefined || organizations === undefined || individuals === undefined) return undefined;
  const numbers = { asOf: publishedAt, organizations, individuals };
  return letterMail?.state === 'sent' || letterMail?.state === 'delivered'
    ? { origin: 'sent', at: letterMail.at, ...numbers }
    : { origin: 'published', at: publishedAt, ...numbers };
}

/** Whether a supplement is being made or mailed. Then no second one can be asked for. */
export function isInProgress({ state }: Supplement): boolean {
  switch (state) {
    case 'asked':
    case 'frozen':
    case 'claimed':
      return true;
    case 'sent':
    case 'bounced':
    case 'refused':
    case 'not-wanted':
    case 'to-hand-over':
    case 'nothing-new':
      return false;
  }
}

/** What has changed on the list since a letter: how many were added, and how many are gone. */
export interface ListChanges {
  organizations: number;
  individuals: number;
  addedOrganizations: number;
  addedIndividuals: number;
  withdrawn: number;
}

export const hasListChanges = ({ addedOrganizations, addedIndividuals, withdrawn }: ListChanges): boolean =>
  addedOrganizations + addedIndividuals + withdrawn > 0;
