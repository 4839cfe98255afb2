import type { SignOn } from '../shared/sign-on/sign-on.ts';
import type { Deciding } from '../shared/store/review/deciding.ts';
import type { Store } from '../shared/store/table.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo, type Target } from './connect-to.ts';
import { readId, signOnCalled } from './find-sign-on.ts';
import { conflict, Refusal } from './refusal.ts';
import { whoSigns } from './sign-on-text.ts';

/** The outcome for one sign-on. If `isDone` is false, the words say why and what to do. */
export interface Said {
  isDone: boolean;
  words: string;
}

export interface Decision<Outcome extends string> {
  usage: string;
  summary: string;
  decide: (store: Store, deciding: Deciding) => Promise<Outcome>;
  say: (outcome: Outcome, slug: string, id: string) => Said;
}

interface Decided {
  id: string;
  outcome: string;
  isDone: boolean;
  line: string;
}

/** A command that decides on sign-ons one by one and reports each. A failure does not stop the others. */
export const decisionCommand = <Outcome extends string>(decision: Decision<Outcome>): Command => ({
  usage: decision.usage,
  summary: decision.summary,
  run: (invocation) => runDecision(decision, invocation),
});

async function runDecision<Outcome extends string>(
  decision: Decision<Outcome>,
  invocation: Invocation,
): Promise<Answer> {
  const ids = invocation.positionals.slice(1).map(readId);
  return await decideOnEach(decision, await connectTo(invocation), ids);
}

/** Decides on each of `ids` and reports each. Refuses if there is only one and it is not possible. */
export async function decideOnEach<Outcome extends string>(
  decision: Pick<Decision<Outcome>, 'decide' | 'say'>,
  target: Target,
  ids: string[],
): Promise<Answer> {
  const decided: Decided[] = [];
  const all = [...new Set(ids)];
  for (const id of all) {
    const signOn = await signOnCalled(target, id);
    if (all.length === 1 && signOn instanceof Refusal) throw signOn;
    decided.push(
      signOn instanceof Refusal
        ? { id, outcome: 'not-found', isDone: false, line: signOn.problem.detail }
        : await decideOn(decision, target, signOn),
    );
  }
  const [only, ...others] = decided;
  if (only && !only.isDone && others.length === 0) throw conflict('Not done', only.line);
  return {
    text: decided
      .filter(({ isDone }) => isDone)
      .map(({ line }) => line)
      .join('\n'),
    json: decided.map(({ id, outcome, isDone }) => ({ slug: target.slug, id, outcome, done: isDone })),
    failed: decided.filter(({ isDone }) => !isDone).map(({ line }) => line),
  };
}

async function decideOn<Outcome extends string>(
  { decide, say }: Pick<Decision<Outcome>, 'decide' | 'say'>,
  { store, slug, now, newUlid }: Target,
  signOn: SignOn,
): Promise<Decided> {
  const { id } = signOn;
  const outcome = await decide(store, { signOn, now, newUlid });
  const { isDone, words } = say(outcome, slug, id);
  return { id, outcome, isDone, line: `${id.slice(0, 8)} ${whoSigns(signOn)}: ${words}` };
}
