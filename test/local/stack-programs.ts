import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../local/settings.ts';
import { anAssembly } from './an-assembly.ts';

interface Run {
  child: ChildProcessWithoutNullStreams;
  out: () => string;
  err: () => string;
  /** Exit status. */
  ended: Promise<number | null>;
}

/** Runs the local stack as a program, on an assembly without functions and a data directory of its own. */
export interface StackPrograms {
  root: string;
  assembly: string;
  /** Where a running stack says what it consists of. */
  stackFile: string;
  run(command: string, args: string[], environment?: Record<string, string>): Run;
  main(args?: string[], environment?: Record<string, string>): Run;
  /** Process ids of the running stack, its own first. */
  pids(): number[];
  killAll(): void;
  remove(): void;
}

export function newStackPrograms(): StackPrograms {
  const root = mkdtempSync(join(tmpdir(), 'undersigned-'));
  const assembly = join(root, 'cdk.out');
  const stackFile = join(root, 'data', 'stack.json');
  const started: ChildProcessWithoutNullStreams[] = [];
  mkdirSync(assembly);
  anAssembly(assembly, { functions: {} });

  function run(command: string, args: string[], environment: Record<string, string> = {}): Run {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: {
        PATH: process.env.PATH,
        UNDERSIGNED_PORT: '0',
        UNDERSIGNED_INBOX_PORT: '0',
        UNDERSIGNED_SAMPLE: 'off',
        UNDERSIGNED_DATA_DIR: join(root, 'data'),
        ...environment,
      },
    });
    started.push(child);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    return {
      child,
      out: () => out,
      err: () => err,
      ended: new Promise((resolve) => child.once('close', resolve)),
    };
  }

  return {
    root,
    assembly,
    stackFile,
    run,
    main: (args = ['--assembly', assembly], environment = {}) =>
      run(process.execPath, ['local/main.ts', ...args], environment),
    pids: () => (JSON.parse(readFileSync(stackFile, 'utf8')) as { pids: number[] }).pids,
    killAll: () => {
      for (const child of started.splice(0)) child.kill('SIGKILL');
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
