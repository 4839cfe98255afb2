import type { Gate } from '../shared/campaign/gate.ts';
import type { DecisionInput } from '../shared/operations/deciding/decision-writes.ts';
import { checkUnseenDecision } from '../shared/operations/deciding/unseen-decision.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { readGate } from '../shared/table/gate.ts';
import type { Store } from '../shared/table/table.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { type CampaignTarget, connectToCampaign } from './connect-to-campaign.ts';
import { findSignOnById, parseIds } from './find-sign-on-by-id.ts';
import { conflict, Refusal } from './refusal.ts';
import { signatoryName } from './sign-on-text.ts';
import { reachedText } from './threshold-text.ts';

/** The outcome for one sign-on. If `isDone` is false, the words say why and what to do. */
export interface DecisionText {
  isDone: boolean;
  text: string;
}

interface DecisionOutcome extends DecisionText {
  outcome: string;
}

/** Why a decision was not possible, for the outcomes that several decisions share. */
export function refusalText(
  outcome: 'changed' | 'evidence-added' | 'asked-again' | 'not-confirmed' | 'withdrawn' | 'rejected',
  slug: string,
  id: string,
): DecisionText {
  const texts = {
    changed: `was just corrected by its signer. Review it again: \`campaign sign-ons ${slug}\`.`,
    'evidence-added': `was not changed. Something new speaks against it: by now another organization with a similar name or the same website counts, or another signature counted for this organization. See \`campaign sign-ons ${slug} ${id.slice(0, 8)}\`. If it should count, run this again.`,
    'asked-again':
      'has not agreed to the changed letter yet. Only its signer can, with the link in our emails.',
    'not-confirmed': 'is not confirmed yet. Only its signer can confirm it.',
    withdrawn: 'was withdrawn by its signer. Only the signer can sign again.',
    rejected: `was rejected. To undo that: \`campaign reinstate ${slug} ${id.slice(0, 8)}\`.`,
  };
  return { isDone: false, text: texts[outcome] };
}

/** What was read for a decision. */
export interface BeforeDecision {
  signOn: SignOn;
  /** Id of the sign-on that counted, if `findFormer` found one. */
  former: string | undefined;
}

export interface DecisionRules<Outcome extends string> {
  decide: (store: Store, deciding: DecisionInput) => Promise<Outcome>;
  describe: (outcome: Outcome, slug: string, id: string, before: BeforeDecision) => DecisionText;
  /** Finds the id of the sign-on that counted before, which `describe` names. */
  findFormer?: (store: Store, signOn: SignOn) => Promise<string | undefined>;
  /** The sign-ons that count after this outcome. */
  countedAfter?: (outcome: Outcome, signOn: SignOn) => readonly SignOn[];
  /** The name of the outcome that another command takes back, and that command. It is printed once for all ids. */
  undo?: { outcome: Outcome; command: string };
}

/** The same as a command. */
export type Decision<Outcome extends string> = DecisionRules<Outcome> &
  Pick<Command, 'name' | 'positionals' | 'summary'> & {
    /** Whether it decides on the sign-on with whatever change waits, also if the change was just rejected. */
    isWithChange?: boolean;
  };

interface DecisionResult {
  id: string;
  outcome: string;
  isDone: boolean;
  line: string;
  /** Those that count now and did not before. */
  newlyCounted: readonly SignOn[];
}

/** A command that decides on sign-ons one by one and reports each. A failure does not stop the others. */
export const decisionCommand = <Outcome extends string>(decision: Decision<Outcome>): Command => ({
  name: decision.name,
  positionals: decision.positionals,
  summary: decision.summary,
  run: (invocation) => runDecision(decision, invocation),
});

/** Decides on the sign-ons that the command line names, unless somebody else has just decided otherwise. */
export async function runDecision<Outcome extends string>(
  decision: Decision<Outcome>,
  invocation: Invocation,
): Promise<CommandResult> {
  const ids = parseIds(invocation.positionals);
  const isForced = invocation.options.yes === true;
  return await decideEach(decision, await connectToCampaign(invocation), ids, (target, signOn) =>
    stopUnseen(decision, target, signOn, isForced),
  );
}

