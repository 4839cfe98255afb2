import { type OpenScratch, openScratch, type ScratchFile } from '../../aws/files/scratch.ts';

/** Rows in order, as often as they are asked for; in batches, since a step for each of a million rows costs more. */
export interface Sorted<T extends object> {
  batches(): AsyncIterable<T[]>;
  /** Gives back the space on disk; nothing can be read after it. */
  close(): Promise<void>;
}

export interface SortOptions<T extends object> {
  /** A total order: never 0 for two rows. */
  compare: (a: T, b: T) => number;
  /** Reads back what `JSON.parse` made of a row. */
  parse: (value: unknown) => T;
  /** As many rows are in memory at once; more are sorted in runs of as many, and the runs merged. */
  runLength?: number;
  open?: OpenScratch;
}

/** Bytes of each run that are in memory while runs are merged. */
const chunkBytes = 32 * 1024;
const batchLength = 500;

/**
 * Sorts however many rows with the memory of one run: few stay in memory, many are written to disk as sorted runs, a
 * line of JSON each, and merged whenever they are read.
 */
export async function sortRows<T extends object>(
  rows: AsyncIterable<T>,
  options: SortOptions<T>,
): Promise<Sorted<T>> {
  const { compare, runLength = 20_000, open = openScratch } = options;
  const runs: { start: number; end: number }[] = [];
  let file: ScratchFile | undefined;
  let run: T[] = [];
  try {
    for await (const row of rows) {
      if (run.length === runLength) {
        file ??= await open();
        runs.push(await writeRun(file, run.sort(compare)));
        run = [];
      }
      run.push(row);
    }
  } catch (error) {
    await file?.close();
    throw error;
  }
  const last = run.sort(compare);
  const scratch = file;
  if (!scratch) return { batches: () => cut(last), close: async () => {} };
  return {
    batches: () =>
      merge([...runs.map((range) => readRun(scratch, range, options.parse)), cut(last)], compare),
    close: () => scratch.close(),
  };
}

async function* cut<T>(rows: T[]): AsyncGenerator<T[]> {
  for (let at = 0; at < rows.length; at += batchLength) yield rows.slice(at, at + batchLength);
}

async function writeRun<T>(file: ScratchFile, rows: T[]): Promise<{ start: number; end: number }> {
  const start = file.size;
  for (let at = 0; at < rows.length; at += batchLength)
    await file.append(
      rows
        .slice(at, at + batchLength)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
  return { start, end: file.size };
}

const newline = 0x0a;

async function* readRun<T>(
  file: ScratchFile,
  { start, end }: { start: number; end: number },
  parse: (value: unknown) => T,
): AsyncGenerator<T[]> {
  let begun: Buffer = Buffer.alloc(0);
  for (let at = start; at < end; ) {
    const chunk = await file.read(at, Math.min(chunkBytes, end - at));
    if (chunk.length === 0) throw new RangeError('the scratch file ends too soon');
    at += chunk.length;
    const bytes = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk;
    const whole = bytes.lastIndexOf(newline);
    begun = bytes.subarray(whole + 1);
    if (whole < 0) continue;
    yield bytes
      .toString('utf8', 0, whole)
      .split('\n')
      .map((line) => parse(JSON.parse(line)));
  }
}

/** One run as far as it is read. */
interface Source<T> {
  first: T;
  rows: T[];
  at: number;
  more: AsyncIterator<T[]>;
}

/** A heap of the runs by what is next of each. */
async function* merge<T extends object>(
  runs: AsyncIterator<T[]>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T[]> {
  const heap: Source<T>[] = [];
  for (const more of runs) {
    const { value: rows = [] } = await more.next();
    const [first] = rows;
    if (first) heap.push({ first, rows, at: 0, more });
  }
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at, compare);
  let batch: T[] = [];
  for (let source = heap[0]; source; source = heap[0]) {
    batch.push(source.first);
    if (batch.length === batchLength) {
      yield batch;
      batch = [];
    }
    source.at++;
    if (source.at === source.rows.length) {
      source.rows = (await source.more.next()).value ?? [];
      source.at = 0;
    }
    const next = source.rows[source.at];
    if (next) source.first = next;
    else removeTop(heap);
    sink(heap, 0, compare);
  }
  if (batch.length > 0) yield batch;
}

function removeTop<T>(heap: Source<T>[]): void {
  const last = heap.pop();
  if (last && heap.length > 0) heap[0] = last;
}

/** Lets what stands at `at` sink to where it belongs. */
function sink<T>(heap: Source<T>[], at: number, compare: (a: T, b: T) => number): void {
  const moved = heap[at];
  if (!moved) return;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (!left) break;
    const isRight = right !== undefined && compare(right.first, left.first) < 0;
    const least = isRight ? right : left;
    if (compare(moved.first, least.first) <= 0) break;
    heap[at] = least;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = moved;
}
