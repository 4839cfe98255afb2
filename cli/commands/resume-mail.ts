import { resumeConfirmations } from '../../shared/operations/mailing/stop-confirmations.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';

export const resumeMail: Command = {
  name: 'resume-mail',
  positionals: [{ name: 'slug' }],
  summary: 'send the confirmation emails that wait because too many came back, and stop none for a day',
  run: runResumeMail,
};

async function runResumeMail(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug } = target;
  const outcome = await resumeConfirmations(target.store, target);
  switch (outcome) {
    case 'resumed':
      return {
        text: `The confirmation emails of ${slug} that wait are sent within minutes. None are stopped for a day.`,
        json: { slug, outcome },
      };
    case 'not-stopped':
      return { text: `No confirmation emails of ${slug} are stopped.`, json: { slug, outcome } };
    case 'no-such-campaign':
      throw await campaignNotFound(target);
  }
}
