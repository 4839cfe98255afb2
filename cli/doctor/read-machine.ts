import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { dataDirectoryOf } from '../data-directory.ts';
import type { Machine } from './check-machine.ts';

const stackFileSchema = z.object({ site: z.string() });

/** Reads what `campaign doctor` checks of this machine. */
export async function readMachine(environment: NodeJS.ProcessEnv): Promise<Machine> {
  const dataDirectory = dataDirectoryOf(environment);
  const { bavail, bsize } = await statfs(existsSync(dataDirectory) ? dataDirectory : '.');
  return {
    node: process.versions.node,
    java: await readJava(environment),
    dynamodb: environment.UNDERSIGNED_DYNAMODB || undefined,
    ports: await Promise.all([
      readPort('UNDERSIGNED_PORT', environment.UNDERSIGNED_PORT, 3000),
      readPort('UNDERSIGNED_INBOX_PORT', environment.UNDERSIGNED_INBOX_PORT, 8005),
    ]),
    browser: findBrowser(environment),
    freeBytes: bavail * bsize,
    dataDirectory,
    stack: await readLocalStack(dataDirectory),
  };
}

/** Java writes its version to stderr. */
async function readJava({ JAVA_HOME }: NodeJS.ProcessEnv): Promise<string | undefined> {
  const command = JAVA_HOME ? join(JAVA_HOME, 'bin', 'java') : 'java';
  return await promisify(execFile)(command, ['-version'], { timeout: 10_000 }).then(
    ({ stdout, stderr }) => `${stderr}${stdout}`,
    () => undefined,
  );
}

async function readPort(
  setting: string,
  value: string | undefined,
  standard: number,
): Promise<Machine['ports'][number]> {
  const port = /^\d{1,5}$/.test(value ?? '') ? Number(value) : standard;
  const isFree = await new Promise<boolean>((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => done(true)));
  });
  return { setting, port, isFree };
}

const browserNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

function findBrowser({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter(Boolean);
  const candidates = browserNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(CHROMIUM ? [CHROMIUM] : []), ...candidates].find((path) => existsSync(path));
}

async function readLocalStack(dataDirectory: string): Promise<Machine['stack']> {
  const text = await readFile(join(dataDirectory, 'stack.json'), 'utf8').catch(() => '{}');
  const { data } = stackFileSchema.safeParse(parseJson(text));
  if (!data) return undefined;
  const answers = await fetch(`${data.site}/api/openapi.json`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return { site: data.site, answers };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
