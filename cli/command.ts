import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './refusal.ts';

/** The answer of a command: text for people, a value for programs (`--json`). */
export interface CommandResult {
  text: string;
  json: unknown;
  /** The decisions that were not possible, with what to do about each. If there are any, the exit status is 1. */
  failures?: string[];
}

export interface Invocation {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
  environment: CliEnvironment;
}

/** The stage that `--stage` names. Undefined: the local stack. */
export const stageOf = ({ stage }: Invocation['options']): string | undefined =>
  typeof stage === 'string' ? stage : undefined;

/** An argument without a name on the command line, like `<slug>`. */
export interface Positional {
  name: string;
  isOptional?: boolean;
  /** One or more can be given. Only the last argument can be repeated. */
  isRepeated?: boolean;
}

export interface Command {
  name: string;
  positionals: Positional[];
  /** The command's own options, as its help shows them. Only people read this; the parser uses `options`. */
  optionsUsage?: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  run: (invocation: Invocation) => Promise<CommandResult>;
}

/** How a command is called, without the program's name: `erase <slug> [<id>] [--yes]`. */
export function commandUsage({ name, positionals, optionsUsage }: Command): string {
  const words = positionals.map((positional) => {
    const word = positionalText(positional);
    return positional.isOptional ? `[${word}]` : word;
  });
  return [name, ...words, ...(optionsUsage ? [optionsUsage] : [])].join(' ');
}

const positionalText = ({ name, isRepeated }: Positional): string => `<${name}${isRepeated ? '…' : ''}>`;

/** Options of every command. */
const commonOptions = {
  json: { type: 'boolean' },
  stage: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  /**
   * Commands that decide ask nothing with this option. All others accept it too, so a script need not know which
   * commands ask.
   */
  yes: { type: 'boolean' },
} as const;

/** Reads a command's arguments; throws a `UsageError` for unknown options and for missing or extra arguments. */
export function readArguments(command: Command, args: string[]): Omit<Invocation, 'environment'> {
  const { positionals, values } = parsed(command, args);
  const missing = command.positionals.slice(positionals.length).find(({ isOptional }) => !isOptional);
  if (missing && !values.help) throw new UsageError(`${positionalText(missing)} is missing.`);
  // A script's variable that is not set.
  const empty = command.positionals.find((_, index) => positionals[index]?.trim() === '');
  if (empty && !values.help) throw new UsageError(`${positionalText(empty)} is empty.`);
  const [extra] = positionals.slice(command.positionals.length);
  if (extra !== undefined && !command.positionals.at(-1)?.isRepeated)
    throw new UsageError(`Unexpected argument: ${extra}.`);
  const options: Invocation['options'] = {};
  for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value;
  if (options.stage !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(String(options.stage)))
    throw new UsageError('--stage needs the name of a stage: lowercase letters, digits and hyphens.');
  return { positionals, options };
}

function parsed(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...commonOptions, ...command.options }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
