import { readCampaignStatus } from '../shared/operations/listing/campaign-status.ts';
import { forcePublication } from '../shared/operations/publishing/campaign-commands.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { conflict } from './refusal.ts';

export const publish: Command = {
  usage: 'publish <slug> [--yes]',
  summary: 'publish now, below the threshold and before its time',
  options: { yes: { type: 'boolean' } },
  run: runPublish,
};

async function runPublish(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store, now } = target;
  const { options, environment } = invocation;
  const report = await readCampaignStatus(store, { slug, now });
  if (!report) throw await campaignNotFound(target);
  if (!options.yes) {
    if (!environment.isTerminal)
      throw conflict('Not confirmed', 'Nothing is published: without a terminal to ask on, add --yes.');
    const { organizations, individuals } = report.counts;
    const signed = `${organizations} organizations and ${individuals} individuals`;
    const isAgreed = await environment.ask(`Publish ${slug} now, with ${signed}? This cannot be taken back.`);
    if (!isAgreed) return { text: 'Nothing is published.', json: { slug, outcome: 'declined' } };
  }
  const outcome = await forcePublication(store, target);
  switch (outcome) {
    case 'publishing':
      return { text: `${slug} is being published.`, json: { slug, outcome } };
    case 'already-publishing':
      return { text: `${slug} is being published already.`, json: { slug, outcome } };
    case 'too-late':
      throw conflict(
        'Published already',
        `${slug} is past its gate: \`campaign status ${slug}\` says how far it is.`,
      );
    case 'held':
      throw conflict('Held', `${slug} is held: run \`campaign resume ${slug}\` first.`);
    case 'quotes-not-approved':
      throw conflict(
        'Quotes are not approved',
        'Not every quote is approved: write approved: true in release.md once it is, and run `campaign apply`.',
      );
    case 'not-delivered':
      throw conflict(
        'Not delivered',
        `The letter of ${slug} is to be handed over first: run \`campaign delivered ${slug}\` once it is.`,
      );
    case 'importing':
      throw conflict(
        'An import is not done',
        `A file of signatures is not imported to its end: run \`campaign import ${slug}\` with it again first.`,
      );
    case 'asking':
      throw conflict(
        'Not everybody is asked',
        `The letter of ${slug} has changed, and not everybody who signed it is asked again: run \`campaign apply\` again first.`,
      );
    case 'nobody-signed':
      throw conflict('Nobody has signed', `Nobody has signed ${slug} yet, so there is nothing to publish.`);
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
