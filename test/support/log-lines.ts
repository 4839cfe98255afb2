import * as z from 'zod';

const lineSchema = z.looseObject({ level: z.string(), message: z.string() });
export type LogLine = z.infer<typeof lineSchema>;

/** The lines that the code under test writes to its log during `run`, which must not run beside another test. */
export async function logLinesOf(run: () => Promise<unknown>): Promise<LogLine[]> {
  const written: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (chunk: Uint8Array | string) => written.push(String(chunk)) > 0;
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  return written
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => lineSchema.parse(JSON.parse(line)));
}
