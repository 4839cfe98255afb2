import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { readRoles } from '../iam/role-policies.ts';
import type { Access } from '../lambda/messages.ts';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';
import type { Table } from './stores.ts';

const functionSchema = z.object({
  Role: z.string(),
  Code: z.object({ S3Key: z.string().optional() }),
  Handler: z.string().optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  LoggingConfig: z
    .object({ LogFormat: z.string().optional(), ApplicationLogLevel: z.string().optional() })
    .optional(),
});

export interface FunctionDefinition {
  name: string;
  arn: string;
  /** The bundle that a deployment would upload: an ES module. */
  bundle: string;
  /** Name of the exported handler. */
  handler: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: Record<string, string>;
  log: { format: string; level?: string };
  /** What its role allows. */
  access: Access;
}

/** Every function whose code is an asset of the app. Throws if a bundle is missing. */
export function readFunctions(assembly: Assembly, resolver: Resolver, tables: Table[]): FunctionDefinition[] {
  const roles = readRoles(assembly, resolver);
  const partitionKeys = Object.fromEntries(
    tables.map(({ name, KeySchema }) => [
      name,
      KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '',
    ]),
  );
  return resourcesOf(assembly, resolver, 'AWS::Lambda::Function', functionSchema).flatMap(
    ({ logicalId, properties }) => {
      const { Code, Handler = 'index.handler', Environment, LoggingConfig } = properties;
      if (!Code.S3Key) return [];
      const dot = Handler.lastIndexOf('.');
      const folder = assembly.assetFolder(Code.S3Key);
      const bundle = folder && join(folder, `${Handler.slice(0, dot)}.mjs`);
      if (!bundle || !existsSync(bundle)) {
        throw new Refusal(
          `The bundle of ${resolver.ref(logicalId)} is missing: run "npx cdk synth", which builds the functions too.`,
        );
      }
      return {
        name: resolver.ref(logicalId),
        arn: resolver.attribute(logicalId, 'Arn'),
        bundle,
        handler: Handler.slice(dot + 1),
        timeoutSeconds: properties.Timeout,
        memoryMegabytes: properties.MemorySize,
        environment: Environment?.Variables ?? {},
        access: {
          role: properties.Role,
          statements: roles.get(properties.Role)?.statements ?? [],
          partitionKeys,
        },
        log: {
          format: LoggingConfig?.LogFormat ?? 'Text',
          ...(LoggingConfig?.ApplicationLogLevel && { level: LoggingConfig.ApplicationLogLevel }),
        },
      };
    },
  );
}
