import { setPaused } from '../shared/operations/publishing/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { missingCampaign } from './missing-campaign.ts';

export const pause: Command = {
  usage: 'pause <slug>',
  summary: 'stop signing; the gate is untouched',
  run: runPause,
};

async function runPause(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const outcome = await setPaused(target.store, target, true);
  if (outcome === 'no-such-campaign') throw await missingCampaign(target);
  const text =
    outcome === 'changed'
      ? `Signing of ${slug} is paused, everywhere within five seconds. Who has a link already may still confirm or withdraw.`
      : `Signing of ${slug} is paused already.`;
  return { text, json: { slug, outcome: outcome === 'changed' ? 'paused' : 'already-paused' } };
}
