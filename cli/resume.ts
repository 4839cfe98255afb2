import { resumeGate } from '../shared/store/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { missingCampaign } from './missing-campaign.ts';

export const resume: Command = {
  usage: 'resume <slug>',
  summary: 'end the hold; publishes at once if nothing else is missing',
  run: runResume,
};

async function runResume(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const { outcome, opened } = await resumeGate(target.store, target);
  if (outcome === 'no-such-campaign') throw await missingCampaign(target);
  const words = outcome === 'resumed' ? 'is no longer on hold' : 'was not on hold';
  const lines = [
    `${slug} ${words}.`,
    ...(opened ? ['The letter and the press release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, publishing: opened } };
}
