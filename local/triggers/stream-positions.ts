import { existsSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readJson } from '../json.ts';

const fileSchema = z.object({ stream: z.string(), positions: z.record(z.string(), z.string()) });

/** How far each reader is in each shard, so that the next start need not read a whole day again. */
export interface StreamPositions {
  /** Sequence number to continue after. Undefined: from the beginning. */
  after(reader: string, shard: string): string | undefined;
  /** Records that everything up to this sequence number was handled. */
  handled(reader: string, shard: string, sequenceNumber: string): void;
  /** Writes the file once more, if all queues are empty. */
  save(): Promise<void>;
  stop(): void;
}

interface PositionOptions {
  file: string;
  /** The stream that the positions belong to. Positions in another stream are ignored. */
  stream: string;
  /** Whether every queue is empty. If so, everything that was handled before has had all its effects. */
  areQueuesEmpty: () => Promise<boolean>;
}

const everyMilliseconds = 1000;

/**
 * Messages do not survive the stack, so a position may be stored only after everything that followed from the records
 * before it is done. The position is noted first, then the queues are checked, and it is stored if they are empty.
 * After a kill, the remaining records are read and handled again.
 */
export function openStreamPositions({ file, stream, areQueuesEmpty }: PositionOptions): StreamPositions {
  const known = existsSync(file) ? readJson(file) : undefined;
  const parsed = fileSchema.safeParse(known);
  const positions = new Map(
    Object.entries(parsed.success && parsed.data.stream === stream ? parsed.data.positions : {}),
  );
  let isChanged = false;
  const save = async (): Promise<void> => {
    if (!isChanged) return;
    isChanged = false;
    const content = JSON.stringify({ stream, positions: Object.fromEntries(positions) });
    if (await areQueuesEmpty().catch(() => false)) {
      writeFileSync(`${file}.partial`, content);
      renameSync(`${file}.partial`, file);
    } else isChanged = true;
  };
  const timer = setInterval(() => void save(), everyMilliseconds);
  timer.unref();
  return {
    after: (reader, shard) => positions.get(`${reader} ${shard}`),
    handled: (reader, shard, sequenceNumber) => {
      if (positions.get(`${reader} ${shard}`) === sequenceNumber) return;
      positions.set(`${reader} ${shard}`, sequenceNumber);
      isChanged = true;
    },
    save,
    stop: () => clearInterval(timer),
  };
}
