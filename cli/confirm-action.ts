import type { Invocation } from './command.ts';

/** Whoever types a command that cannot be taken back is asked; a program that calls it means it. */
export const isMeant = async ({ options, outside }: Invocation, question: string): Promise<boolean> =>
  options.yes === true || !outside.isTerminal || (await outside.ask(question));
