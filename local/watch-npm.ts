import { execFileSync } from 'node:child_process';
import { errorCodeOf } from './errors.ts';

const everyMilliseconds = 500;

/**
 * If npm started this process, calls `onGone` when npm has ended: a killed npm does not end its children. npm is the
 * parent, or the parent of the shell in between.
 */
export function watchNpm(environment: Record<string, string | undefined>, onGone: () => void): void {
  if (environment.npm_lifecycle_event === undefined) return;
  const watched = [process.ppid, parentOf(process.ppid)].filter((pid) => pid !== undefined && pid > 1);
  const timer = setInterval(() => {
    if (watched.every((pid) => pid === undefined || isAlive(pid))) return;
    clearInterval(timer);
    onGone();
  }, everyMilliseconds);
  timer.unref();
}

function parentOf(pid: number): number | undefined {
  try {
    const [, parent] =
      /^\s*(\d+)/.exec(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]).toString()) ?? [];
    return parent === undefined ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // An error about permissions means that the process exists and belongs to someone else.
    return errorCodeOf(error) === 'EPERM';
  }
}
