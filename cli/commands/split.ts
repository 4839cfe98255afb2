import {
  previewSplit,
  type SplitOutcome,
  type SplitPreview,
  splitSignOn,
} from '../../shared/operations/deciding/split.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { connectToCampaign } from '../connect-to-campaign.ts';
import { type DecisionText, decideEach, refusalText } from '../decision-command.ts';
import { findSignOnById, parseIds } from '../find-sign-on-by-id.ts';
import { Refusal } from '../refusal.ts';
import { namedApart, placedName } from '../sign-on-text.ts';

export const split: Command = {
  name: 'split',
  positionals: [{ name: 'slug' }, { name: 'id' }],
  optionsUsage: '[--yes]',
  summary: 'say that a sign-on is of an organization of its own; both count. `merge` undoes it',
  run: runSplit,
};

async function runSplit(invocation: Invocation): Promise<CommandResult> {
  const [id = ''] = parseIds(invocation.positionals);
  const target = await connectToCampaign(invocation);
  const signOn = await findSignOnById(target, id);
  if (signOn instanceof Refusal) throw signOn;
  const preview = await previewSplit(target.store, { signOn, now: target.now });
  // Without a preview the decision changes nothing, and says why.
  if (preview && !(await confirmAction(invocation, questionOf(target.slug, signOn, preview))))
    return { text: 'Nothing was split.', json: { slug: target.slug, outcome: 'declined' } };
  const undo = preview && undoOf(target.slug, signOn, preview);
  return await decideEach(
    {
      decide: splitSignOn,
      describe: (outcome, slug, id) => splitText(outcome, { slug, id, undo }),
      countedAfter: (outcome) => (outcome === 'split' ? (preview?.newlyCounted ?? []) : []),
    },
    target,
    [signOn.id],
  );
}

function questionOf(slug: string, signOn: SignOn, preview: SplitPreview): string {
  const { other, newlyCounted, namesakes } = preview;
  const name = namedApart(signOn, other);
  const further = namesakes.map(
    (row) =>
      ` ${placedName(row)} [${row.id.slice(0, 8)}] counts under this name, too. If it is that one: \`campaign merge ${slug} ${row.id.slice(0, 8)} ${signOn.id.slice(0, 8)}\`.`,
  );
  const mails = newlyCounted.map((row) => ` The signer of ${placedName(row)} gets an email.`).join('');
  if (!other) return `Count ${name} as an organization of its own?${mails}`;
  return `Count ${name} as a different organization from ${namedApart(other, signOn)}? Then both count, each with its own signature.${mails}${further.join('')}${undoOf(slug, signOn, preview)}`;
}

/** How a split is undone: the one that counted before counts alone. Empty if no other one counts beside it. */
function undoOf(slug: string, signOn: SignOn, { other }: SplitPreview): string {
  if (!other) return '';
  const [keep, merged] = signOn.eligible === 'yes' ? [signOn, other] : [other, signOn];
  return ` To undo this: \`campaign merge ${slug} ${keep.id.slice(0, 8)} ${merged.id.slice(0, 8)}\`, after which only ${namedApart(keep, merged)} counts.`;
}

function splitText(
  outcome: SplitOutcome,
  { slug, id, undo = '' }: { slug: string; id: string; undo?: string | undefined },
): DecisionText {
  switch (outcome) {
    case 'split':
      return {
        isDone: true,
        text: `counts as an organization of its own now. Whoever did not count before gets an email.${undo}`,
      };
    case 'already-separate':
      return {
        isDone: true,
        text: 'already counts as an organization of its own. To take another sign-on out of a merge with it, give the id of that one.',
      };
    case 'nothing-to-split':
      return {
        isDone: false,
        text: `cannot be split, because no other signature counts for its organization. If it waits for review, count it with \`campaign approve ${slug} ${id.slice(0, 8)}\`; otherwise with \`campaign promote ${slug} ${id.slice(0, 8)}\`.`,
      };
    case 'too-many-waiting':
      return {
        isDone: false,
        text: 'cannot be split, because more than 60 signatures wait for the two organizations. Reject those that are not genuine, then try again.',
      };
    case 'changed':
    case 'evidence-added':
    case 'asked-again':
    case 'not-confirmed':
    case 'withdrawn':
    case 'rejected':
      return refusalText(outcome, slug, id);
    case 'not-an-organization':
      return { isDone: false, text: 'cannot be split. Only organizations can be split, not people.' };
  }
}
