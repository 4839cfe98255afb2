import { sayDelivered } from '../shared/store/campaign-switches.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { conflict, noSuchCampaign } from './refusal.ts';

export const delivered: Command = {
  usage: 'delivered <slug>',
  summary: 'say that the letter is in its recipient’s hands; publishes at once if nothing else is waited for',
  run: runDelivered,
};

async function runDelivered(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug } = target;
  const { outcome, opened } = await sayDelivered(target.store, target);
  if (outcome === 'no-such-campaign') throw noSuchCampaign(slug);
  if (outcome === 'not-by-hand')
    throw conflict(
      'Not delivered by hand',
      `${slug} does not wait for its letter to be handed over: campaign.yaml has no delivery: { by: hand }.`,
    );
  const lines = [
    outcome === 'delivered'
      ? `The letter of ${slug} is delivered.`
      : `The letter of ${slug} was delivered already.`,
    ...(opened ? ['The gate has opened: letter and release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, publishing: opened } };
}
