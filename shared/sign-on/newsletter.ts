import type { Details } from './sign-on.ts';

/** Adds when the newsletter box was answered. The same answer keeps its earlier time. */
export function withNewsletterTime(details: Details, now: Date, earlier?: Details): Details {
  const { newsletterAt: _, ...words } = details;
  if (words.newsletter === undefined) return words;
  const isSame = earlier?.newsletter === words.newsletter && earlier.newsletterAt !== undefined;
  return { ...words, newsletterAt: isSame ? earlier.newsletterAt : now.toISOString() };
}
