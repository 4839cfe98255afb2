import { eraseSignOn } from '../shared/store/erasing/erase.ts';
import { beginErasure, eraseSome, untilPauseIsKnown } from '../shared/store/erasing/erase-campaign.ts';
import { readSettings } from '../shared/store/settings.ts';
import { readSignOn } from '../shared/store/sign-ons.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo, type Target } from './connect-to.ts';
import { conflict, noSuchCampaign, notFound, UsageError } from './refusal.ts';

export const erase: Command = {
  usage: 'erase <slug> [<id>] [--yes]',
  summary: 'erase personal data now, of one sign-on or of all; what is counted stays counted',
  options: { yes: { type: 'boolean' } },
  run: runErase,
};

async function runErase(invocation: Invocation): Promise<Answer> {
  const [, id] = invocation.positionals;
  if (id !== undefined && !/^[0-9a-f]{32}$/.test(id))
    throw new UsageError('<id> has 32 digits, 0 to 9 and a to f.');
  const target = await connectTo(invocation);
  const { slug } = target;
  if (!(await readSettings(target.store, slug))) throw noSuchCampaign(slug);
  const what = id === undefined ? `all personal data of ${slug}` : `what is personal in ${id}`;
  if (!(await isAgreed(invocation, what)))
    return { text: 'Nothing is erased.', json: { slug, outcome: 'declined' } };
  return id === undefined
    ? await eraseAll(target, invocation.outside)
    : await eraseOne(target, invocation.outside, id);
}

async function isAgreed({ options, outside }: Invocation, what: string): Promise<boolean> {
  if (options.yes) return true;
  if (outside.isTerminal) return await outside.ask(`Erase ${what}? It cannot be had back.`);
  throw conflict('Not confirmed', 'Nothing is erased: without a terminal to ask on, add --yes.');
}

async function eraseOne(
  { slug, store, now, newUlid }: Target,
  { newNonce }: Invocation['outside'],
  id: string,
): Promise<Answer> {
  const signOn = await readSignOn(store, { slug, id, now });
  if (!signOn) throw notFound(`There is no sign-on ${id} in ${slug}; \`campaign export\` lists them.`);
  const happening = { type: 'sign-on-erased' as const, signOnId: id };
  const outcome = await eraseSignOn(store, { signOn, now, newUlid, newNonce, happening });
  const text =
    outcome === 'erased'
      ? `Everything personal in ${id} is erased, and its links are dead. Pages follow within a minute.`
      : `${id} is erased already.`;
  return { text, json: { slug, id, outcome } };
}

async function eraseAll(
  { slug, store, newUlid }: Target,
  { now, newNonce, pause }: Invocation['outside'],
): Promise<Answer> {
  const erasing = { slug, now, newUlid, newNonce };
  switch (await beginErasure(store, erasing, 'organizer')) {
    case 'publishing':
      throw conflict('Being published', `${slug} is being published: erase once it is out.`);
    case 'no-such-campaign':
      throw noSuchCampaign(slug);
    case 'begun':
    case 'under-way':
  }
  await pause(untilPauseIsKnown);
  await eraseSome(store, erasing);
  const text = `All personal data of ${slug} is erased: of its signers, of its press list, and in its log. Who is counted stays counted, and organizations keep their names. Signing is paused. Backups keep what was for up to 35 days.`;
  return { text, json: { slug, outcome: 'erased' } };
}
