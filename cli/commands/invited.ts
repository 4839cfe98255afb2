import { invitedAnswer } from '../../shared/operations/inviting/invited-answer.ts';
import {
  countInvited,
  type InvitedCounts,
  type InvitedState,
  type InvitedStatus,
  readInvitedStatuses,
} from '../../shared/operations/inviting/invited-status.ts';
import { safeSubject } from '../../shared/rendering/document/safe-text.ts';
import { readGate } from '../../shared/table/gate.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { tableText } from '../table-text.ts';

export const invited: Command = {
  name: 'invited',
  positionals: [{ name: 'slug' }],
  summary: 'list the invited organizations: who has signed, who has not, who signed under another name',
  run: runInvited,
};

async function runInvited(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  if (!(await readGate(store, slug))) throw await campaignNotFound(target);
  const statuses = await readInvitedStatuses(store, slug);
  return {
    text:
      statuses.length === 0
        ? `Nobody is invited to ${slug}. Write the organizations that you expect into invited.csv, then run \`campaign apply\`.`
        : `${listText(statuses)}\n\n${countsText(countInvited(statuses), statuses.filter(isInReview).length)}`,
    json: { slug, ...invitedAnswer(statuses) },
  };
}

const words: Record<InvitedState, string> = {
  'not-signed': 'not signed',
  'other-name': 'other name',
  signed: 'signed',
};

/** It has signed, and an organizer must decide before it counts. */
const isInReview = ({ state, signOn }: InvitedStatus): boolean =>
  state === 'signed' && signOn?.state === 'waiting';

/** Characters of a name; with the other columns the table fits into 80. */
const maxNameWidth = 46;

const listText = (statuses: readonly InvitedStatus[]): string =>
  tableText(
    ['ORGANIZATION', 'STATUS', 'SIGN-ON'],
    statuses.map((status) => {
      const { invited: named, state, signOn } = status;
      return {
        cells: [
          safeSubject(named.organization),
          isInReview(status) ? 'waiting' : words[state],
          signOn ? `${signOn.id.slice(0, 8)} ${signOn.state}` : '',
        ],
        notes: state === 'other-name' && signOn ? [`signed as “${safeSubject(signOn.name)}”`] : [],
      };
    }),
    maxNameWidth,
  );

function countsText(counts: InvitedCounts, waiting: number): string {
  const inReview =
    waiting > 0 ? ` (${waiting} of these ${waiting === 1 ? 'waits' : 'wait'} for your review)` : '';
  const others = counts['other-name'];
  return `${counts.invited} invited: ${counts.signed} signed${inReview}, ${others} signed under another name, ${counts['not-signed']} not signed.`;
}
