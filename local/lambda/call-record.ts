import { existsSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readJson } from '../json.ts';
import type { Call } from './messages.ts';

const callSchema = z.object({
  action: z.string(),
  resource: z.string(),
  leadingKeys: z.string().exactOptional(),
  isDenied: z.boolean().exactOptional(),
});
const fileSchema = z.record(z.string(), z.array(callSchema));

/**
 * The grants that each function's code has used and the calls that were denied, in a file `{ "<function>": [call] }`.
 */
export interface CallRecord {
  add(functionName: string, calls: Call[]): void;
  /** Everything so far, each call once. */
  all(): Record<string, Call[]>;
}

/** Continues with the content of the file, and writes it after each new call. */
export function openCallRecord(file: string): CallRecord {
  const before = existsSync(file) ? readJson(file) : {};
  const record = fileSchema.parse(before);
  return {
    add: (functionName, calls) => {
      const known = record[functionName] ?? [];
      const added = calls.filter((call) => !known.some((other) => isSame(call, other)));
      if (added.length === 0) return;
      record[functionName] = [...known, ...added];
      writeFileSync(`${file}.partial`, `${JSON.stringify(record, null, 2)}\n`);
      renameSync(`${file}.partial`, file);
    },
    all: () => record,
  };
}

const isSame = (a: Call, b: Call): boolean =>
  a.action === b.action &&
  a.resource === b.resource &&
  a.leadingKeys === b.leadingKeys &&
  a.isDenied === b.isDenied;
