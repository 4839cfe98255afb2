import * as z from 'zod';
import type { Assembly } from '../template/assembly.ts';
import type { Resolver } from '../template/resolve.ts';
import { resourcesOf } from '../template/resources.ts';

const listOf = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]);

/**
 * The only condition that roles use. A policy with any other condition is refused, because ignoring it would allow
 * too much.
 */
const conditionSchema = z.strictObject({
  'ForAllValues:StringLike': z.strictObject({ 'dynamodb:LeadingKeys': listOf(z.string()) }),
});
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: listOf(z.string()),
  Resource: listOf(z.string()),
  Condition: conditionSchema.optional(),
});
export type Statement = z.infer<typeof statementSchema>;

const roleSchema = z.object({
  Policies: z
    .array(
      z.object({
        PolicyName: z.string(),
        PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
      }),
    )
    .default([]),
  ManagedPolicyArns: z.array(z.string()).max(0, 'managed policies are not evaluated here').default([]),
});

/** A role of the template, with all its inline policies in one list. */
export interface Role {
  arn: string;
  statements: Statement[];
  /**
   * Statements by inline policy. A function's role has `code` for the calls of its code and `platform` for Lambda's.
   */
  policies: Record<string, Statement[]>;
}

/** The roles of the template, by ARN. Throws an error that names a statement which this module cannot evaluate. */
export function readRoles(assembly: Assembly, resolver: Resolver): Map<string, Role> {
  return new Map(
    resourcesOf(assembly, resolver, 'AWS::IAM::Role', roleSchema).map(({ logicalId, properties }) => {
      const arn = resolver.attribute(logicalId, 'Arn');
      const policies = Object.fromEntries(
        properties.Policies.map(({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument.Statement]),
      );
      return [arn, { arn, policies, statements: Object.values(policies).flat() }];
    }),
  );
}
