import { listForReview, type ReviewListEntry } from '../shared/operations/listing/review-list.ts';
import { suspicionScore } from '../shared/sign-on/evidence.ts';
import { type ReviewState, reviewStates } from '../shared/sign-on/review-state.ts';
import { readGate } from '../shared/table/gate.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignDoesNotExist, UsageError } from './refusal.ts';
import { evidenceText, mailText, signatoryName, signerText } from './sign-on-text.ts';
import { tableText } from './table-text.ts';

export const signOns: Command = {
  usage: `sign-ons <slug> [--status ${reviewStates.join('|')}]`,
  summary: 'the list with evidence and mails; what waits for you first',
  options: { status: { type: 'string' } },
  run: runSignOns,
};

async function runSignOns(invocation: Invocation): Promise<CommandResult> {
  const standing = readState(invocation.options.status);
  const { slug, store, now } = await connectToCampaign(invocation);
  if (!(await readGate(store, slug))) throw campaignDoesNotExist(slug);
  const listed = await listForReview(store, { slug, now, standing });
  return { text: listText(listed, slug, standing), json: listed.map(jsonOf) };
}

function readState(typed: string | boolean | undefined): ReviewState | undefined {
  if (typed === undefined) return undefined;
  const standing = reviewStates.find((one) => one === typed);
  if (!standing) throw new UsageError(`--status is one of ${reviewStates.join(', ')}.`);
  return standing;
}

const head = ['ID', 'STATUS', 'ORGANIZATION OR PERSON', 'SIGNED BY', 'ADDRESS', 'SINCE (UTC)', 'LAST MAIL'];

function listText(listed: ReviewListEntry[], slug: string, state: ReviewState | undefined): string {
  if (listed.length === 0)
    return state ? `No sign-on of ${slug} is ${state}.` : `Nobody has signed ${slug} yet.`;
  const digits = idDigits(listed.map(({ signOn }) => signOn.id));
  const rows = listed.map(({ signOn, state: stands, evidence }) => ({
    cells: [
      signOn.id.slice(0, digits),
      stands,
      signatoryName(signOn),
      signerText(signOn),
      signOn.email,
      (signOn.confirmedAt ?? signOn.requestedAt).slice(0, 16).replace('T', ' '),
      mailText(signOn),
    ],
    notes: evidence
      .toSorted((one, other) => suspicionScore([other]) - suspicionScore([one]))
      .map((flag) => `! ${evidenceText(flag)}`),
  }));
  const table = tableText(head, rows);
  const waiting = listed.filter(({ state: stands }) => stands === 'waiting').length;
  if (waiting === 0) return table;
  return `${table}\n\n${waiting} for review: \`campaign approve ${slug} <id…>\`, \`campaign reject ${slug} <id…>\`, or \`campaign merge ${slug} <keep> <other…>\`.`;
}

/** As few digits as tell all of them apart, eight at least. */
function idDigits(ids: string[]): number {
  for (let digits = 8; digits < 32; digits++)
    if (new Set(ids.map((id) => id.slice(0, digits))).size === ids.length) return digits;
  return 32;
}

/** Without the nonce, which makes links. */
function jsonOf({ signOn, state, evidence, suspicionScore: weight }: ReviewListEntry) {
  const {
    id,
    kind,
    email,
    signed,
    submission,
    requestedAt,
    confirmedAt,
    withdrawnAt,
    mailedAt,
    mailFeedback,
  } = signOn;
  return {
    id,
    status: state,
    kind,
    email,
    signOn: signed ?? submission ?? null,
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    suspicion: weight,
    evidence: evidence.map((flag) => ({ ...flag, words: evidenceText(flag) })),
    mailed: mailedAt,
    returned: mailFeedback ?? null,
  };
}
