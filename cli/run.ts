import { closestMatch } from '../shared/edit-distance.ts';
import { Failure } from '../shared/failure.ts';
import { awsRefusal } from './aws-settings.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { type Command, commandUsage, readArguments } from './command.ts';
import { allCommands, commandNames, findCommand } from './commands.ts';
import { fileRefusal } from './file-refusal.ts';
import { mistakesText, type Problem, Refusal, UsageError, unavailable } from './refusal.ts';
import { runbookSectionOf } from './runbook-section.ts';
import { stackNotFound } from './stack.ts';
import { wrapText } from './wrap-text.ts';

/** Runs one command and returns its exit status: 0 done, 1 refused, 2 wrong arguments. */
export async function run(args: string[], realEnvironment: CliEnvironment): Promise<number> {
  const [name = '', ...rest] = args;
  const isJson = rest.includes('--json');
  const environment = isJson ? realEnvironment : withWrappedLines(realEnvironment);
  if (['--help', '-h', 'help'].includes(name)) {
    const about = await findCommand(rest[0] ?? '');
    environment.print(about ? usageOf(about) : await overview());
    return 0;
  }
  const command = await findCommand(name);
  try {
    if (!command) throw new UsageError(name === '' ? 'A command is missing.' : noSuchCommand(name));
    const invocation = readArguments(command, rest);
    if (invocation.options.help) {
      environment.print(usageOf(command));
      return 0;
    }
    const answer = await command.run({ ...invocation, environment });
    if (isJson || answer.text) environment.print(isJson ? JSON.stringify(answer.json, null, 2) : answer.text);
    if (!isJson) for (const line of answer.failures ?? []) environment.printError(line);
    return answer.failures?.length ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      const usage = command
        ? usageOf(command)
        : name === ''
          ? await overview()
          : 'Usage: campaign <command>. To see all commands: `campaign --help`.';
      const problem: Problem = {
        type: '/problems/malformed',
        title: 'Wrong usage',
        status: 400,
        detail: error.message,
      };
      environment.printError(isJson ? JSON.stringify(problem, null, 2) : `${error.message}\n${usage}`);
      return 2;
    }
    const refusal = refusalOf(
      error,
      rest.some((word) => word.startsWith('--stage')),
    );
    if (!refusal) throw error;
    environment.printError(isJson ? JSON.stringify(refusal.problem, null, 2) : refusalText(refusal));
    return 1;
  }
}

/** Wraps printed text and questions to the width of the terminal. */
const withWrappedLines = (environment: CliEnvironment): CliEnvironment => ({
  ...environment,
  print: (text) => environment.print(wrapText(text, environment.columns)),
  printError: (text) => environment.printError(wrapText(text, environment.columns)),
  ask: (question) => environment.ask(wrapText(question, environment.columns)),
});

function refusalOf(error: unknown, isDeployed: boolean): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Failure)) return fileRefusal(error);
  if (!isDeployed && error.kind === 'unavailable') return stackNotFound();
  if (error.item !== undefined)
    return unavailable(
      'An item cannot be read',
      `This item of the table cannot be read: ${error.item}${error.attributes ? ` (wrong: ${error.attributes})` : ''}. docs/runbook.md#${runbookSectionOf(error.item)} says what to do.`,
    );
  const refused = isDeployed ? awsRefusal(error) : undefined;
  if (refused) return refused;
  const cure =
    error.code === 'ResourceNotFoundException'
      ? 'This stage does not exist in this account and region. Check --stage, AWS_PROFILE and AWS_REGION.'
      : `The stack did not answer (${error.message}). Check --stage, AWS_PROFILE and AWS_REGION, then try again.`;
  return unavailable('No answer', cure);
}

function refusalText({ problem }: Refusal): string {
  return problem.errors ? `${problem.detail}\n\n${mistakesText(problem.errors)}` : problem.detail;
}

function usageOf(command: Command): string {
  return `Usage: campaign ${commandUsage(command)} [--json] [--stage <name>]\n  ${command.summary}`;
}

/** Each command on a line of its own, with its summary below, so that no line wraps in a terminal of 80 columns. */
async function overview(): Promise<string> {
  const lines = (await allCommands()).flatMap((command) => [
    ...inLines(commandUsage(command), 78).map((line, at) => `${at === 0 ? '  ' : '      '}${line}`),
    ...inLines(command.summary, 72).map((line) => `      ${line}`),
  ]);
  return ['Usage: campaign <command> [--json] [--stage <name>]', '', ...lines].join('\n');
}

function inLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.match(/\[[^\]]*\]|\S+/g) ?? []) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function noSuchCommand(name: string): string {
  const meant = closestMatch(name, commandNames);
  return `Unknown command ${name}.${meant ? ` Did you mean ${meant}?` : ''}`;
}
