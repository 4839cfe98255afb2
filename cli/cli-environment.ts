import { stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { type Context, systemContext } from '../shared/context.ts';
import type { Machine } from './doctor/check-machine.ts';
import type { StageState } from './doctor/stage-findings.ts';
import { connect, type Stack } from './stack.ts';
import { terminalColumns } from './wrap-text.ts';

/** Everything that a command needs from outside; tests pass their own. */
export interface CliEnvironment extends Omit<Context, 'log'> {
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Columns after which text is wrapped. */
  columns: number;
  /** Whether results go to a screen, and not into a file or another program. */
  isScreen: boolean;
  /** Whether a person can answer questions. */
  isTerminal: boolean;
  /** Asks a question that is answered with yes or no. */
  ask: (question: string) => Promise<boolean>;
  connect: (stage: string | undefined) => Promise<Stack>;
  /** Reads what the doctor checks of a deployed stage. */
  readStage: (stage: string) => Promise<StageState>;
  /** Reads what the doctor checks of this machine. */
  readMachine: () => Promise<Machine>;
  /** Waits for a number of milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

export const realCliEnvironment: CliEnvironment = {
  print: (text) => stdout.write(`${text}\n`),
  printError: (text) => stderr.write(`${text}\n`),
  columns: Math.min(stdout.columns || terminalColumns, terminalColumns),
  isScreen: stdout.isTTY === true,
  isTerminal: stdin.isTTY === true && stderr.isTTY === true,
  ask: async (question) => {
    const terminal = createInterface({ input: stdin, output: stderr });
    const answer = await terminal.question(`${question} [y/N] `);
    terminal.close();
    return /^y(es)?$/i.test(answer.trim());
  },
  connect: (stage) => connect(process.env, stage),
  // Loaded only when needed, because they load three more AWS clients.
  readStage: async (stage) => (await import('./doctor/read-stage.ts')).readStage(process.env, stage),
  readMachine: async () => (await import('./doctor/read-machine.ts')).readMachine(process.env),
  ...systemContext,
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};
