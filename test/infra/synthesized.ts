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

const root = join(import.meta.dirname, '..', '..');
const cdkJson = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));

/** What a synthesis has written, byte for byte. */
export interface Synthesized {
  template: string;
  assets: string;
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
    const file = (ending: string) => {
      const name = readdirSync(folder).find((entry) => entry.endsWith(ending)) ?? ending;
      return readFileSync(join(folder, name), 'utf8');
    };
    return { template: file('.template.json'), assets: file('.assets.json') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const keptSchema = z.object({ template: z.string(), assets: z.string() });

/**
 * The stage for trying out. The test files share one synthesis: it is kept under a hash of all that it is made from.
 */
export function devStage(): Synthesized {
  const hash = createHash('sha256').update(readFileSync(join(root, 'cdk.json')));
  for (const folder of ['infra', join('build', 'functions')]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.endsWith('.map'))
        hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  const kept = join(root, 'build', 'synthesized', `${hash.digest('hex').slice(0, 16)}.json`);
  if (existsSync(kept)) return keptSchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
  const made = synthesize();
  mkdirSync(join(kept, '..'), { recursive: true });
  // Another test file may be reading: it must never see half a file.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(made));
  renameSync(`${kept}.${process.pid}`, kept);
  return made;
}

export const devTemplate = (): Template => parsed(devStage());

/** `send-mail` is `SendMail` in the names of its resources. */
export const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
