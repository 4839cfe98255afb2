import { join } from 'node:path';
import { buildSync } from 'esbuild';

let script: URL | undefined;

/**
 * The script of every thread, as one file of plain JavaScript. It is built once, because removing the types in each
 * thread would take longer than the rest of its start.
 */
export function workerScript(): URL {
  script ??= new URL(`data:text/javascript;base64,${bundle().toString('base64')}`);
  return script;
}

function bundle(): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}
