import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { startS3 } from '../../local/s3/server.ts';
import { projectRoot } from '../../local/settings.ts';
import type { Figure, Measured } from './figure.ts';

const sizes = [170, 1000, 10_000, 100_000, 1_000_000];

const runSchema = z.object({
  cpuSeconds: z.number(),
  seconds: z.number(),
  /** The longest time in which nothing else could run, such as the renewal of the lease. */
  longestBlockSeconds: z.number(),
  reads: z.int(),
  writes: z.int(),
  readBytes: z.int(),
  writtenBytes: z.int(),
  rows: z.int(),
});
const crowdSchema = z.object({ published: runSchema, refreshed: runSchema, megabytes: z.number() });
type Crowd = z.infer<typeof crowdSchema>;
type Run = z.infer<typeof runSchema>;

/** The limit that infra/publication.ts sets. */
const heapMegabytes = 1280;

/** What a change of a published list takes, in a campaign of so many against one of a thousand. */
const measures = {
  time: ({ cpuSeconds }: Run) => cpuSeconds,
  'requests to S3': ({ reads, writes }: Run) => reads + writes,
  'rows read': ({ rows }: Run) => rows,
};

/** Time and memory of a publication and of one change after it, from few signatories to a million. */
export async function measurePublishingCrowds(): Promise<Measured> {
  const crowds = new Map<number, Crowd>();
  for (const size of sizes) crowds.set(size, await publishCrowd(size));
  const of = (size: number): Crowd => {
    const crowd = crowds.get(size);
    if (!crowd) throw new Error(`${size} were not measured.`);
    return crowd;
  };
  const each = (size: number): number => of(size).published.cpuSeconds / size;
  return {
    figures: [
      {
        name: 'publishing: processor time per signatory, 1,000,000 against 10,000',
        value: each(1_000_000) / each(10_000),
        unit: 'times',
        bound: { atMost: 1.3 },
      },
      {
        name: 'publishing 1,000,000: memory of the process, at most',
        value: of(1_000_000).megabytes,
        unit: 'MB',
        bound: { atMost: 2048 },
      },
      {
        name: 'publishing 1,000,000: longest step, of 30 s before a lease ends',
        value: of(1_000_000).published.longestBlockSeconds,
        unit: 'seconds',
        bound: { atMost: 15 },
      },
      ...sizes.flatMap((size): Figure[] => [
        {
          name: `publishing ${size.toLocaleString('en')} (processor time)`,
          value: of(size).published.cpuSeconds,
          unit: 'seconds',
        },
        {
          name: `one change among ${size.toLocaleString('en')}: S3 read and written`,
          value: (of(size).refreshed.readBytes + of(size).refreshed.writtenBytes) / 1_000_000,
          unit: 'MB',
        },
      ]),
      ...[100_000, 1_000_000].flatMap((size) =>
        Object.entries(measures).map(
          ([name, measure]): Figure => ({
            name: `one change among ${size.toLocaleString('en')} against 1,000: ${name}`,
            value: measure(of(size).refreshed) / measure(of(1000).refreshed),
            unit: 'times',
            bound: { atMost: 3 },
          }),
        ),
      ),
    ],
    details: Object.fromEntries(crowds),
  };
}

/**
 * More with `UNDERSIGNED_BENCH_ROWS=40000 npm run bench -- 'publishing stored rows'`. The emulator takes minutes to
 * store them.
 */
const storedRows = Number(process.env.UNDERSIGNED_BENCH_ROWS ?? 10_000);

/** The same, with rows that are in DynamoDB Local and are read from it. */
export async function measureStoredRows(): Promise<Measured> {
  const { published, refreshed, megabytes } = await publishCrowd(storedRows, 'stored');
  const size = storedRows.toLocaleString('en');
  return {
    figures: [
      {
        name: `publishing ${size} stored rows: memory of the process, at most`,
        value: megabytes,
        unit: 'MB',
        bound: { atMost: 2048 },
      },
      {
        name: `publishing ${size} stored rows: seconds, of the function's 900`,
        value: published.seconds,
        unit: 'seconds',
        bound: { atMost: 900 },
      },
      {
        name: `publishing ${size} stored rows (processor time)`,
        value: published.cpuSeconds,
        unit: 'seconds',
      },
      { name: `one change among ${size} stored rows: rows read`, value: refreshed.rows, unit: 'rows' },
    ],
    details: { published, refreshed, megabytes },
  };
}

async function publishCrowd(size: number, origin = 'made'): Promise<Crowd> {
  const scratch = mkdtempSync(join(tmpdir(), 'undersigned-bench-'));
  const s3 = await startS3(['site', 'private'], scratch, () => {});
  try {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${heapMegabytes}`,
        '--import=tsx',
        `--import=${join(projectRoot, 'test/support/environment.js')}`,
        join(projectRoot, 'test/bench/publish-crowd.ts'),
        String(size),
        s3.url,
        origin,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return crowdSchema.parse(JSON.parse(await text(child.stdout)));
  } finally {
    await s3.close();
    rmSync(scratch, { recursive: true });
  }
}
