import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Language, languages } from '../i18n/language.ts';
import { instantSchema } from './settings.ts';

const hashSchema = z.string();

/** The hashes of a campaign's letter: SHA-256 of the source in base64url. */
export const lettersSchema = z.object({
  /** The current letter, by language. A language without one shows the campaign's own. */
  current: z.partialRecord(z.enum(languages), hashSchema),
  /** Whoever agreed to one of these agrees to the current letter: it, and its texts before editorial changes. */
  accepted: z.array(hashSchema),
  /** The same by language. Absent in campaigns that were applied before this was kept. */
  acceptedByLanguage: z.partialRecord(z.enum(languages), z.array(hashSchema)).optional(),
  /** When everybody was last asked again. Texts from before no longer count. */
  askedAgainAt: instantSchema.optional(),
});
export type Letters = z.infer<typeof lettersSchema>;

/** Hash of the letter that a reader of `language` sees. */
export const shownLetterHash = (
  letters: Letters | undefined,
  language: Language,
  ownLanguage: Language,
): string | undefined => letters?.current[language] ?? letters?.current[ownLanguage];

/**
 * Whether somebody who agreed to the letter with this hash agrees to the current one. A sign-on from before hashes were
 * kept has none. It counts until everybody is asked again.
 */
export const hasAgreed = (letters: Letters | undefined, agreedTo: string | undefined): boolean =>
  letters === undefined ||
  (agreedTo === undefined ? letters.askedAgainAt === undefined : letters.accepted.includes(agreedTo));

/** Whether a letter that people could read has changed. A new translation changes none. */
export const isLetterChanged = (before: Letters['current'], after: Letters['current']): boolean =>
  languages.some((language) => before[language] !== undefined && before[language] !== after[language]);

/** The hashes after an editorial change: whoever agreed to the old letter agrees to the new one. */
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
 * The hashes after a change of meaning, with the instant if anybody is asked because of it. Only agreement to the
 * current text, or to one of a language whose letter is unchanged, still counts. All others must be asked.
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

/** The hash that identifies the letter that somebody agreed to: SHA-256 of its source in base64url. */
export const letterHash = (source: string): string => createHash('sha256').update(source).digest('base64url');
