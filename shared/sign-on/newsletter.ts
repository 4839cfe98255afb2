import type { Details } from './sign-on.ts';

/** Details whose answer to the newsletter box, if there is one, has its time: an earlier one that says the same keeps its own. */
export function withNewsletterTime(details: Details, now: Date, earlier?: Details): Details {
  const { newsletterAt: _, ...words } = details;
  if (words.newsletter === undefined) return words;
  const isSame = earlier?.newsletter === words.newsletter && earlier.newsletterAt !== undefined;
  return { ...words, newsletterAt: isSame ? earlier.newsletterAt : now.toISOString() };
}
