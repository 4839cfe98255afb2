import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { eraseSignOn } from '../shared/store/erasing/erase.ts';
import { beginErasure, eraseSome, untilPauseIsKnown } from '../shared/store/erasing/erase-campaign.ts';
import { readSettings } from '../shared/store/settings.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo, type Target } from './connect-to.ts';
import { readId, signOnCalled } from './find-sign-on.ts';
import { isMeant } from './is-meant.ts';
import { conflict, noSuchCampaign, Refusal } from './refusal.ts';
import { whoSigns } from './sign-on-text.ts';

export const erase: Command = {
  usage: 'erase <slug> [<id>] [--yes]',
  summary: 'erase personal data now, of one sign-on or of the whole campaign; counts stay',
  options: { yes: { type: 'boolean' } },
  run: runErase,
};

async function runErase(invocation: Invocation): Promise<Answer> {
  const [, typed] = invocation.positionals;
  const id = typed === undefined ? undefined : readId(typed);
  const target = await connectTo(invocation);
  const { slug } = target;
  if (!(await readSettings(target.store, slug))) throw noSuchCampaign(slug);
  const signOn = id === undefined ? undefined : await signOnCalled(target, id);
  if (signOn instanceof Refusal) throw signOn;
  const what = signOn
    ? `the personal data of ${nameOf(signOn)}`
    : `all personal data of ${slug}: of its signers and its press list`;
  if (!(await isMeant(invocation, `Erase ${what}? This cannot be undone.`)))
    return { text: 'Nothing was erased.', json: { slug, outcome: 'declined' } };
  return signOn
    ? await eraseOne(target, invocation.outside, signOn)
    : await eraseAll(target, invocation.outside);
}

/** A sign-on by name and address, so that nobody erases another one by a wrong id. */
const nameOf = (signOn: SignOn): string =>
  `${whoSigns(signOn)} (${[signOn.email, signOn.id.slice(0, 8)].filter(Boolean).join(', ')})`;

async function eraseOne(
  { slug, store, now, newUlid }: Target,
  { newNonce }: Invocation['outside'],
  signOn: SignOn,
): Promise<Answer> {
  const { id } = signOn;
  const happening = { type: 'sign-on-erased' as const, signOnId: id };
  const outcome = await eraseSignOn(store, { signOn, now, newUlid, newNonce, happening });
  const text =
    outcome === 'erased'
      ? `The personal data of ${id.slice(0, 8)} was erased, and the links in its emails no longer work. Pages change within a minute.`
      : `${id.slice(0, 8)} was already erased.`;
  return { text, json: { slug, id, outcome } };
}

async function eraseAll(
  { slug, store, newUlid }: Target,
  { now, newNonce, pause }: Invocation['outside'],
): Promise<Answer> {
  const erasing = { slug, now, newUlid, newNonce };
  switch (await beginErasure(store, erasing, 'organizer')) {
    case 'publishing':
      throw conflict('Being published', `${slug} is being published. Run this again in a minute.`);
    case 'no-such-campaign':
      throw noSuchCampaign(slug);
    case 'begun':
    case 'under-way':
  }
  await pause(untilPauseIsKnown);
  await eraseSome(store, erasing);
  const text = `All personal data of ${slug} was erased: of its signers, its press list and its log. The counts and the names of organizations stay. Signing is paused. Backups keep the data for up to 35 days.`;
  return { text, json: { slug, outcome: 'erased' } };
}
