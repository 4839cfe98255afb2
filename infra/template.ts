import * as z from 'zod';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

/** The parts of a synthesized CloudFormation template that the tests read. */
export const templateSchema = z.looseObject({ Resources: z.record(z.string(), resourceSchema) });
export type Template = z.infer<typeof templateSchema>;

/** CDK writes a list with one item as that item. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => (Array.isArray(value) ? value : [value]));

const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: listOf(z.string()),
  Resource: listOf(z.unknown()),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
export type Statement = z.infer<typeof statementSchema>;

export const roleSchema = z.object({
  Policies: z
    .array(
      z.object({
        PolicyName: z.string(),
        PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
      }),
    )
    .default([]),
  ManagedPolicyArns: z.array(z.unknown()).default([]),
});

export const functionSchema = z.object({
  FunctionName: z.string(),
  Role: z.unknown(),
  LoggingConfig: z.object({ LogGroup: z.unknown() }),
});

export const mappingSchema = z.object({
  FunctionName: z.unknown(),
  EventSourceArn: z.unknown(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }).optional(),
});

const intrinsicSchema = z.union([
  z.string(),
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  z.object({
    'Fn::Select': z.tuple([z.number(), z.object({ 'Fn::Split': z.tuple([z.string(), z.unknown()]) })]),
  }),
]);

/**
 * A readable name for a value of the template:
 *
 * - `MailQueue` for a reference to a resource or to its ARN: the logical id without the hash at its end
 * - `Table.StreamArn` for another attribute
 * - `AWS::StackId[2]` for a part of a split text
 * - the text itself, with joined parts joined
 */
export function resourceName(value: unknown): string {
  const parsed = intrinsicSchema.parse(value);
  if (typeof parsed === 'string') return parsed;
  if ('Ref' in parsed) return withoutHash(parsed.Ref);
  if ('Fn::Join' in parsed) {
    const [separator, parts] = parsed['Fn::Join'];
    return parts.map(resourceName).join(separator);
  }
  if ('Fn::Select' in parsed) {
    const [index, { 'Fn::Split': split }] = parsed['Fn::Select'];
    return `${resourceName(split[1])}[${index}]`;
  }
  const [id, attribute] = parsed['Fn::GetAtt'];
  return attribute === 'Arn' ? withoutHash(id) : `${withoutHash(id)}.${attribute}`;
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** The resources of a type, each with its logical id without the hash at its end. */
export function resourcesOf<T>(template: Template, type: string, schema: z.ZodType<T>): [name: string, T][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties }]) => [withoutHash(id), schema.parse(Properties)]);
}
