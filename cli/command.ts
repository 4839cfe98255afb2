import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { CliEnvironment } from './cli-environment.ts';
import { UsageError } from './refusal.ts';

/** The answer of a command: text for people, a value for programs (`--json`). */
export interface CommandResult {
  text: string;
  json: unknown;
  /** The decisions that were not possible, each with its cure. If there are any, the exit status is 1. */
  failures?: string[];
}

export interface Invocation {
  positionals: string[];
  options: Record<string, string | boolean | undefined>;
  environment: CliEnvironment;
}

export interface Command {
  /** Without the name of the program: `apply <folder> [--yes]`. An argument that ends in `…` can be repeated. */
  usage: string;
  summary: string;
  options?: ParseArgsOptionsConfig;
  run: (invocation: Invocation) => Promise<CommandResult>;
}

/** Options of every command. */
const commonOptions = {
  json: { type: 'boolean' },
  stage: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  /** Deciding commands ask nothing then. The others take it, too, so that a script need not know which ask. */
  yes: { type: 'boolean' },
} as const;

/** Reads a command's arguments; throws a `UsageError` for unknown options and for missing or extra arguments. */
export function readArguments(command: Command, args: string[]): Omit<Invocation, 'environment'> {
  const { positionals, values } = parsed(command, args);
  const wanted = command.usage.match(/<[^>]+>/g)?.filter((name) => !isOptionValue(command.usage, name)) ?? [];
  const needed = wanted.filter((name) => !command.usage.includes(`[${name}]`));
  const [missing] = needed.slice(positionals.length);
  if (missing && !values.help) throw new UsageError(`${missing} is missing.`);
  const isOpenEnded = wanted.at(-1)?.endsWith('…>') === true;
  const [extra] = positionals.slice(wanted.length);
  if (extra !== undefined && !isOpenEnded) throw new UsageError(`Unexpected argument: ${extra}.`);
  const options: Invocation['options'] = {};
  for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value;
  if (options.stage !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(String(options.stage)))
    throw new UsageError('--stage needs the name of a stage: lowercase letters, digits and hyphens.');
  return { positionals, options };
}

function isOptionValue(usage: string, name: string): boolean {
  return new RegExp(`--[a-z-]+ ${name}`).test(usage);
}

function parsed(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...commonOptions, ...command.options }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
