import { type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { readJson } from '../json.ts';

/** The folders that bundles and template are made from. Installed packages are compared by npm's own record of them. */
const inputFolders = ['infra', 'functions', 'shared', 'stages'];
const inputFiles = [
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
];

const unfinished = 'unfinished-';
const hour = 60 * 60 * 1000;
const week = 7 * 24 * hour;

const cdkJsonSchema = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

interface SynthesisOptions {
  /** The folder of the project. */
  root: string;
  /** Called before a build, which takes about fifteen seconds. */
  onBuild?: () => void;
  /** Aborts a build. */
  signal?: AbortSignal;
  /** The program that runs the build and the app. By default this Node. */
  interpreter?: string;
}

/**
 * Returns the folder of the cloud assembly for the current sources. Builds it first if it does not exist.
 *
 * The folder's name is a hash of all inputs. The folder appears under that name only when it is complete. Several
 * processes may call this at the same time, and a killed process leaves nothing that a later one would use.
 *
 * @throws Refusal with the output of the build or the synthesis if it fails
 */
export async function synthesizeIfChanged({
  root,
  onBuild = () => {},
  signal,
  interpreter = process.execPath,
}: SynthesisOptions): Promise<string> {
  const run = (program: string[], environment: Record<string, string> = {}) =>
    runProgram(interpreter, program, {
      cwd: root,
      env: { ...process.env, ...environment },
      ...(signal && { signal }),
    });
  const assemblies = join(root, 'build', 'assemblies');
  for (;;) {
    const hash = hashInputs(root);
    const assembly = join(assemblies, hash);
    if (existsSync(assembly)) {
      utimesSync(assembly, new Date(), new Date());
      return assembly;
    }
    onBuild();
    mkdirSync(assemblies, { recursive: true });
    removeUnused(assemblies);
    const folder = mkdtempSync(join(assemblies, unfinished));
    try {
      await synthesize(root, folder, run);
      // A file that was edited during the build may or may not be included.
      if (hashInputs(root) === hash) publish(join(folder, 'assembly'), assembly);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function hashInputs(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const files = inputFolders.flatMap((folder) => filesIn(join(root, folder))).sort();
  for (const file of [...files, ...inputFiles.map((name) => join(root, name))]) {
    const content = existsSync(file) ? readFileSync(file) : undefined;
    hash.update(`\n${relative(root, file)} ${content?.length}\n`).update(content ?? '');
  }
  return hash.digest('hex').slice(0, 32);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Does what `cdk synth` does, without the CDK's command line, which allows only one process at a time in its folder.
 */
async function synthesize(root: string, folder: string, run: RunProgram): Promise<void> {
  const bundles = join(folder, 'functions');
  await run(['infra/build.ts', bundles]);
  await run(['infra/app.ts'], {
    UNDERSIGNED_BUNDLES: bundles,
    CDK_OUTDIR: join(folder, 'assembly'),
    CDK_CONTEXT_JSON: JSON.stringify(cdkJsonSchema.parse(readJson(join(root, 'cdk.json'))).context),
  });
}

/** Runs a program of the project. */
type RunProgram = (program: string[], environment?: Record<string, string>) => Promise<void>;

/** @throws Refusal with what the program printed if it fails */
async function runProgram(interpreter: string, program: string[], options: SpawnOptions): Promise<void> {
  const child = spawn(interpreter, program, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  const failures: Error[] = [];
  child.once('error', (error) => failures.push(error));
  // One that is told to end may still write into the folder until it has ended.
  const status = await new Promise((resolve) => child.once('close', resolve));
  for (const failure of failures) throw failure;
  if (status === 0) return;
  throw new Refusal(
    `${Buffer.concat(printed).toString()}\n"node ${program[0]}" failed: correct what it says above, then start again.`,
  );
}

/** Moves a complete assembly to its place, unless another process has done so. */
function publish(finished: string, assembly: string): void {
  try {
    renameSync(finished, assembly);
  } catch (error) {
    if (!existsSync(assembly)) throw error;
  }
}

/** Removes unfinished builds of killed processes, and assemblies that no stack has started on for a week. */
function removeUnused(assemblies: string): void {
  for (const name of readdirSync(assemblies)) {
    const folder = join(assemblies, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > (name.startsWith(unfinished) ? hour : week)) rmSync(folder, { recursive: true, force: true });
  }
}
