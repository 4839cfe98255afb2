import { type MergeOutcome, mergeSignOns } from '../shared/operations/review/merge.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { confirmAction } from './confirm-action.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { type DecisionText, decideEach } from './decision-command.ts';
import { findSignOnById, parseId } from './find-sign-on-by-id.ts';
import { Refusal } from './refusal.ts';
import { signatoryName } from './sign-on-text.ts';

export const merge: Command = {
  name: 'merge',
  positionals: [{ name: 'slug' }, { name: 'keep' }, { name: 'other', isRepeated: true }],
  optionsUsage: '[--yes]',
  summary: 'treat organizations as one: the first sign-on counts, the others wait',
  run: runMerge,
};

async function runMerge(invocation: Invocation): Promise<CommandResult> {
  const [keepId = '', ...others] = invocation.positionals.slice(1).map(parseId);
  const target = await connectToCampaign(invocation);
  const keep = await findSignOnById(target, keepId);
  if (keep instanceof Refusal) throw keep;
  const names = await Promise.all(others.map(async (id) => nameOf(await findSignOnById(target, id), id)));
  const question = `Treat ${names.join(', ')} as the same organization as ${signatoryName(keep)}? Only ${signatoryName(keep)} counts then, and later signatures under the other name do not count either. A merge cannot be undone.`;
  if (!(await confirmAction(invocation, question)))
    return { text: 'Nothing was merged.', json: { slug: target.slug, outcome: 'declined' } };
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

const nameOf = (signOn: SignOn | Refusal, id: string): string =>
  signOn instanceof Refusal ? id.slice(0, 8) : signatoryName(signOn);

function mergeText(outcome: MergeOutcome, keep: string, slug: string, keepId: string): DecisionText {
  switch (outcome) {
    case 'merged':
      return {
        isDone: true,
        text: `now belongs to the same organization as ${keep}, and does not count. Later signatures under its name do not count either.`,
      };
    case 'already-merged':
      return { isDone: true, text: `already belonged to the same organization as ${keep}.` };
    case 'the-same':
      return { isDone: false, text: 'cannot be merged with itself.' };
    case 'keep-not-standing':
      return { isDone: false, text: `cannot be merged, because ${keep} is not confirmed.` };
    case 'keep-waits-for-review':
      return {
        isDone: false,
        text: `cannot be merged yet, because ${keep} waits for review. First run \`campaign approve ${slug} ${keepId.slice(0, 8)}\`.`,
      };
    case 'keep-asked-again':
      return {
        isDone: false,
        text: `cannot be merged yet, because the signer of ${keep} has not agreed to the changed letter.`,
      };
    case 'other-asked-again':
      return {
        isDone: false,
        text: 'cannot be merged yet, because its signer has not agreed to the changed letter.',
      };
    case 'other-not-confirmed':
      return { isDone: false, text: 'is not confirmed, so it cannot be merged.' };
    case 'changed':
      return {
        isDone: false,
        text: `or ${keep} was just corrected by its signer. Review both again: \`campaign sign-ons ${slug}\`.`,
      };
    case 'not-organizations':
      return { isDone: false, text: 'cannot be merged. Only organizations can be merged, not people.' };
  }
}
