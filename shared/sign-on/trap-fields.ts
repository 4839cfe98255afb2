import type { SignOn } from './sign-on.ts';

/** Signs of a program at the form. They are evidence for organizers; nothing is refused for them. */
export type FormSuspicion = 'honeypot' | 'hurried';

/**
 * Two fields of the form that are no answers (docs/decisions/0011-limits-by-network.md). `comments` is hidden from
 * people, so only a program fills it in. `seconds` is how long the form was open, which only the page's script can
 * measure. Without it, nothing is concluded.
 */
export const trapFields = { honeypot: 'comments', elapsed: 'seconds' } as const;

/** Separates a form's answers from its trap fields. `hurriedSeconds`: the least time that a person needs. */
export function readTrapFields(
  { [trapFields.honeypot]: comments, [trapFields.elapsed]: seconds, ...answers }: Record<string, unknown>,
  hurriedSeconds: number,
): { answers: Record<string, unknown>; suspicions: FormSuspicion[] } {
  const isFilledIn = comments !== undefined && comments !== '';
  const isHurried =
    typeof seconds === 'string' && /^\d{1,9}$/.test(seconds) && Number(seconds) < hurriedSeconds;
  return {
    answers,
    suspicions: [
      ...(isFilledIn ? (['honeypot'] as const) : []),
      ...(isHurried ? (['hurried'] as const) : []),
    ],
  };
}

/** What the form noticed about the words of a sign-on, unless the same words came without suspicion, too. */
export const suspicionsOf = ({
  suspicions = [],
  unsuspectedHash,
  submissionHash,
  signedHash,
}: SignOn): readonly string[] =>
  unsuspectedHash !== undefined && unsuspectedHash === (submissionHash ?? signedHash) ? [] : suspicions;
