import { markDelivered } from '../../shared/operations/publishing/opening-commands.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { askBeforePublishing } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { conflict } from '../refusal.ts';

export const delivered: Command = {
  name: 'delivered',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'record that the recipient has the letter; publishes at once if nothing else is missing',
  run: runDelivered,
};

async function runDelivered(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const done = await askBeforePublishing(invocation, target, 'the delivery', (mayPublish) =>
    markDelivered(target.store, { ...target, mayPublish }),
  );
  if (!done) return { text: 'Nothing was changed.', json: { slug, outcome: 'declined' } };
  const { outcome, gateOpened } = done;
  if (outcome === 'no-such-campaign') throw await campaignNotFound(target);
  if (outcome === 'not-awaited')
    throw conflict(
      'Nothing to deliver',
      `${slug} does not wait for a delivery. Either delivery in campaign.yaml is not { by: hand }, or the letter was sent by email.`,
    );
  if (outcome === 'being-mailed')
    throw conflict(
      'Being emailed',
      `The letter of ${slug} is being emailed now. If \`campaign status ${slug}\` still says so in five minutes, run this again.`,
    );
  const lines = [
    outcome === 'delivered'
      ? `The letter of ${slug} is recorded as delivered.`
      : `The letter of ${slug} was already recorded as delivered.`,
    ...(gateOpened ? ['The letter and the press release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, publishing: gateOpened } };
}
