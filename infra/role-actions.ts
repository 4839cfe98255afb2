import * as z from 'zod';
import {
  functionSchema,
  mappingSchema,
  named,
  resourcesOf,
  roleSchema,
  type Statement,
  type Template,
} from './template.ts';

/** One action that a role allows on one resource, named as `template.ts` names resources. */
export interface Grant {
  action: string;
  resource: string;
  /** Beginnings of partition keys, each with a `*`; absent where every item may be touched. */
  partitionKeys?: string[];
}

export interface FunctionGrants {
  /** What the function's code may call: held against the calls that it really makes. */
  code: Grant[];
  /** What Lambda does in its name: reads of its stream or queue, writes to its failure destination and its log. */
  platform: Grant[];
}

/**
 * From a synthesized template, for each function by its short name (`submit-sign-on`), all that its role allows, parted
 * into code's and platform's. The platform's part is derived from triggers and logging, not from what the role says.
 */
export function grantsByFunction(template: Template): Map<string, FunctionGrants> {
  const roles = new Map(resourcesOf(template, 'AWS::IAM::Role', roleSchema));
  const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', mappingSchema);
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function', functionSchema).map(([id, properties]) => {
      const role = roles.get(named(properties.Role));
      const granted = (role?.Policies ?? []).flatMap(({ PolicyDocument }) =>
        PolicyDocument.Statement.flatMap(grantsOf),
      );
      const expected = new Set([
        ...loggingKeys(named(properties.LoggingConfig.LogGroup)),
        ...mappings
          .filter(([, { FunctionName }]) => named(FunctionName) === id)
          .flatMap(([, mapping]) => triggerKeys(mapping)),
      ]);
      const isPlatform = (grant: Grant) => expected.has(keyOf(grant));
      return [
        shortName(properties.FunctionName),
        { code: granted.filter((grant) => !isPlatform(grant)), platform: granted.filter(isPlatform) },
      ];
    }),
  );
}

/** `undersigned-dev-send-mail` is `send-mail`, in functions/ and build/functions/, too. */
export const shortName = (functionName: string): string =>
  functionName.replace(/^undersigned-[a-z0-9]+-/, '');

function grantsOf({ Effect, Action, Resource, Condition }: Statement): Grant[] {
  if (Effect === 'Deny') return [];
  const keys = z
    .array(z.string())
    .optional()
    .parse(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']);
  return Action.flatMap((action) =>
    Resource.map((resource) => ({ action, resource: named(resource), ...(keys && { partitionKeys: keys }) })),
  );
}

const keyOf = ({ action, resource }: Grant): string => `${action} ${resource}`;

const loggingKeys = (logGroup: string): string[] => [
  `logs:CreateLogStream ${logGroup}`,
  `logs:PutLogEvents ${logGroup}`,
];

function triggerKeys({ EventSourceArn, DestinationConfig }: z.infer<typeof mappingSchema>): string[] {
  const source = named(EventSourceArn);
  const reads = source.endsWith('.StreamArn')
    ? ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((read) => `dynamodb:${read}`)
    : ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((read) => `sqs:${read}`);
  const failures = DestinationConfig && named(DestinationConfig.OnFailure.Destination);
  return [
    ...reads.map((action) => `${action} ${source}`),
    ...(failures ? [`s3:ListBucket ${failures}`, `s3:PutObject ${failures}/aws/lambda/*`] : []),
  ];
}
