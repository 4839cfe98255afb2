import { closestMatch } from '../shared/edit-distance.ts';
import { Failure } from '../shared/failure.ts';
import { apply } from './apply.ts';
import { approve } from './approve.ts';
import { awsRefusal } from './aws-settings.ts';
import { check } from './check.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { type Command, commandUsage, readArguments } from './command.ts';
import { compare } from './compare.ts';
import { correct } from './correct.ts';
import { deleteCommand } from './delete.ts';
import { delivered } from './delivered.ts';
import { doctor } from './doctor.ts';
import { embargo } from './embargo.ts';
import { erase } from './erase.ts';
import { exportCommand } from './export.ts';
import { exportKeys } from './export-keys.ts';
import { hold } from './hold.ts';
import { importCommand } from './import.ts';
import { invited } from './invited.ts';
import { merge } from './merge.ts';
import { message } from './message.ts';
import { pause, unpause } from './pause.ts';
import { preview } from './preview.ts';
import { promote } from './promote.ts';
import { publish } from './publish.ts';
import { pull } from './pull.ts';
import { mistakesText } from './read-folder.ts';
import { type Problem, Refusal, UsageError, unavailable } from './refusal.ts';
import { reinstate } from './reinstate.ts';
import { reject } from './reject.ts';
import { resend } from './resend.ts';
import { restoreKeys } from './restore-keys.ts';
import { resume } from './resume.ts';
import { resumeMail } from './resume-mail.ts';
import { signOns } from './sign-ons.ts';
import { signOut } from './sign-out.ts';
import { split } from './split.ts';
import { stackNotFound } from './stack.ts';
import { status } from './status.ts';
import { supplement } from './supplement.ts';
import { takeDown } from './take-down.ts';
import { wrapText } from './wrap-text.ts';

/** In the order of the help text. */
const commands: Command[] = [
  check,
  preview,
  apply,
  pull,
  status,
  hold,
  resume,
  pause,
  unpause,
  publish,
  delivered,
  signOns,
  invited,
  approve,
  reject,
  reinstate,
  merge,
  split,
  promote,
  resend,
  resumeMail,
  exportCommand,
  message,
  embargo,
  correct,
  supplement,
  takeDown,
  erase,
  deleteCommand,
  importCommand,
  signOut,
  compare,
  doctor,
  exportKeys,
  restoreKeys,
];

/** Runs one command and returns its exit status: 0 done, 1 refused, 2 wrong arguments. */
export async function run(args: string[], realEnvironment: CliEnvironment): Promise<number> {
  const [name = '', ...rest] = args;
  const isJson = rest.includes('--json');
  const environment = isJson ? realEnvironment : withWrappedLines(realEnvironment);
  if (['--help', '-h', 'help'].includes(name)) {
    environment.print(overview());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
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
          ? overview()
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
  if (!(error instanceof Failure)) return undefined;
  if (!isDeployed && error.kind === 'unavailable') return stackNotFound();
  if (error.item !== undefined)
    return unavailable(
      'An item cannot be read',
      `This item of the table cannot be read: ${error.item}. docs/runbook.md#item-unreadable says what to do.`,
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
function overview(): string {
  const lines = commands.flatMap((command) => [
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
  const meant = closestMatch(
    name,
    commands.map((command) => command.name),
  );
  return `Unknown command ${name}.${meant ? ` Did you mean ${meant}?` : ''}`;
}
