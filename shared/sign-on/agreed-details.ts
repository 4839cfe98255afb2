import { type Letters, shownLetterHash } from '../campaign/letter-hashes.ts';
import type { Settings } from '../campaign/settings.ts';
import { withNewsletterTime } from './newsletter.ts';
import type { Details } from './sign-on.ts';

/**
 * What was typed, with the letter that it agrees to and the time of the answer about news.
 *
 * @param letter hash of the letter that the page showed, if the form says it; else it is the current one
 */
export function agreedDetails(
  typed: Details,
  { settings, letters }: { settings: Pick<Settings, 'language'>; letters?: Letters | undefined },
  { now, letter }: { now: Date; letter?: string | undefined },
): Details {
  const current = shownLetterHash(letters, typed.language, settings.language);
  // A page may have been open for long. If it showed another letter, the signer's own page says so.
  const agreedTo = current && (letter ?? current);
  return withNewsletterTime({ ...typed, ...(agreedTo !== undefined && { agreedTo }) }, now);
}
