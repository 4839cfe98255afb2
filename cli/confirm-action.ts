import type { Invocation } from './command.ts';

/** Whoever types a command that cannot be taken back is asked; a program that calls it means it. */
export const confirmAction = async (
  { options, environment }: Invocation,
  question: string,
): Promise<boolean> => options.yes === true || !environment.isTerminal || (await environment.ask(question));
