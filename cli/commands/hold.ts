import { holdGate } from '../../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { conflict } from '../refusal.ts';

export const hold: Command = {
  name: 'hold',
  positionals: [{ name: 'slug' }],
  summary: 'put publication on hold until `resume`',
  run: runHold,
};

async function runHold(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const outcome = await holdGate(target.store, target);
  switch (outcome) {
    case 'held':
      return {
        text: `${slug} is on hold. Nothing is published until you run \`campaign resume ${slug}\`.`,
        json: { slug, outcome },
      };
    case 'already-held':
      return { text: `${slug} was already on hold.`, json: { slug, outcome } };
    case 'too-late':
      throw conflict(
        'Too late to hold',
        `${slug} is already published or being published: see \`campaign status ${slug}\`.`,
      );
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
