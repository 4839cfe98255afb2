import { type MergeOutcome, mergeSignOns } from '../shared/store/review/merge.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { decideOnEach, type Said } from './decide.ts';
import { readId, signOnCalled } from './find-sign-on.ts';
import { Refusal } from './refusal.ts';
import { whoSigns } from './sign-on-text.ts';

export const merge: Command = {
  usage: 'merge <slug> <keep> <other…>',
  summary: 'treat organizations as one: the first sign-on counts, the others wait',
  run: runMerge,
};

async function runMerge(invocation: Invocation): Promise<Answer> {
  const [keepId = '', ...others] = invocation.positionals.slice(1).map(readId);
  const target = await connectTo(invocation);
  const keep = await signOnCalled(target, keepId);
  if (keep instanceof Refusal) throw keep;
  return await decideOnEach(
    {
      decide: (store, deciding) => mergeSignOns(store, { ...deciding, keep }),
      say: (outcome, slug) => said(outcome, `${whoSigns(keep)} (${keep.id.slice(0, 8)})`, slug, keep.id),
    },
    target,
    others,
  );
}

function said(outcome: MergeOutcome, keep: string, slug: string, keepId: string): Said {
  switch (outcome) {
    case 'merged':
      return {
        isDone: true,
        words: `now belongs to the same organization as ${keep}, and does not count. Later signatures under its name do not count either.`,
      };
    case 'already-merged':
      return { isDone: true, words: `already belonged to the same organization as ${keep}.` };
    case 'the-same':
      return { isDone: false, words: 'cannot be merged with itself.' };
    case 'keep-not-standing':
      return { isDone: false, words: `cannot be merged, because ${keep} is not confirmed.` };
    case 'keep-waits-for-review':
      return {
        isDone: false,
        words: `cannot be merged yet, because ${keep} waits for review. First run \`campaign approve ${slug} ${keepId.slice(0, 8)}\`.`,
      };
    case 'keep-asked-again':
      return {
        isDone: false,
        words: `cannot be merged yet, because the signer of ${keep} has not agreed to the changed letter.`,
      };
    case 'other-asked-again':
      return {
        isDone: false,
        words: 'cannot be merged yet, because its signer has not agreed to the changed letter.',
      };
    case 'other-not-confirmed':
      return { isDone: false, words: 'is not confirmed, so it cannot be merged.' };
    case 'changed':
      return {
        isDone: false,
        words: `or ${keep} was just corrected by its signer. Review both again: \`campaign sign-ons ${slug}\`.`,
      };
    case 'not-organizations':
      return { isDone: false, words: 'cannot be merged. Only organizations can be merged, not people.' };
  }
}
