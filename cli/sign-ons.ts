import { suspicion } from '../shared/sign-on/evidence.ts';
import { type Standing, standings } from '../shared/sign-on/standing.ts';
import { readGate } from '../shared/store/gate.ts';
import { type ListedSignOn, listSignOns } from '../shared/store/review/review-list.ts';
import { readSettings } from '../shared/store/settings.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { noSuchCampaign, UsageError } from './refusal.ts';
import { evidenceText, mailText, signerOf, whoSigns } from './sign-on-text.ts';
import { tableText } from './table-text.ts';
import { minuteText } from './time-text.ts';

export const signOns: Command = {
  usage: `sign-ons <slug> [--status ${standings.join('|')}]`,
  summary: 'list the sign-ons with evidence and emails; those that wait for review come first',
  options: { status: { type: 'string' } },
  run: runSignOns,
};

async function runSignOns(invocation: Invocation): Promise<Answer> {
  const standing = readStanding(invocation.options.status);
  const { slug, store, now } = await connectTo(invocation);
  if (!(await readGate(store, slug))) throw noSuchCampaign(slug);
  const listed = await listSignOns(store, { slug, now, standing });
  const timeZone = (await readSettings(store, slug))?.settings.timeZone ?? 'UTC';
  return { text: listText(listed, { slug, standing, timeZone }), json: listed.map(jsonOf) };
}

function readStanding(typed: string | boolean | undefined): Standing | undefined {
  if (typed === undefined) return undefined;
  const standing = standings.find((one) => one === typed);
  if (!standing) throw new UsageError(`--status must be one of ${standings.join(', ')}.`);
  return standing;
}

const head = ['ID', 'STATUS', 'ORGANIZATION OR PERSON', 'SINCE'];

/** Characters of a name; with the other columns the table fits into 80. */
const maxNameWidth = 40;

interface ListContext {
  slug: string;
  standing: Standing | undefined;
  timeZone: string;
}

function listText(listed: ListedSignOn[], { slug, standing, timeZone }: ListContext): string {
  if (listed.length === 0)
    return standing ? `No sign-on of ${slug} has the status ${standing}.` : `Nobody has signed ${slug} yet.`;
  const digits = idDigits(listed.map(({ signOn }) => signOn.id));
  const rows = listed.map(({ signOn, standing: stands, evidence }) => ({
    cells: [
      signOn.id.slice(0, digits),
      stands,
      whoSigns(signOn),
      minuteText(signOn.confirmedAt ?? signOn.requestedAt, timeZone),
    ],
    below: [
      [signerOf(signOn), signOn.email].filter(Boolean).join(', '),
      `last email: ${mailText(signOn, timeZone)}`,
      ...evidence
        .toSorted((one, other) => suspicion([other]) - suspicion([one]))
        .map((flag) => `! ${evidenceText(flag)}`),
    ].filter(Boolean),
  }));
  const table = `${tableText(head, rows, maxNameWidth)}\n\nTimes are in ${timeZone}.`;
  const waiting = listed.filter(({ standing: stands }) => stands === 'waiting').length;
  if (waiting === 0) return table;
  return `${table}\n${waiting === 1 ? '1 sign-on waits' : `${waiting} sign-ons wait`} for your review. Decide with \`campaign approve ${slug} <id…>\`, \`campaign reject ${slug} <id…>\` or \`campaign merge ${slug} <keep> <other…>\`.`;
}

/** The fewest characters, at least eight, that tell all ids apart. */
function idDigits(ids: string[]): number {
  for (let digits = 8; digits < 32; digits++)
    if (new Set(ids.map((id) => id.slice(0, digits))).size === ids.length) return digits;
  return 32;
}

/** Without the nonce, which makes links. */
function jsonOf({ signOn, standing, evidence, suspicion: weight }: ListedSignOn) {
  const { id, kind, email, signed, submission, requestedAt, confirmedAt, withdrawnAt, mailed, returned } =
    signOn;
  return {
    id,
    status: standing,
    kind,
    email,
    signOn: signed ?? submission ?? null,
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    suspicion: weight,
    evidence: evidence.map((flag) => ({ ...flag, words: evidenceText(flag) })),
    mailed,
    returned: returned ?? null,
  };
}
