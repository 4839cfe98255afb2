import { type ListedSignOn, listSignOns } from '../shared/operations/listing/review-list.ts';
import { suspicion } from '../shared/sign-on/evidence.ts';
import { type Standing, standings } from '../shared/sign-on/standing.ts';
import { readGate } from '../shared/table/gate.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { noSuchCampaign, UsageError } from './refusal.ts';
import { evidenceText, mailText, signerOf, whoSigns } from './sign-on-text.ts';
import { tableText } from './table-text.ts';

export const signOns: Command = {
  usage: `sign-ons <slug> [--status ${standings.join('|')}]`,
  summary: 'the list with evidence and mails; what waits for you first',
  options: { status: { type: 'string' } },
  run: runSignOns,
};

async function runSignOns(invocation: Invocation): Promise<Answer> {
  const standing = readStanding(invocation.options.status);
  const { slug, store, now } = await connectTo(invocation);
  if (!(await readGate(store, slug))) throw noSuchCampaign(slug);
  const listed = await listSignOns(store, { slug, now, standing });
  return { text: listText(listed, slug, standing), json: listed.map(jsonOf) };
}

function readStanding(typed: string | boolean | undefined): Standing | undefined {
  if (typed === undefined) return undefined;
  const standing = standings.find((one) => one === typed);
  if (!standing) throw new UsageError(`--status is one of ${standings.join(', ')}.`);
  return standing;
}

const head = ['ID', 'STATUS', 'ORGANIZATION OR PERSON', 'SIGNED BY', 'ADDRESS', 'SINCE (UTC)', 'LAST MAIL'];

function listText(listed: ListedSignOn[], slug: string, standing: Standing | undefined): string {
  if (listed.length === 0)
    return standing ? `No sign-on of ${slug} is ${standing}.` : `Nobody has signed ${slug} yet.`;
  const digits = idDigits(listed.map(({ signOn }) => signOn.id));
  const rows = listed.map(({ signOn, standing: stands, evidence }) => ({
    cells: [
      signOn.id.slice(0, digits),
      stands,
      whoSigns(signOn),
      signerOf(signOn),
      signOn.email,
      (signOn.confirmedAt ?? signOn.requestedAt).slice(0, 16).replace('T', ' '),
      mailText(signOn),
    ],
    below: evidence
      .toSorted((one, other) => suspicion([other]) - suspicion([one]))
      .map((flag) => `! ${evidenceText(flag)}`),
  }));
  const table = tableText(head, rows);
  const waiting = listed.filter(({ standing: stands }) => stands === 'waiting').length;
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
