import { setPaused } from '../../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';

export const pause: Command = {
  name: 'pause',
  positionals: [{ name: 'slug' }],
  summary: 'stop signing; publication is not affected',
  run: runPause,
};

async function runPause(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, true);
  if (outcome === 'no-such-campaign') throw await campaignNotFound(target);
  const text =
    outcome === 'changed'
      ? `Signing of ${slug} is paused within five seconds. People who already have a link can still confirm or withdraw.`
      : `Signing of ${slug} was already paused.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'paused' : 'already-paused' } };
}

export const unpause: Command = {
  name: 'unpause',
  positionals: [{ name: 'slug' }],
  summary: 'start signing again',
  run: runUnpause,
};

async function runUnpause(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, false);
  if (outcome === 'no-such-campaign') throw await campaignNotFound(target);
  const text =
    outcome === 'changed' ? `Signing of ${slug} is open again.` : `Signing of ${slug} was not paused.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'unpaused' : 'not-paused' } };
}
