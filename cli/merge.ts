import { type MergeOutcome, mergeSignOns } from '../shared/operations/review/merge.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { type DecisionText, decideEach } from './decision-command.ts';
import { findSignOnById, parseId } from './find-sign-on-by-id.ts';
import { Refusal } from './refusal.ts';
import { signatoryName } from './sign-on-text.ts';

export const merge: Command = {
  usage: 'merge <slug> <keep> <other…>',
  summary: 'make organizations one: the first signs for it, the others wait behind it',
  run: runMerge,
};

async function runMerge(invocation: Invocation): Promise<CommandResult> {
  const [keepId = '', ...others] = invocation.positionals.slice(1).map(parseId);
  const target = await connectToCampaign(invocation);
  const keep = await findSignOnById(target, keepId);
  if (keep instanceof Refusal) throw keep;
  return await decideEach(
    {
      decide: (store, deciding) => mergeSignOns(store, { ...deciding, keep }),
      describe: (outcome, slug) =>
        mergeText(outcome, `${signatoryName(keep)} (${keep.id.slice(0, 8)})`, slug, keep.id),
    },
    target,
    others,
  );
}

function mergeText(outcome: MergeOutcome, keep: string, slug: string, keepId: string): DecisionText {
  switch (outcome) {
    case 'merged':
      return {
        isDone: true,
        text: `is one with ${keep} from now on, and waits behind it; so does whoever signs under its name later.`,
      };
    case 'already-merged':
      return { isDone: true, text: `is one with ${keep} already.` };
    case 'the-same':
      return { isDone: false, text: 'cannot be merged with itself.' };
    case 'keep-not-standing':
      return { isDone: false, text: `${keep} is not confirmed, so nothing can be merged into it.` };
    case 'keep-waits-for-review':
      return {
        isDone: false,
        text: `${keep} waits for review itself: \`campaign approve ${slug} ${keepId.slice(0, 8)}\` first.`,
      };
    case 'keep-asked-again':
      return {
        isDone: false,
        text: `${keep} has not agreed to the changed letter yet, so nothing can be merged into it now.`,
      };
    case 'other-asked-again':
      return {
        isDone: false,
        text: 'has not agreed to the changed letter yet: merge or approve it once it has.',
      };
    case 'other-not-confirmed':
      return { isDone: false, text: 'is not confirmed, so there is nothing to merge.' };
    case 'changed':
      return {
        isDone: false,
        text: `or ${keep} has just been corrected by its signer: look again with \`campaign sign-ons ${slug}\`.`,
      };
    case 'not-organizations':
      return { isDone: false, text: 'people cannot be merged, only organizations.' };
  }
}
