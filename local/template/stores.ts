import * as z from 'zod';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const tableSchema = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: projection }))
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']) })
    .optional(),
});

export interface Table extends z.infer<typeof tableSchema> {
  name: string;
  /** The name that triggers use. The emulator uses another one. */
  streamArn: string;
}

const queueSchema = z.object({
  DelaySeconds: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

export interface Queue extends z.infer<typeof queueSchema> {
  logicalId: string;
  name: string;
  arn: string;
  url: string;
}

export interface Bucket {
  logicalId: string;
  name: string;
  arn: string;
}

const secretSchema = z.object({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .object({
      PasswordLength: z.number().default(32),
      ExcludeCharacters: z.string().default(''),
      ExcludeLowercase: z.boolean().default(false),
      ExcludeNumbers: z.boolean().default(false),
      ExcludePunctuation: z.boolean().default(false),
      ExcludeUppercase: z.boolean().default(false),
      IncludeSpace: z.boolean().default(false),
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
    })
    .optional(),
});

export interface Secret extends z.infer<typeof secretSchema> {
  /** The name in the template, or the logical id if CloudFormation would generate the name. */
  Name: string;
  arn: string;
}
export type SecretRules = NonNullable<Secret['GenerateSecretString']>;

/** Every resource of the template that stores something. */
export interface Stores {
  tables: Table[];
  queues: Queue[];
  buckets: Bucket[];
  secrets: Secret[];
  /** Names of event buses. */
  eventBuses: string[];
}

export function readStores(assembly: Assembly, resolver: Resolver): Stores {
  const { ref, attribute } = resolver;
  return {
    tables: resourcesOf(assembly, resolver, 'AWS::DynamoDB::Table', tableSchema).map(
      ({ logicalId, properties }) => ({
        ...properties,
        name: ref(logicalId),
        streamArn: attribute(logicalId, 'StreamArn'),
      }),
    ),
    queues: resourcesOf(assembly, resolver, 'AWS::SQS::Queue', queueSchema).map(
      ({ logicalId, properties }) => ({
        ...properties,
        logicalId,
        name: attribute(logicalId, 'QueueName'),
        arn: attribute(logicalId, 'Arn'),
        url: ref(logicalId),
      }),
    ),
    buckets: resourcesOf(assembly, resolver, 'AWS::S3::Bucket', z.unknown()).map(({ logicalId }) => ({
      logicalId,
      name: ref(logicalId),
      arn: attribute(logicalId, 'Arn'),
    })),
    secrets: resourcesOf(assembly, resolver, 'AWS::SecretsManager::Secret', secretSchema).map(
      ({ logicalId, properties }) => ({
        ...properties,
        Name: properties.Name ?? logicalId,
        arn: ref(logicalId),
      }),
    ),
    eventBuses: resourcesOf(assembly, resolver, 'AWS::Events::EventBus', z.unknown()).map(({ logicalId }) =>
      ref(logicalId),
    ),
  };
}
