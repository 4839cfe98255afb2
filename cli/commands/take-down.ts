import { takeDown as takeDownCampaign } from '../../shared/operations/publishing/take-down.ts';
import { readReach } from '../../shared/operations/reporting/reach.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { pressContactsText, signatoriesText } from '../reach-text.ts';
import { conflict } from '../refusal.ts';

export const takeDown: Command = {
  name: 'take-down',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'remove all pages of a published campaign and stop its emails; cannot be undone',
  run: runTakeDown,
};

async function runTakeDown(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const reach = await readReach(target.store, slug);
  if (!reach) throw await campaignNotFound(target);
  const question = `Take ${slug} down, which ${signatoriesText(reach)} signed? All its pages say that it is gone, and no signer and none of its ${pressContactsText(reach.pressContacts)} gets any more email about it. This cannot be undone.`;
  if (!(await confirmAction(invocation, question)))
    return { text: 'Nothing was taken down.', json: { slug, outcome: 'declined' } };
  const { outcome, status } = await takeDownCampaign(target.store, target);
  switch (outcome) {
    case 'taken-down':
      return {
        text: `${slug} was taken down. Within a minute, its pages answer 410 (gone), and its emails have stopped.`,
        json: { slug, outcome },
      };
    case 'already-taken-down':
      return { text: `${slug} was already taken down.`, json: { slug, outcome } };
    case 'not-published':
      throw status === 'publishing'
        ? conflict('Being published', `${slug} is being published. Run this again in a minute.`)
        : conflict(
            'Not published',
            `${slug} is not published, so there is nothing to take down. To stop publication: \`campaign hold ${slug}\`. To stop signing: \`campaign pause ${slug}\`.`,
          );
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
