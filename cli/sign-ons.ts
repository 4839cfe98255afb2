import { listForReview, type ReviewListEntry } from '../shared/operations/listing/review-list.ts';
import { suspicionScore } from '../shared/sign-on/evidence.ts';
import { type ReviewState, reviewStates } from '../shared/sign-on/review-state.ts';
import { readGate } from '../shared/table/gate.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { campaignNotFound, connectToCampaign } from './connect-to-campaign.ts';
import { UsageError } from './refusal.ts';
import { changeText, evidenceText, mailText, signatoryName, signerText } from './sign-on-text.ts';
import { tableText } from './table-text.ts';
import { minuteText } from './time-text.ts';

export const signOns: Command = {
  name: 'sign-ons',
  positionals: [{ name: 'slug' }],
  optionsUsage: `[--status ${reviewStates.join('|')}]`,
  summary: 'list the sign-ons with evidence and emails; those waiting for review come first',
  options: { status: { type: 'string' } },
  run: runSignOns,
};

async function runSignOns(invocation: Invocation): Promise<CommandResult> {
  const state = readState(invocation.options.status);
  const { slug, store, now } = await connectToCampaign(invocation);
  if (!(await readGate(store, slug))) throw await campaignNotFound({ slug, store });
  const listed = await listForReview(store, { slug, now, state });
  const timeZone = (await readSettings(store, slug))?.settings.timeZone ?? 'UTC';
  return { text: listText(listed, { slug, state, timeZone }), json: listed.map(jsonOf) };
}

function readState(typed: string | boolean | undefined): ReviewState | undefined {
  if (typed === undefined) return undefined;
  const state = reviewStates.find((one) => one === typed);
  if (!state) throw new UsageError(`--status must be one of ${reviewStates.join(', ')}.`);
  return state;
}

const head = ['ID', 'STATUS', 'ORGANIZATION OR PERSON', 'SINCE'];

/** The maximum length of a name. With the other columns, the table fits into 80 columns. */
const maxNameWidth = 40;

interface ListContext {
  slug: string;
  state: ReviewState | undefined;
  timeZone: string;
}

function listText(listed: ReviewListEntry[], { slug, state, timeZone }: ListContext): string {
  if (listed.length === 0)
    return state ? `No sign-on of ${slug} has the status ${state}.` : `Nobody has signed ${slug} yet.`;
  const digits = idDigits(listed.map(({ signOn }) => signOn.id));
  const rows = listed.map(({ signOn, state: stands, evidence }) => ({
    cells: [
      signOn.id.slice(0, digits),
      stands,
      signatoryName(signOn),
      minuteText(signOn.confirmedAt ?? signOn.requestedAt, timeZone),
    ],
    notes: [
      [signerText(signOn), signOn.email].filter(Boolean).join(', '),
      `last email: ${mailText(signOn, timeZone)}`,
      sourceText(signOn),
      ...(signOn.proposed ? [`a change waits for your review: ${changeText(signOn)}`] : []),
      ...evidence
        .toSorted((one, other) => suspicionScore([other]) - suspicionScore([one]))
        .map((flag) => `! ${evidenceText(flag)}`),
    ].filter(Boolean),
  }));
  const table = `${tableText(head, rows, maxNameWidth)}\n\nTimes are in ${timeZone}.`;
  const waiting = listed.filter(
    ({ state: stands, signOn }) => stands === 'waiting' || signOn.proposed !== undefined,
  ).length;
  if (waiting === 0) return table;
  return `${table}\n${waiting === 1 ? '1 sign-on waits' : `${waiting} sign-ons wait`} for your review. Decide with \`campaign approve ${slug} <id…>\`, \`campaign reject ${slug} <id…>\` or \`campaign merge ${slug} <keep> <other…>\`.`;
}

/** The link that brought the signer. Empty for a link without a name. */
function sourceText({ signed, submission }: ReviewListEntry['signOn']): string {
  const source = (signed ?? submission)?.source;
  return source === undefined ? '' : `came by the link ${source}`;
}

/** The smallest number of characters, at least eight, that tells all ids apart. */
function idDigits(ids: string[]): number {
  for (let digits = 8; digits < 32; digits++)
    if (new Set(ids.map((id) => id.slice(0, digits))).size === ids.length) return digits;
  return 32;
}

/** Leaves out the nonce, because links are made from it. */
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
    unsubscribed,
    proposed,
  } = signOn;
  return {
    id,
    status: state,
    kind,
    email,
    signOn: signed ?? submission ?? null,
    ...(proposed && { proposed }),
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    suspicionScore: weight,
    evidence: evidence.map((flag) => ({ ...flag, words: evidenceText(flag) })),
    mailed: mailedAt,
    returned: mailFeedback ?? null,
    unsubscribed: unsubscribed ?? null,
  };
}
