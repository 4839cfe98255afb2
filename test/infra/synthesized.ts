import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type Template, templateSchema } from '../../infra/template.ts';
import { contextOf, type VariantName, variantNames } from './variants.ts';

const root = join(import.meta.dirname, '..', '..');
const cdkJson = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));

/** What a synthesis has written, byte for byte. */
export interface Synthesized {
  template: string;
  assets: string;
  /** What the assembly's manifest says of the stack. */
  stack: unknown;
  /** Of its constructs, with the warnings that people see. */
  metadata: string;
}

export const parsed = ({ template }: Synthesized): Template => templateSchema.parse(JSON.parse(template));

/**
 * Runs the app as `cdk synth` does, with the context of cdk.json and what is given, from the bundles as they are
 * (`npm run build` makes them). Throws with what the app said when a check finds something.
 */
export function synthesize(context: Record<string, string> = {}, app = 'infra/app.ts'): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-synth-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(root, app)], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ ...cdkJson.context, ...context }),
      },
    });
    if (status !== 0) throw new Error(stderr);
    return writtenTo(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const stagesSchema = z.record(
  z.string(),
  z.object({ template: z.string(), assets: z.string(), stack: z.unknown(), metadata: z.string() }),
);
type Stages = z.infer<typeof stagesSchema>;

/** The stage for trying out. */
export const devStage = (): Synthesized => variant('dev');

/** One of the stages in variants.ts. */
export function variant(name: VariantName): Synthesized {
  stages ??= storedStages();
  const found = stages[name];
  if (!found) throw new Error(`There is no variant ${name}.`);
  return found;
}
let stages: Stages | undefined;

/** The test files share one synthesis: it is stored under a hash of everything that it depends on. */
function storedStages(): Stages {
  const hash = createHash('sha256').update(readFileSync(join(root, 'cdk.json')));
  for (const folder of ['infra', 'stages', join('test', 'infra'), join('build', 'functions')]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !/\.(map|test\.ts)$/.test(entry.name))
        hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  const file = join(root, 'build', 'synthesized', `${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(file)) return stagesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = synthesizeVariants();
  mkdirSync(join(file, '..'), { recursive: true });
  // Another test file may be reading, and must never see half a file.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

function synthesizeVariants(): Stages {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-synth-'));
  try {
    const jobs = variantNames.map((name) => ({
      name,
      outdir: join(folder, name, 'cdk.out'),
      context: { ...cdkJson.context, ...contextOf(name, folder) },
    }));
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/infra/synthesize.ts')], {
      cwd: root,
      encoding: 'utf8',
      input: JSON.stringify(jobs),
      env: { PATH: process.env.PATH },
    });
    if (status !== 0) throw new Error(stderr);
    return Object.fromEntries(jobs.map(({ name, outdir }) => [name, writtenTo(outdir)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const manifestSchema = z.object({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string() })),
});

function writtenTo(folder: string): Synthesized {
  const file = (ending: string) => {
    const name = readdirSync(folder).find((entry) => entry.endsWith(ending)) ?? ending;
    return readFileSync(join(folder, name), 'utf8');
  };
  const { artifacts } = manifestSchema.parse(JSON.parse(file('manifest.json')));
  const stack = Object.values(artifacts).find(({ type }) => type === 'aws:cloudformation:stack');
  return {
    template: file('.template.json'),
    assets: file('.assets.json'),
    stack,
    metadata: file('.metadata.json'),
  };
}

export const devTemplate = (): Template => parsed(devStage());

/** `send-mail` is `SendMail` in the names of its resources. */
export const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
