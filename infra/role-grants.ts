import * as z from 'zod';
import {
  functionSchema,
  mappingSchema,
  resourceName,
  resourcesOf,
  roleSchema,
  type Statement,
  type Template,
} from './template.ts';

/** An action that a role allows on a resource. `resourceName` in template.ts says how resources are written. */
export interface Grant {
  action: string;
  resource: string;
  /** Patterns of partition keys, such as `CAMPAIGN#*`. Absent if every item is allowed. */
  partitionKeys?: string[];
}

export interface FunctionGrants {
  /** What the function's code may call. */
  code: Grant[];
  /** What Lambda does on the function's behalf: read its stream or queue, store failed records, write its log. */
  platform: Grant[];
}

/**
 * Everything that the role of each function allows, by the function's short name (`submit-sign-on`). A function's
 * triggers and log group decide which grants belong to the platform, not the names of the policies.
 */
export function grantsByFunction(template: Template): Map<string, FunctionGrants> {
  const roles = new Map(resourcesOf(template, 'AWS::IAM::Role', roleSchema));
  const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', mappingSchema);
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function', functionSchema).map(([id, properties]) => {
      const role = roles.get(resourceName(properties.Role));
      const granted = (role?.Policies ?? []).flatMap(({ PolicyDocument }) =>
        PolicyDocument.Statement.flatMap(grantsOf),
      );
      const expected = new Set([
        ...loggingGrants(resourceName(properties.LoggingConfig.LogGroup)),
        ...mappings
          .filter(([, { FunctionName }]) => resourceName(FunctionName) === id)
          .flatMap(([, mapping]) => triggerGrants(mapping)),
      ]);
      const isPlatform = (grant: Grant) => expected.has(textOf(grant));
      return [
        shortName(properties.FunctionName),
        { code: granted.filter((grant) => !isPlatform(grant)), platform: granted.filter(isPlatform) },
      ];
    }),
  );
}

/** `send-mail` for `undersigned-dev-send-mail`. Files in functions/ and build/functions/ have the same name. */
export const shortName = (functionName: string): string =>
  functionName.replace(/^undersigned-[a-z0-9]+-/, '');

function grantsOf({ Effect, Action, Resource, Condition }: Statement): Grant[] {
  if (Effect === 'Deny') return [];
  const keys = z
    .array(z.string())
    .optional()
    .parse(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']);
  return Action.flatMap((action) =>
    Resource.map((resource) => ({
      action,
      resource: resourceName(resource),
      ...(keys && { partitionKeys: keys }),
    })),
  );
}

const textOf = ({ action, resource }: Grant): string => `${action} ${resource}`;

const loggingGrants = (logGroup: string): string[] => [
  `logs:CreateLogStream ${logGroup}`,
  `logs:PutLogEvents ${logGroup}`,
];

function triggerGrants({ EventSourceArn, DestinationConfig }: z.infer<typeof mappingSchema>): string[] {
  const source = resourceName(EventSourceArn);
  const reads = source.endsWith('.StreamArn')
    ? ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((read) => `dynamodb:${read}`)
    : ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((read) => `sqs:${read}`);
  const failures = DestinationConfig && resourceName(DestinationConfig.OnFailure.Destination);
  return [
    ...reads.map((action) => `${action} ${source}`),
    ...(failures ? [`s3:ListBucket ${failures}`, `s3:PutObject ${failures}/aws/lambda/*`] : []),
  ];
}
