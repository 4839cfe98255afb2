import { forcePublication } from '../../shared/operations/publishing/campaign-commands.ts';
import { readReach } from '../../shared/operations/reporting/reach.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { publicationText } from '../reach-text.ts';
import { conflict } from '../refusal.ts';

export const publish: Command = {
  name: 'publish',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'publish now, even below the threshold and before the publication time',
  run: runPublish,
};

async function runPublish(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const reach = await readReach(store, slug);
  if (!reach) throw await campaignNotFound(target);
  const question = `This publishes ${slug} now, ${publicationText(reach)}. It cannot be undone. Publish?`;
  if (!(await confirmAction(invocation, question)))
    return { text: 'Nothing was published.', json: { slug, outcome: 'declined' } };
  const outcome = await forcePublication(store, target);
  switch (outcome) {
    case 'publishing':
      return { text: `${slug} is being published.`, json: { slug, outcome } };
    case 'already-publishing':
      return { text: `${slug} is already being published.`, json: { slug, outcome } };
    case 'too-late':
      throw conflict('Published already', `${slug} is already published: see \`campaign status ${slug}\`.`);
    case 'held':
      throw conflict('On hold', `${slug} is on hold. Run \`campaign resume ${slug}\` first.`);
    case 'quotes-not-approved':
      throw conflict(
        'Quotes are not approved',
        'Not every quote is approved. When the person has agreed to the quote, write approved: true in release.md, then run `campaign apply`.',
      );
    case 'not-delivered':
      throw conflict(
        'Not delivered',
        `The letter of ${slug} must be handed over first. Then run \`campaign delivered ${slug}\`.`,
      );
    case 'importing':
      throw conflict(
        'An import is not finished',
        `An import is not finished. Run \`campaign import ${slug}\` with the same file first.`,
      );
    case 'asking':
      throw conflict(
        'Not everyone has been asked',
        `The letter of ${slug} has changed, and not all signers have been asked again. Run \`campaign apply\` again first.`,
      );
    case 'nobody-signed':
      throw conflict('Nobody has signed', `Nobody has signed ${slug} yet, so there is nothing to publish.`);
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
