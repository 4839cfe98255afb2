import { resumeGate } from '../../shared/operations/publishing/opening-commands.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { askBeforePublishing } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';

export const resume: Command = {
  name: 'resume',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary: 'end the hold; publishes at once if nothing else is missing',
  run: runResume,
};

async function runResume(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const done = await askBeforePublishing(invocation, target, 'the end of the hold', (mayPublish) =>
    resumeGate(target.store, { ...target, mayPublish }),
  );
  if (!done) return { text: 'Nothing was changed.', json: { slug, outcome: 'declined' } };
  const { outcome, gateOpened } = done;
  if (outcome === 'no-such-campaign') throw await campaignNotFound(target);
  const words = outcome === 'resumed' ? 'is no longer on hold' : 'was not on hold';
  const lines = [
    `${slug} ${words}.`,
    ...(gateOpened ? ['The letter and the press release are being published.'] : []),
  ];
  return { text: lines.join('\n'), json: { slug, outcome, publishing: gateOpened } };
}
