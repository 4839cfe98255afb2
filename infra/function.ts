import { join } from 'node:path';
import {
  type Duration,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  RemovalPolicy,
  type Size,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stage/stage.ts';

/** `npm start` builds into a different folder, so that two builds never write the same files. */
const bundles = process.env.UNDERSIGNED_BUNDLES ?? join(import.meta.dirname, '..', 'build', 'functions');

export interface FunctionSettings {
  /** File in `functions/`, folder in `build/functions/`, and last part of the function's name. */
  name: string;
  description: string;
  timeout: Duration;
  /** Megabytes. The share of a processor grows with it. */
  memory: number;
  /** Size of `/tmp`, if Lambda's 512 MB are not enough. */
  scratchDisk?: Size;
  environment: Record<string, string>;
  /** What the function's code may call. */
  code: iam.PolicyStatement[];
  /** What Lambda does on the function's behalf: read a stream or a queue, store failed records. Logs are added. */
  platform?: iam.PolicyStatement[];
  /**
   * Whether it sends messages to the queue that it reads. Lambda takes that for an endless loop and stops it after
   * about sixteen rounds, unless the function allows it
   * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
   */
  queuesForItself?: boolean;
  /**
   * What happens after a failed invocation. This is the reason why the function has no dead-letter queue of its own.
   */
  whenItFails: string;
}

/** A function of the stack, with the role and the log group that only it uses. */
export interface StackFunction {
  handler: lambda.Function;
  role: iam.Role;
  logGroup: logs.LogGroup;
}

/**
 * Creates a function from its bundle, with its own role, log group and environment. The role has two policies, `code`
 * and `platform`, which list every grant. The local stack denies each call that the role does not allow, and a
 * journey fails if a grant of `code` is never used (test/journeys/roles.long.test.ts).
 */
export function newFunction(scope: Construct, stage: Stage, settings: FunctionSettings): StackFunction {
  const id = settings.name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const functionName = `undersigned-${stage.name}-${settings.name}`;
  const logGroup = new logs.LogGroup(scope, `${id}Logs`, {
    // The function has a fixed name, because an operator types it. The name is unique in its region.
    logGroupName: `/undersigned/${stage.name}/${settings.name}`,
    retention: stage.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const platform = [
    ...(settings.platform ?? []),
    new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  ];
  const role = new iam.Role(scope, `${id}Role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${functionName} may do.`,
    inlinePolicies: {
      ...(settings.code.length > 0 ? { code: new iam.PolicyDocument({ statements: settings.code }) } : {}),
      platform: new iam.PolicyDocument({ statements: platform }),
    },
  });
  const handler = new lambda.Function(scope, id, {
    functionName,
    description: settings.description,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    // Source maps are not deployed. They stay on the machine that built the bundle, for reading stack traces.
    code: lambda.Code.fromAsset(join(bundles, settings.name), { exclude: ['*.map'] }),
    timeout: settings.timeout,
    memorySize: settings.memory,
    ...(settings.scratchDisk && { ephemeralStorageSize: settings.scratchDisk }),
    environment: settings.environment,
    // Constructs add grants to a role by themselves. This role has only the grants above.
    role: role.withoutPolicyUpdates(),
    ...(settings.queuesForItself && { recursiveLoop: lambda.RecursiveLoop.ALLOW }),
    logGroup,
    loggingFormat: lambda.LoggingFormat.JSON,
    applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
    systemLogLevelV2: lambda.SystemLogLevel.INFO,
  });
  acknowledge(
    handler,
    'Serverless-LambdaTracing',
    'X-Ray’s actions can only be allowed on all resources, and no call is instrumented: a trace would say no more than the line that Lambda logs for each invocation.',
  );
  acknowledge(handler, 'Serverless-LambdaDLQ', settings.whenItFails);
  return { handler, role, logGroup };
}

export type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem';

/** Exact actions on every item of the table. */
export const onTable = (table: { tableArn: string }, ...actions: TableAction[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });

/**
 * Exact actions on the items whose partition keys match a pattern. Only for actions that the function does not use in
 * transactions: AWS does not document how this condition treats the keys of a transaction's items.
 */
export const onItems = (
  table: { tableArn: string },
  partitionKeys: string[],
  ...actions: TableAction[]
): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitionKeys } },
  });

/** Exact permission to read the values of these secrets, and nothing else of them. */
export const readsSecrets = (...secrets: { secretArn: string }[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ['secretsmanager:GetSecretValue'],
    resources: secrets.map(({ secretArn }) => secretArn),
  });

/** Exact permission to send messages to these queues. */
export const sendsTo = (...queues: { queueArn: string }[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ['sqs:SendMessage'],
    resources: queues.map(({ queueArn }) => queueArn),
  });
