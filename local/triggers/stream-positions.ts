import { existsSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readJson } from '../json.ts';

const fileSchema = z.object({ stream: z.string(), positions: z.record(z.string(), z.string()) });

/** How far each reader has got in each shard, so that the next start need not read a whole day again. */
export interface StreamPositions {
  /** Sequence number after which to go on; undefined: from the beginning. */
  after(reader: string, shard: string): string | undefined;
  /** Everything up to this record was handled. */
  handled(reader: string, shard: string, sequenceNumber: string): void;
  /** Writes the file once more, if it may be. */
  save(): Promise<void>;
  stop(): void;
}

interface PositionOptions {
  file: string;
  /** Positions in another stream mean nothing. */
  stream: string;
  /** Whether nothing is left in any queue: what was handled before has then had all its effects. */
  areQueuesEmpty: () => Promise<boolean>;
}

const everyMilliseconds = 1000;

/**
 * Messages do not survive the stack, so a position may be kept only once all that came of the records before it is
 * done. It is therefore noted first, then the queues are looked at, and it is written if they are empty. After a kill
 * the rest is read, and handled, again.
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
