import type { Invocation } from './command.ts';

/** Asks before a command that cannot be undone. Without a terminal, or with --yes, there is no question. */
export const confirmAction = async (
  { options, environment }: Invocation,
  question: string,
): Promise<boolean> => options.yes === true || !environment.isTerminal || (await environment.ask(question));