/** The reason not to decide, if someone else has just made another decision that the organizer may not have seen. */
async function stopUnseen(
  { name: decision, isWithChange = false }: Pick<Decision<string>, 'name' | 'isWithChange'>,
  { store, slug, now }: CampaignTarget,
  { id, proposed }: SignOn,
  isForced: boolean,
): Promise<DecisionOutcome | undefined> {
  const check = { slug, id, decision, actor: 'organizer', now };
  const { last, stop, until } = await checkUnseenDecision(store, check);
  if (stop === 'change-rejected' && !proposed && !isWithChange)
    return {
      outcome: 'change-already-rejected',
      isDone: true,
      text: `its change was already rejected. What was approved stays. To reject the sign-on itself, add --with-change, or run this again in ${minutesUntil(until, now)}.`,
    };
  if (stop === 'contrary' && last && !isForced)
    return {
      outcome: 'contrary',
      isDone: false,
      text: `not done, because ${last.actor} has just made another decision (${last.event.type.replace('-', ' ')}). To decide against that, add --yes.`,
    };
  return undefined;
}

function minutesUntil(until: Date, now: Date): string {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/**
 * Decides on each of `ids` and reports each. `stop` may return a reason not to decide on one. Throws a refusal if
 * there is only one id and its decision is not possible.
 */
export async function decideEach<Outcome extends string>(
  decision: DecisionRules<Outcome>,
  target: CampaignTarget,
  ids: string[],
  stop?: (target: CampaignTarget, signOn: SignOn) => Promise<DecisionOutcome | undefined>,
): Promise<CommandResult> {
  const decided: DecisionResult[] = [];
  // The decisions themselves are counted only after a moment.
  const gate = decision.countedAfter && (await readGate(target.store, target.slug));
  const all = [...new Set(ids)];
  for (const id of all) {
    const signOn = await findSignOnById(target, id);
    if (all.length === 1 && signOn instanceof Refusal) throw signOn;
    decided.push(
      signOn instanceof Refusal
        ? { id, outcome: 'not-found', isDone: false, line: signOn.problem.detail, newlyCounted: [] }
        : await decideOn(decision, target, signOn, await stop?.(target, signOn)),
    );
  }
  const [only, ...others] = decided;
  if (only && !only.isDone && others.length === 0) throw conflict('Not done', only.line);
  return {
    text: [
      ...decided.filter(({ isDone }) => isDone).map(({ line }) => line),
      ...undoText(decision.undo, target.slug, decided),
      ...(gate ? reachedByText(gate, decided, target.now) : []),
    ].join('\n'),
    json: decided.map(({ id, outcome, isDone }) => ({ slug: target.slug, id, outcome, done: isDone })),
    failures: decided.filter(({ isDone }) => !isDone).map(({ line }) => line),
  };
}

/** What follows if the decisions bring the counts to the threshold. */
function reachedByText(gate: Gate, decided: readonly DecisionResult[], now: Date): string[] {
  const rows = decided.flatMap(({ newlyCounted }) => newlyCounted);
  const organizations = rows.filter(({ kind }) => kind === 'organization').length;
  return reachedText(gate, { organizations, individuals: rows.length - organizations }, now);
}

function undoText(
  undo: DecisionRules<string>['undo'],
  slug: string,
  decided: readonly DecisionResult[],
): string[] {
  const ids = decided.filter(({ outcome }) => outcome === undo?.outcome).map(({ id }) => id.slice(0, 8));
  return undo && ids.length > 0
    ? [`To undo this: \`campaign ${undo.command} ${slug} ${ids.join(' ')}\`.`]
    : [];
}

async function decideOn<Outcome extends string>(
  { decide, describe, findFormer, countedAfter }: DecisionRules<Outcome>,
  { store, slug, now, newUlid }: CampaignTarget,
  signOn: SignOn,
  stopped: DecisionOutcome | undefined,
): Promise<DecisionResult> {
  const { id } = signOn;
  const { text, ...result } = stopped ?? (await made());
  return { newlyCounted: [], ...result, id, line: `${id.slice(0, 8)} ${signatoryName(signOn)}: ${text}` };

  async function made(): Promise<DecisionOutcome & Pick<DecisionResult, 'newlyCounted'>> {
    const former = await findFormer?.(store, signOn);
    const outcome = await decide(store, { signOn, now, newUlid });
    const counted = countedAfter?.(outcome, signOn) ?? [];
    const newlyCounted = counted.filter(({ eligible }) => eligible === 'no');
    return { outcome, ...describe(outcome, slug, id, { signOn, former }), newlyCounted };
  }
}
