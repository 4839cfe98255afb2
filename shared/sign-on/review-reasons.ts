import type { Evidence } from './evidence.ts';
import { flagTable } from './flag-table.ts';
import type { SignOn } from './sign-on.ts';

/** What a list of sign-ons can be restricted to: each piece of evidence, and changes that wait for review. */
export type ReviewReason = Evidence['flag'] | 'change';

const isFlag = (text: string): text is Evidence['flag'] => Object.hasOwn(flagTable, text);

export const reviewReasons: readonly ReviewReason[] = [...Object.keys(flagTable).filter(isFlag), 'change'];

export const isReviewReason = (typed: unknown): typed is ReviewReason =>
  reviewReasons.some((reason) => reason === typed);

/** The reasons of one sign-on, each once. */
export function reviewReasonsOf({
  evidence,
  signOn,
}: {
  evidence: readonly Evidence[];
  signOn: Pick<SignOn, 'proposed'>;
}): ReviewReason[] {
  return [
    ...new Set<ReviewReason>([
      ...evidence.map(({ flag }) => flag),
      ...(signOn.proposed ? (['change'] as const) : []),
    ]),
  ];
}
