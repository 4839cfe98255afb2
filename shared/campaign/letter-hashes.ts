import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Language, languages } from '../i18n/language.ts';
import { instantSchema } from './settings.ts';

const hashSchema = z.string();

/** The texts of a campaign's letter by their hashes: SHA-256 of the source in base64url. */
export const lettersSchema = z.object({
  /** The letter that is shown, by language; a language without one is shown the campaign's own. */
  current: z.partialRecord(z.enum(languages), hashSchema),
  /** Whoever agreed to one of these agrees to the letter as it stands: it, and what it was before editorial changes. */
  accepted: z.array(hashSchema),
  /** The same by the language that they are in; absent from before this was kept. */
  acceptedByLanguage: z.partialRecord(z.enum(languages), z.array(hashSchema)).optional(),
  /** When everybody was last asked to agree anew; texts of before count no longer. */
  askedAgainAt: instantSchema.optional(),
});
export type Letters = z.infer<typeof lettersSchema>;

/** Hash of the letter that somebody is shown who reads in `language`. */
export const shownLetterHash = (
  letters: Letters | undefined,
  language: Language,
  ownLanguage: Language,
): string | undefined => letters?.current[language] ?? letters?.current[ownLanguage];

/**
 * Whether somebody who agreed to the letter with this hash agrees to the one that stands. From before hashes were kept
 * there is none: such consent holds until everybody is asked again.
 */
export const hasAgreed = (letters: Letters | undefined, agreedTo: string | undefined): boolean =>
  letters === undefined ||
  (agreedTo === undefined ? letters.askedAgainAt === undefined : letters.accepted.includes(agreedTo));

/** Whether a letter that people could read says something else now; one that is new in a language changes none. */
export const isLetterChanged = (before: Letters['current'], after: Letters['current']): boolean =>
  languages.some((language) => before[language] !== undefined && before[language] !== after[language]);

/** Letters after a change that leaves the meaning: who agreed to what was, agrees to what is. */
export const afterEditorialChange = (before: Letters | undefined, current: Letters['current']): Letters => ({
  current,
  accepted: [...new Set([...(before?.accepted ?? []), ...Object.values(current)])],
  acceptedByLanguage: Object.fromEntries(
    languages.flatMap((language) => {
      const hashes = acceptedInLanguage(before, language, current[language]);
      return hashes.length > 0 ? [[language, hashes]] : [];
    }),
  ),
  ...(before?.askedAgainAt && { askedAgainAt: before.askedAgainAt }),
});

/**
 * Letters after a change of what is said, with the instant if anybody is asked because of it: only who agreed to a text that stands, or stood in a language whose letter is
 * left as it was, agrees to it. All others are to be asked.
 */
export function afterAskingAgain(
  before: Letters | undefined,
  current: Letters['current'],
  askedAgainAt = before?.askedAgainAt,
): Letters {
  const acceptedByLanguage = Object.fromEntries(
    languages.flatMap((language) => {
      const is = current[language];
      if (is === undefined) return [];
      return [[language, before?.current[language] === is ? acceptedInLanguage(before, language, is) : [is]]];
    }),
  );
  return {
    current,
    accepted: [...new Set(Object.values(acceptedByLanguage).flat())],
    acceptedByLanguage,
    ...(askedAgainAt && { askedAgainAt }),
  };
}

function acceptedInLanguage(
  before: Letters | undefined,
  language: Language,
  after: string | undefined,
): string[] {
  const accepted = before?.acceptedByLanguage?.[language] ?? [before?.current[language]];
  return [...new Set([...accepted, after])].flatMap((hash) => hash ?? []);
}

/** The hash that identifies the letter somebody agreed to: SHA-256 of its source in base64url. */
export const letterHash = (source: string): string => createHash('sha256').update(source).digest('base64url');
