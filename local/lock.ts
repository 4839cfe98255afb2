import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { errorCodeOf, Refusal } from './errors.ts';

const lockSchema = z.object({ pid: z.number(), started: z.string() });

/**
 * Locks the data directory for this process, and returns a function that unlocks it. Throws if another running stack
 * has the lock. The lock of a killed stack is taken over.
 */
export function lockDataDir(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch {
    throw new Refusal(`The folder ${dataDir} cannot be created: choose another with UNDERSIGNED_DATA_DIR.`);
  }
  const file = join(dataDir, 'lock');
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  // The first pass may find a lock that no process holds any more and remove it. The second takes the lock.
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined || attempt === 2) {
        throw new Refusal(
          `Another stack runs on ${dataDir} (process ${holder ?? 'unknown'}): stop it, or choose another folder with UNDERSIGNED_DATA_DIR.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Refusal(`The folder ${dataDir} cannot be locked: try again.`);
}

/** Process id of the stack that holds the lock. Undefined if that process has ended. */
function holderOf(file: string): number | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { pid, started } = lockSchema.parse(content);
    process.kill(pid, 0);
    return startOf(pid) === started ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** When a process started, if the system says so. A process id alone may belong to a newer process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
