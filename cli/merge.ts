import { type MergeOutcome, mergeSignOns } from '../shared/operations/review/merge.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { decideOnEach, type Said } from './decide.ts';
import { readId, signOnCalled } from './find-sign-on.ts';
import { Refusal } from './refusal.ts';
import { whoSigns } from './sign-on-text.ts';

export const merge: Command = {
  usage: 'merge <slug> <keep> <other…>',
  summary: 'make organizations one: the first signs for it, the others wait behind it',
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
        words: `is one with ${keep} from now on, and waits behind it; so does whoever signs under its name later.`,
      };
    case 'already-merged':
      return { isDone: true, words: `is one with ${keep} already.` };
    case 'the-same':
      return { isDone: false, words: 'cannot be merged with itself.' };
    case 'keep-not-standing':
      return { isDone: false, words: `${keep} is not confirmed, so nothing can be merged into it.` };
    case 'keep-waits-for-review':
      return {
        isDone: false,
        words: `${keep} waits for review itself: \`campaign approve ${slug} ${keepId.slice(0, 8)}\` first.`,
      };
    case 'keep-asked-again':
      return {
        isDone: false,
        words: `${keep} has not agreed to the changed letter yet, so nothing can be merged into it now.`,
      };
    case 'other-asked-again':
      return {
        isDone: false,
        words: 'has not agreed to the changed letter yet: merge or approve it once it has.',
      };
    case 'other-not-confirmed':
      return { isDone: false, words: 'is not confirmed, so there is nothing to merge.' };
    case 'changed':
      return {
        isDone: false,
        words: `or ${keep} has just been corrected by its signer: look again with \`campaign sign-ons ${slug}\`.`,
      };
    case 'not-organizations':
      return { isDone: false, words: 'people cannot be merged, only organizations.' };
  }
}
