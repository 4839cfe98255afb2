import * as z from 'zod';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';

/**
 * Every resource of a type, with its properties evaluated and parsed. Throws an error that names a property which the
 * stack does not support.
 */
export function resourcesOf<T>(
  { template }: Assembly,
  resolver: Resolver,
  type: string,
  schema: z.ZodType<T>,
): { logicalId: string; properties: T }[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([logicalId]) => {
      const parsed = schema.safeParse(resolver.properties(logicalId));
      if (!parsed.success) {
        throw new Error(
          `The local stack cannot read ${logicalId} (${type}): ${z.prettifyError(parsed.error)}`,
        );
      }
      return { logicalId, properties: parsed.data };
    });
}
