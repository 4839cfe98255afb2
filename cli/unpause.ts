import { setPaused } from '../shared/operations/publishing/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { missingCampaign } from './missing-campaign.ts';

export const unpause: Command = {
  usage: 'unpause <slug>',
  summary: 'let signing go on',
  run: runUnpause,
};

async function runUnpause(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, false);
  if (outcome === 'no-such-campaign') throw await missingCampaign(target);
  const text = outcome === 'changed' ? `Signing of ${slug} goes on.` : `Signing of ${slug} was not paused.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'unpaused' : 'not-paused' } };
}
