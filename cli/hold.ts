import { holdGate } from '../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict } from './refusal.ts';

export const hold: Command = {
  usage: 'hold <slug>',
  summary: 'shut the gate: nothing is published until `resume`',
  run: runHold,
};

async function runHold(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const outcome = await holdGate(target.store, target);
  switch (outcome) {
    case 'held':
      return {
        text: `${slug} is held: nothing is published until \`campaign resume ${slug}\`.`,
        json: { slug, outcome },
      };
    case 'already-held':
      return { text: `${slug} is held already.`, json: { slug, outcome } };
    case 'too-late':
      throw conflict(
        'Too late to hold',
        `${slug} is past its gate: \`campaign status ${slug}\` says how far it is.`,
      );
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
