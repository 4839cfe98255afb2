import { readReach } from '../shared/operations/reporting/reach.ts';
import type { Invocation } from './command.ts';
import type { CampaignTarget } from './connect-to-campaign.ts';
import { publicationText } from './reach-text.ts';
import { conflict } from './refusal.ts';

/**
 * Asks before a command publishes, sends emails or does what cannot be undone. `--yes` answers yes. Without a
 * terminal, a command without `--yes` is refused and changes nothing.
 */
export async function confirmAction(
  { options, environment }: Pick<Invocation, 'options' | 'environment'>,
  question: string,
): Promise<boolean> {
  if (options.yes === true) return true;
  if (environment.isTerminal) return await environment.ask(question);
  throw conflict(
    'Not confirmed',
    `Nothing was changed. The question is: ${question} To answer yes, add --yes.`,
  );
}

/**
 * Runs a command that may publish. It runs first without permission to publish. If that is needed, it asks, and runs
 * again with permission after a yes. Undefined means that the answer was no and nothing was changed.
 */
export async function askBeforePublishing<Outcome extends { outcome: string }>(
  invocation: Pick<Invocation, 'options' | 'environment'>,
  { store, slug }: CampaignTarget,
  missing: string,
  command: (mayPublish: boolean) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const tried = await command(invocation.options.yes === true);
  if (tried.outcome !== 'would-publish') return tried;
  const reach = await readReach(store, slug);
  const what = reach ? ` ${publicationText(reach)}` : '';
  const question = `Only ${missing} is missing: this publishes ${slug} now${what}. It cannot be undone. Publish?`;
  return (await confirmAction(invocation, question)) ? await command(true) : undefined;
}
