import {
  beginErasure,
  continueErasure,
  pauseCacheMilliseconds,
} from '../shared/operations/erasing/erase-campaign.ts';
import { eraseSignOn } from '../shared/operations/erasing/erase-sign-on.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { confirmAction } from './confirm-action.ts';
import { type CampaignTarget, connectToCampaign } from './connect-to-campaign.ts';
import { findSignOnById, parseId } from './find-sign-on-by-id.ts';
import { campaignDoesNotExist, conflict, Refusal } from './refusal.ts';

export const erase: Command = {
  usage: 'erase <slug> [<id>] [--yes]',
  summary: 'erase personal data now, of one sign-on or of all; what is counted stays counted',
  options: { yes: { type: 'boolean' } },
  run: runErase,
};

async function runErase(invocation: Invocation): Promise<CommandResult> {
  const [, typed] = invocation.positionals;
  const id = typed === undefined ? undefined : parseId(typed);
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  if (!(await readSettings(target.store, slug))) throw campaignDoesNotExist(slug);
  const signOn = id === undefined ? undefined : await findSignOnById(target, id);
  if (signOn instanceof Refusal) throw signOn;
  const what = signOn ? `what is personal in ${signOn.id}` : `all personal data of ${slug}`;
  if (!(await confirmAction(invocation, `Erase ${what}? It cannot be had back.`)))
    return { text: 'Nothing is erased.', json: { slug, outcome: 'declined' } };
  return signOn
    ? await eraseOne(target, invocation.environment, signOn)
    : await eraseAll(target, invocation.environment);
}

async function eraseOne(
  { slug, store, now, newUlid }: CampaignTarget,
  { newNonce }: Invocation['environment'],
  signOn: SignOn,
): Promise<CommandResult> {
  const { id } = signOn;
  const campaignEvent = { type: 'sign-on-erased' as const, signOnId: id };
  const outcome = await eraseSignOn(store, { signOn, now, newUlid, newNonce, event: campaignEvent });
  const text =
    outcome === 'erased'
      ? `Everything personal in ${id} is erased, and its links are dead. Pages follow within a minute.`
      : `${id} is erased already.`;
  return { text, json: { slug, id, outcome } };
}

async function eraseAll(
  { slug, store, newUlid }: CampaignTarget,
  { now, newNonce, pause }: Invocation['environment'],
): Promise<CommandResult> {
  const erasing = { slug, now, newUlid, newNonce };
  switch (await beginErasure(store, erasing, 'organizer')) {
    case 'publishing':
      throw conflict('Being published', `${slug} is being published: erase once it is out.`);
    case 'no-such-campaign':
      throw campaignDoesNotExist(slug);
    case 'begun':
    case 'under-way':
  }
  await pause(pauseCacheMilliseconds);
  await continueErasure(store, erasing);
  const text = `All personal data of ${slug} is erased: of its signers, of its press list, and in its log. Who is counted stays counted, and organizations keep their names. Signing is paused. Backups keep what was for up to 35 days.`;
  return { text, json: { slug, outcome: 'erased' } };
}
