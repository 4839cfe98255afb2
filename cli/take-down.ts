import { takeDown as takeDownCampaign } from '../shared/operations/publishing/take-down.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { confirmAction } from './confirm-action.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignDoesNotExist, conflict } from './refusal.ts';

export const takeDown: Command = {
  usage: 'take-down <slug> [--yes]',
  summary: 'answer every page of a published campaign with 410, and stop its mails; for good',
  options: { yes: { type: 'boolean' } },
  run: runTakeDown,
};

async function runTakeDown(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const question = `Take ${slug} down? Letter and release disappear, all mails stop, and this cannot be taken back.`;
  if (!(await confirmAction(invocation, question)))
    return { text: 'Nothing is taken down.', json: { slug, outcome: 'declined' } };
  const { outcome, status } = await takeDownCampaign(target.store, target);
  switch (outcome) {
    case 'taken-down':
      return {
        text: `${slug} is taken down: its pages are answered with 410 within a minute, and its mails have stopped.`,
        json: { slug, outcome },
      };
    case 'already-taken-down':
      return { text: `${slug} is taken down already.`, json: { slug, outcome } };
    case 'not-published':
      throw status === 'publishing'
        ? conflict('Being published', `${slug} is just being counted again: run this again in a minute.`)
        : conflict(
            'Not published',
            `${slug} is not published, so there is nothing to take down. \`campaign hold ${slug}\` keeps it from being published, \`campaign pause ${slug}\` stops signing.`,
          );
    case 'no-such-campaign':
      throw campaignDoesNotExist(slug);
  }
}
