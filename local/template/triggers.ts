import * as z from 'zod';
import { Refusal } from '../errors.ts';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});
const ruleSchema = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  Targets: z
    .array(
      z.object({
        Arn: z.string(),
        InputTransformer: z
          .object({ InputPathsMap: z.record(z.string(), z.string()), InputTemplate: z.string() })
          .optional(),
      }),
    )
    .default([]),
});

/** Properties of every event source mapping. */
interface Mapping {
  logicalId: string;
  functionName: string;
  sourceArn: string;
  batchSize: number;
  windowSeconds: number;
  /** Patterns of Lambda's event filtering. If empty, every record is delivered. */
  filters: unknown[];
  partialFailures: boolean;
}

export interface StreamTrigger extends Mapping {
  /** -1: retry until the record is too old. */
  retryAttempts: number;
  /** -1: records are never too old. */
  recordAgeSeconds: number;
  bisect: boolean;
  /** ARN of the bucket that receives the full failed records. */
  onFailure?: string;
}

export interface QueueTrigger extends Mapping {
  concurrency: number;
}

export interface Schedule {
  logicalId: string;
  arn: string;
  functionArn: string;
  everySeconds: number;
}

/** A rule of the event bus that invokes a function. */
export interface EventRule {
  functionArn: string;
  pattern: unknown;
  transformer?: { paths: Record<string, string>; template: string };
}

export interface Triggers {
  rules: EventRule[];
  streams: StreamTrigger[];
  queues: QueueTrigger[];
  schedules: Schedule[];
}

/** How many invocations a queue has at a time if the template sets no maximum. Lambda's own maximum would be 1,000. */
const unboundedConcurrency = 2;

export function readTriggers(assembly: Assembly, resolver: Resolver): Triggers {
  const mappings = resourcesOf(assembly, resolver, 'AWS::Lambda::EventSourceMapping', mappingSchema).filter(
    ({ properties }) => properties.Enabled,
  );
  const common = (logicalId: string, mapping: z.infer<typeof mappingSchema>, batchSize: number): Mapping => ({
    logicalId,
    functionName: mapping.FunctionName,
    sourceArn: mapping.EventSourceArn,
    batchSize: mapping.BatchSize ?? batchSize,
    windowSeconds: mapping.MaximumBatchingWindowInSeconds,
    filters: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown => JSON.parse(Pattern)),
    partialFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  });
  const from = (service: string) =>
    mappings.filter(({ properties }) => properties.EventSourceArn.startsWith(`arn:aws:${service}:`));
  return {
    streams: from('dynamodb').map(({ logicalId, properties }) => {
      const destination = properties.DestinationConfig?.OnFailure?.Destination;
      return {
        ...common(logicalId, properties, 100),
        retryAttempts: properties.MaximumRetryAttempts,
        recordAgeSeconds: properties.MaximumRecordAgeInSeconds,
        bisect: properties.BisectBatchOnFunctionError,
        ...(destination && { onFailure: destination }),
      };
    }),
    queues: from('sqs').map(({ logicalId, properties }) => ({
      ...common(logicalId, properties, 10),
      concurrency: properties.ScalingConfig?.MaximumConcurrency ?? unboundedConcurrency,
    })),
    rules: resourcesOf(assembly, resolver, 'AWS::Events::Rule', ruleSchema).flatMap(
      ({ properties: { EventPattern, State, Targets } }) =>
        EventPattern === undefined || State !== 'ENABLED'
          ? []
          : Targets.filter(({ Arn }) => Arn.startsWith('arn:aws:lambda:')).map(
              ({ Arn, InputTransformer }) => ({
                functionArn: Arn,
                pattern: EventPattern,
                ...(InputTransformer && {
                  transformer: {
                    paths: InputTransformer.InputPathsMap,
                    template: InputTransformer.InputTemplate,
                  },
                }),
              }),
            ),
    ),
    schedules: resourcesOf(assembly, resolver, 'AWS::Events::Rule', ruleSchema).flatMap(
      ({ logicalId, properties: { ScheduleExpression, State, Targets } }) =>
        ScheduleExpression === undefined || State !== 'ENABLED'
          ? []
          : Targets.map(({ Arn }) => ({
              logicalId,
              arn: resolver.attribute(logicalId, 'Arn'),
              functionArn: Arn,
              everySeconds: secondsOf(ScheduleExpression),
            })),
    ),
  };
}

const units: Record<string, number> = { minute: 60, hour: 3600, day: 86_400 };

function secondsOf(expression: string): number {
  if (expression === 'cron(* * * * ? *)') return 60;
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const seconds = units[unit];
  if (count === undefined || seconds === undefined) {
    throw new Refusal(
      `The local stack runs only schedules such as rate(1 minute) or cron(* * * * ? *), not ${expression}: change it in infra/.`,
    );
  }
  return Number(count) * seconds;
}
