import { gateObstacles, type Obstacle } from '../shared/campaign/gate.ts';
import { readGate } from '../shared/table/gate.ts';
import type { Invocation } from './command.ts';
import type { CampaignTarget } from './connect-to-campaign.ts';
import { conflict } from './refusal.ts';

/**
 * Asks before a command that publishes, mails or cannot be undone. `--yes` answers for a person. Where nobody is there to
 * answer, a command without `--yes` is refused, and changes nothing.
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

/** Whether the gate waits for this one thing alone, so that a command that ends it publishes at once. */
export async function opensWithout(
  obstacle: Obstacle,
  { store, slug, now }: CampaignTarget,
): Promise<boolean> {
  const gate = await readGate(store, slug);
  if (gate?.status !== 'collecting') return false;
  const obstacles = gateObstacles(gate, now);
  return obstacles.length === 1 && obstacles[0] === obstacle;
}
