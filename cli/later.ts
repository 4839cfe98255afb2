import type { Command } from './command.ts';
import { notSupportedYet } from './refusal.ts';

/** Commands of the interface that come later, each with what to do until then. */
const cures: Record<string, string> = {
  supplement: 'The page of the letter shows who signed since.',
};

export const laterCommands: Record<string, Pick<Command, 'run'>> = Object.fromEntries(
  Object.entries(cures).map(([name, cure]) => [
    name,
    { run: () => Promise.reject(notSupportedYet(`\`campaign ${name}\``, cure)) },
  ]),
);
