import { setPaused } from '../shared/store/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { missingCampaign } from './missing-campaign.ts';

export const unpause: Command = {
  usage: 'unpause <slug>',
  summary: 'start signing again',
  run: runUnpause,
};

async function runUnpause(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, false);
  if (outcome === 'no-such-campaign') throw await missingCampaign(target);
  const text =
    outcome === 'changed' ? `Signing of ${slug} is open again.` : `Signing of ${slug} was not paused.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'unpaused' : 'not-paused' } };
}
