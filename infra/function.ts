import { join } from 'node:path';
import { type Duration, aws_iam as iam, aws_lambda as lambda, aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

/** `npm start` builds into a folder of its own, so that two builds never write the same files. */
const bundles = process.env.UNDERSIGNED_BUNDLES ?? join(import.meta.dirname, '..', 'build', 'functions');

export interface FunctionNeeds {
  /** File in `functions/`, folder in `build/functions/`, and last part of the function's name. */
  name: string;
  description: string;
  timeout: Duration;
  /** Megabytes; with it grows the share of a processor. */
  memory: number;
  environment: Record<string, string>;
  /** What its code may call, and nothing else. */
  code: iam.PolicyStatement[];
  /** What Lambda does in its name: reading a stream or a queue, writing failures. Logs are added. */
  platform?: iam.PolicyStatement[];
  /**
   * Whether it queues work for itself, to go on later. Lambda takes that for a runaway loop and stops it after some
   * sixteen rounds, unless told (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
   */
  queuesForItself?: boolean;
  /** What becomes of an invocation that fails: why it needs no dead-letter queue of the function's own. */
  whenItFails: string;
}

export interface OwnFunction {
  handler: lambda.Function;
  role: iam.Role;
  logGroup: logs.LogGroup;
}

/**
 * One bundle with its own role, log group and environment. The role has two policies, `code` and `platform`, written
 * out in full: what `code` allows is held against the calls that the function really makes (infra/role-actions.ts).
 */
export function newFunction(scope: Construct, deployment: Deployment, needs: FunctionNeeds): OwnFunction {
  const id = needs.name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const functionName = `undersigned-${deployment.stage}-${needs.name}`;
  const logGroup = new logs.LogGroup(scope, `${id}Logs`, {
    logGroupName: `/undersigned/${deployment.stage}/${needs.name}`,
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: deployment.removal,
  });
  const platform = [
    ...(needs.platform ?? []),
    new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  ];
  const role = new iam.Role(scope, `${id}Role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${functionName} may do.`,
    inlinePolicies: {
      ...(needs.code.length > 0 ? { code: new iam.PolicyDocument({ statements: needs.code }) } : {}),
      platform: new iam.PolicyDocument({ statements: platform }),
    },
  });
  const handler = new lambda.Function(scope, id, {
    functionName,
    description: needs.description,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    // The source map is for reading stack traces at home.
    code: lambda.Code.fromAsset(join(bundles, needs.name), { exclude: ['*.map'] }),
    timeout: needs.timeout,
    memorySize: needs.memory,
    environment: needs.environment,
    // Nothing but what is written above: no construct adds to the role later.
    role: role.withoutPolicyUpdates(),
    ...(needs.queuesForItself && { recursiveLoop: lambda.RecursiveLoop.ALLOW }),
    logGroup,
    loggingFormat: lambda.LoggingFormat.JSON,
    applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
    systemLogLevelV2: lambda.SystemLogLevel.INFO,
  });
  acknowledge(
    handler,
    'Serverless-LambdaTracing',
    'X-Ray’s actions can only be allowed on all resources, and no call is instrumented: a trace would say no more than the line that Lambda logs of each invocation.',
  );
  acknowledge(handler, 'Serverless-LambdaDLQ', needs.whenItFails);
  return { handler, role, logGroup };
}

export type TableAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/** Exact actions on the table. */
export const onTable = (table: { tableArn: string }, ...actions: TableAction[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });

/**
 * Exact actions on the items whose partition keys begin so. Only for functions that use no transaction: how the
 * condition reads the keys of a transaction's items is not documented.
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

export const readsSecrets = (...secrets: { secretArn: string }[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ['secretsmanager:GetSecretValue'],
    resources: secrets.map(({ secretArn }) => secretArn),
  });

export const sendsTo = (...queues: { queueArn: string }[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ['sqs:SendMessage'],
    resources: queues.map(({ queueArn }) => queueArn),
  });
