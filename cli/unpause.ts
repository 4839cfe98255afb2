import { setPaused } from '../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';

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
