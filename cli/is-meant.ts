import type { Invocation } from './command.ts';

/** Asks before a command that cannot be undone. Without a terminal, or with --yes, there is no question. */
export const isMeant = async ({ options, outside }: Invocation, question: string): Promise<boolean> =>
  options.yes === true || !outside.isTerminal || (await outside.ask(question));
