import { markDelivered } from '../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict } from './refusal.ts';

export const delivered: Command = {
  usage: 'delivered <slug>',
  summary: 'say that the recipient has the letter; whatever waits for nothing else goes at once',
  run: runDelivered,
};

async function runDelivered(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const { outcome, gateOpened } = await markDelivered(target.store, target);
  if (outcome === 'no-such-campaign') throw await campaignNotFound(target);
  if (outcome === 'not-awaited')
    throw conflict(
      'Nothing to deliver',
      `${slug} does not wait for its letter to be delivered: it has no delivery: { by: hand }, or the letter has gone by mail.`,
    );
  if (outcome === 'being-mailed')
    throw conflict(
      'Being mailed',
      `The letter of ${slug} is being mailed right now. If that does not end, run this again in five minutes.`,
    );
  const lines = [
    outcome === 'delivered'
      ? `The letter of ${slug} is delivered.`
      : `The letter of ${slug} was delivered already.`,
    ...(gateOpened ? ['The gate has opened: letter and release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, publishing: gateOpened } };
}
