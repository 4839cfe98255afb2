import {
  type MergeOutcome,
  type MergePreview,
  mergeObstacle,
  mergeSignOns,
  previewMerge,
} from '../../shared/operations/deciding/merge.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { connectToCampaign } from '../connect-to-campaign.ts';
import { type DecisionText, decideEach } from '../decision-command.ts';
import { findSignOnById, parseIds } from '../find-sign-on-by-id.ts';
import { conflict, Refusal, UsageError } from '../refusal.ts';
import { namedApart, signatoryName } from '../sign-on-text.ts';

export const merge: Command = {
  name: 'merge',
  positionals: [{ name: 'slug' }, { name: 'keep' }, { name: 'other', isRepeated: true }],
  optionsUsage: '[--yes]',
  summary: 'treat organizations as one: the first sign-on counts, the others wait. `split` undoes it',
  run: runMerge,
};

async function runMerge(invocation: Invocation): Promise<CommandResult> {
  const ids = parseIds(invocation.positionals);
  const target = await connectToCampaign(invocation);
  const found: SignOn[] = [];
  for (const id of ids) {
    const signOn = await findSignOnById(target, id);
    if (signOn instanceof Refusal) throw signOn;
    found.push(signOn);
  }
  const [keep, ...others] = found;
  if (!keep) throw new UsageError('<keep> is missing.');
  for (const other of others) {
    const obstacle = mergeObstacle(keep, other);
    if (obstacle && others.length === 1)
      throw conflict('Not done', lineOf(other, mergeText(obstacle, keep, target.slug, other.id)));
  }
  const merges: Merge[] = [];
  for (const other of others)
    if (!mergeObstacle(keep, other))
      merges.push({ other, ...(await previewMerge(target.store, { keep, other, now: target.now })) });
  // Without a merge the decision changes nothing, and says why.
  if (merges.length > 0 && !(await confirmAction(invocation, questionOf(target.slug, keep, merges))))
    return { text: 'Nothing was merged.', json: { slug: target.slug, outcome: 'declined' } };
  return await decideEach(
    {
      decide: (store, deciding) => mergeSignOns(store, { ...deciding, keep }),
      describe: (outcome, slug, id) =>
        mergeText(outcome, keep, slug, id, merges.find(({ other }) => other.id === id)?.demoted),
    },
    target,
    others.map(({ id }) => id),
  );
}

type Merge = { other: SignOn } & MergePreview;

function questionOf(slug: string, keep: SignOn, merges: readonly Merge[]): string {
  const all = [keep, ...merges.flatMap(({ other, counts, demoted }) => [other, counts, demoted])];
  const named = (signOn: SignOn): string => namedApart(signOn, ...all);
  const names = new Intl.ListFormat('en').format(merges.map(({ other }) => named(other)));
  const counts = named(merges[0]?.counts ?? keep);
  const demoted = merges.flatMap(({ other, demoted }) =>
    demoted ? [` ${named(other)} is a duplicate of ${named(demoted)}, which counts now and will not.`] : [],
  );
  const mails = 'Whoever counted or waited for review, and does not any more, gets an email.';
  const separated = new Set(merges.map(({ other, demoted = other }) => demoted.id.slice(0, 8)));
  const undo = new Intl.ListFormat('en').format(
    [...separated].map((id) => `\`campaign split ${slug} ${id}\``),
  );
  return `Treat ${names} as the same organization as ${named(keep)}? Then only ${counts} counts.${demoted.join('')} If only this organization has the other name, later signatures under it do not count either. ${mails} To undo this: ${undo}, which counts it on its own.`;
}

const lineOf = (signOn: SignOn, { text }: DecisionText): string =>
  `${signOn.id.slice(0, 8)} ${signatoryName(signOn)}: ${text}`;

function mergeText(
  outcome: MergeOutcome,
  kept: SignOn,
  slug: string,
  id?: string,
  demoted?: SignOn,
): DecisionText {
  const keep = `${signatoryName(kept)} (${kept.id.slice(0, 8)})`;
  switch (outcome) {
    case 'merged':
      return {
        isDone: true,
        text: `now belongs to the same organization as ${keep}, and does not count. If only this organization has its name, later signatures under it do not count either. To undo this: \`campaign split ${slug} ${(demoted?.id ?? id)?.slice(0, 8)}\`, which counts ${demoted ? namedApart(demoted, kept) : 'it'} on its own.`,
      };
    case 'already-merged':
      return {
        isDone: true,
        text: `already belonged to the same organization as ${keep}. \`campaign promote ${slug} <id>\` says which of them counts.`,
      };
    case 'the-same':
      return { isDone: false, text: 'cannot be merged with itself.' };
    case 'keep-not-standing':
      return { isDone: false, text: `cannot be merged, because ${keep} is not confirmed.` };
    case 'keep-waits-for-review':
      return {
        isDone: false,
        text: `cannot be merged yet, because ${keep} is waiting for review. If ${keep} should count, first run \`campaign approve ${slug} ${kept.id.slice(0, 8)}\`. If the other one should count: \`campaign merge ${slug} ${id?.slice(0, 8)} ${kept.id.slice(0, 8)}\`.`,
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
