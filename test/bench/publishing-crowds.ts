import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { startS3 } from '../../local/s3/server.ts';
import { projectRoot } from '../../local/settings.ts';
import type { Figure, Measured } from './figure.ts';

const sizes = [170, 10_000, 100_000, 1_000_000];

const runSchema = z.object({ cpuSeconds: z.number(), seconds: z.number(), writes: z.int() });
const crowdSchema = z.object({ published: runSchema, refreshed: runSchema, megabytes: z.number() });
type Crowd = z.infer<typeof crowdSchema>;

/** The limit that infra/publication.ts sets. */
const heapMegabytes = 1280;

/** Time and memory of a publication, from few signatories to a million. */
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
        bound: { atMost: 1769 },
      },
      ...sizes.flatMap((size): Figure[] => [
        {
          name: `publishing ${size.toLocaleString('en')} (processor time)`,
          value: of(size).published.cpuSeconds,
          unit: 'seconds',
        },
        {
          name: `files written again after one of ${size.toLocaleString('en')} withdrew`,
          value: of(size).refreshed.writes / of(size).published.writes,
          unit: 'times',
        },
      ]),
    ],
    details: Object.fromEntries(crowds),
  };
}

async function publishCrowd(size: number): Promise<Crowd> {
  const scratch = mkdtempSync(join(tmpdir(), 'undersigned-bench-'));
  const s3 = await startS3(['site', 'private'], scratch, () => {});
  try {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${heapMegabytes}`,
        `--import=${join(projectRoot, 'test/support/environment.js')}`,
        join(projectRoot, 'test/bench/publish-crowd.ts'),
        String(size),
        s3.url,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return crowdSchema.parse(JSON.parse(await text(child.stdout)));
  } finally {
    await s3.close();
    rmSync(scratch, { recursive: true });
  }
}
