import * as z from 'zod';
import { instantSchema } from './settings.ts';

const supplementStates = [
  'asked',
  'frozen',
  'claimed',
  'sent',
  'bounced',
  'refused',
  'unknown',
  'not-wanted',
  'to-hand-over',
  'nothing-new',
] as const;

/**
 * The letter with its updated list, to its recipient again. `asked`: the site job is to freeze what goes; `frozen`: it is to
 * be mailed; `claimed`: it is being mailed, or SES has not said yet what became of it. All else is over.
 */
export const supplementSchema = z.object({
  id: z.ulid(),
  state: z.enum(supplementStates),
  /** Since when it is in this state. */
  at: instantSchema,
  /** Which freezing of it is the one that counts; what it froze is kept for as long as this stands. */
  freezeId: z.string().optional(),
  claim: z.string().optional(),
  /** What the frozen list says, and what has changed since the recipient got the one before. */
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

/** A supplement that went for certain, or was made to be handed over. */
export const sentSupplementSchema = z.object({
  id: z.ulid(),
  at: instantSchema,
  asOf: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
});

/** The letter as its recipient has it: what a supplement says has changed since. */
export interface LastLetter {
  /** `again`: an updated letter; `sent`: the first one, by mail; `published`: nobody knows how it came there. */
  origin: 'again' | 'sent' | 'published';
  /** When it went, as people are told. */
  at: string;
  /** When its list was read. */
  asOf: string;
  organizations: number;
  individuals: number;
}

/** What the gate says of the letters that went to the recipient. */
interface LettersSent {
  lastSupplement?: z.infer<typeof sentSupplementSchema> | undefined;
  publishedAt?: string | undefined;
  releasedOrganizations?: number | undefined;
  releasedIndividuals?: number | undefined;
  letterMail?: { state: string; at: string } | undefined;
}

/**
 * What the recipient got last, as far as that is certain; none before publication. A supplement whose mail was refused, or
 * of which nobody knows, is not counted: words that build on it could be wrong.
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

/** Whether a supplement is on its way: then there is no second one. */
export function isInProgress({ state }: Supplement): boolean {
  switch (state) {
    case 'asked':
    case 'frozen':
    case 'claimed':
      return true;
    case 'sent':
    case 'bounced':
    case 'refused':
    case 'unknown':
    case 'not-wanted':
    case 'to-hand-over':
    case 'nothing-new':
      return false;
  }
}

/** What has changed since a letter: of whom there are more, and how many are no longer there. */
export interface ListChanges {
  organizations: number;
  individuals: number;
  addedOrganizations: number;
  addedIndividuals: number;
  withdrawn: number;
}

export const hasListChanges = ({ addedOrganizations, addedIndividuals, withdrawn }: ListChanges): boolean =>
  addedOrganizations + addedIndividuals + withdrawn > 0;
