import {
  beginErasure,
  continueErasure,
  waitAfterPauseMilliseconds,
} from '../../shared/operations/erasing/erase-campaign.ts';
import { eraseOneSignOn } from '../../shared/operations/erasing/erase-one-sign-on.ts';
import { countSignOnRows, readReach } from '../../shared/operations/reporting/reach.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { type CampaignTarget, campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { findSignOnById, parseIds } from '../find-sign-on-by-id.ts';
import { countText, pressContactsText } from '../reach-text.ts';
import { conflict, Refusal } from '../refusal.ts';
import { signatoryName } from '../sign-on-text.ts';

export const erase: Command = {
  name: 'erase',
  positionals: [{ name: 'slug' }, { name: 'id', isOptional: true }],
  optionsUsage: '[--yes]',
  summary: 'erase personal data now, of one sign-on or of the whole campaign; counts stay',
  run: runErase,
};

async function runErase(invocation: Invocation): Promise<CommandResult> {
  const [id] = parseIds(invocation.positionals);
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  if (!(await readSettings(target.store, slug))) throw await campaignNotFound(target);
  const signOn = id === undefined ? undefined : await findSignOnById(target, id);
  if (signOn instanceof Refusal) throw signOn;
  const what = signOn
    ? `the personal data of ${nameOf(signOn)}`
    : `all personal data of ${slug}: of ${countText(await countSignOnRows(target.store, slug), 'sign-on', 'sign-ons')} and ${pressContactsText((await readReach(target.store, slug))?.pressContacts ?? 0)}`;
  if (!(await confirmAction(invocation, `Erase ${what}? This cannot be undone.`)))
    return { text: 'Nothing was erased.', json: { slug, outcome: 'declined' } };
  return signOn
    ? await eraseOne(target, invocation.environment, signOn)
    : await eraseAll(target, invocation.environment);
}

/** A sign-on by name and address, so that nobody erases another one by a wrong id. */
const nameOf = (signOn: SignOn): string =>
  `${signatoryName(signOn)} (${[signOn.email, signOn.id.slice(0, 8)].filter(Boolean).join(', ')})`;

async function eraseOne(
  { slug, store, now, newUlid }: CampaignTarget,
  { newNonce }: Invocation['environment'],
  signOn: SignOn,
): Promise<CommandResult> {
  const { id } = signOn;
  const campaignEvent = { type: 'sign-on-erased' as const, signOnId: id };
  const outcome = await eraseOneSignOn(store, { signOn, now, newUlid, newNonce, event: campaignEvent });
  const text =
    outcome === 'erased'
      ? `The personal data of ${id.slice(0, 8)} was erased, and the links in its emails no longer work. Pages change within a minute.`
      : `${id.slice(0, 8)} was already erased.`;
  return { text, json: { slug, id, outcome } };
}

async function eraseAll(
  { slug, store, newUlid }: CampaignTarget,
  { now, newNonce, pause }: Invocation['environment'],
): Promise<CommandResult> {
  const erasing = { slug, now, newUlid, newNonce };
  switch (await beginErasure(store, erasing, 'organizer')) {
    case 'publishing':
      throw conflict('Being published', `${slug} is being published. Run this again in a minute.`);
    case 'changed-meanwhile':
      throw conflict('Just changed', `${slug} has just changed, so nothing was erased. Run this again.`);
    case 'no-such-campaign':
      throw await campaignNotFound({ slug, store });
    case 'begun':
    case 'under-way':
      break;
  }
  await pause(waitAfterPauseMilliseconds);
  await continueErasure(store, erasing);
  const text = `All personal data of ${slug} was erased: of its signers, its press list and its log. The counts and the names of organizations stay. Signing is paused. Backups keep the data for up to 35 days.`;
  return { text, json: { slug, outcome: 'erased' } };
}
