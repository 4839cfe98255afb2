import { setPaused } from '../shared/store/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { missingCampaign } from './missing-campaign.ts';

export const pause: Command = {
  usage: 'pause <slug>',
  summary: 'stop signing; publication is not affected',
  run: runPause,
};

async function runPause(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, true);
  if (outcome === 'no-such-campaign') throw await missingCampaign(target);
  const text =
    outcome === 'changed'
      ? `Signing of ${slug} is paused within five seconds. People who already have a link can still confirm or withdraw.`
      : `Signing of ${slug} was already paused.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'paused' : 'already-paused' } };
}
