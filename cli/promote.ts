import { promoteSignOn } from '../shared/store/promote.ts';
import { readSignOn } from '../shared/store/sign-ons.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { conflict, notFound, UsageError } from './refusal.ts';

export const promote: Command = {
  usage: 'promote <slug> <id>',
  summary: 'give an organization’s vacant place to a sign-on that waits for it',
  run: runPromote,
};

async function runPromote(invocation: Invocation): Promise<Answer> {
  const [, id = ''] = invocation.positionals;
  if (!/^[0-9a-f]{32}$/.test(id)) throw new UsageError('<id> has 32 digits, 0 to 9 and a to f.');
  const { slug, store, now, newUlid } = await connectTo(invocation);
  const signOn = await readSignOn(store, { slug, id, now });
  if (!signOn) throw notFound(`There is no sign-on ${id} in ${slug}; the notice to organizers has its id.`);
  const outcome = await promoteSignOn(store, { signOn, now, newUlid });
  switch (outcome) {
    case 'promoted':
      return { text: `${id} now signs for its organization.`, json: { slug, id, outcome } };
    case 'already-holds':
      return { text: `${id} signs for its organization already.`, json: { slug, id, outcome } };
    case 'place-is-taken':
      throw conflict(
        'The place is taken',
        'Somebody else signs for this organization; until that is taken back, nobody can.',
      );
    case 'not-waiting':
      throw conflict(
        'Not waiting',
        `${id} does not wait for an organization’s place: it is not a confirmed one.`,
      );
  }
}
