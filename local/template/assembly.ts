import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { readJson } from '../json.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});
const templateSchema = z.object({
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown().optional() })),
});

export type Template = z.infer<typeof templateSchema>;

/** The output of `cdk synth`: the template, and the files that a deployment would upload. */
export interface Assembly {
  stackName: string;
  template: Template;
  /** Folder of the asset with this object key (`<hash>.zip`). */
  assetFolder(objectKey: string): string | undefined;
}

/** Reads the only stack of a cloud assembly. Throws if there is none, because nothing was synthesized. */
export function readAssembly(directory: string): Assembly {
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new Refusal(
      'There is no synthesized template yet: run "npx cdk synth", which builds the functions too.',
    );
  }
  const { artifacts } = manifestSchema.parse(readJson(join(directory, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stackName, stack] = stacks[0] ?? [];
  const templateFile = stack?.properties?.templateFile;
  if (stackName === undefined || stacks.length > 1 || typeof templateFile !== 'string') {
    throw new Refusal(
      `The app has ${stacks.length} stacks where one is expected: run "npx cdk synth" again.`,
    );
  }
  const folders = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' || typeof properties?.file !== 'string') continue;
    const { files } = assetsSchema.parse(readJson(join(directory, properties.file)));
    for (const { source, destinations } of Object.values(files)) {
      for (const { objectKey } of Object.values(destinations)) {
        if (source.path) folders.set(objectKey, join(directory, source.path));
      }
    }
  }
  return {
    stackName,
    template: templateSchema.parse(readJson(join(directory, templateFile))),
    assetFolder: (objectKey) => folders.get(objectKey),
  };
}
