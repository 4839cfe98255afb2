import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { failureOf } from '../shared/failure.ts';
import { Refusal } from './refusal.ts';

/** The outputs that a command needs (infra/outputs.ts). */
const outputsSchema = z.object({
  TableName: z.string(),
  AddressKeySecret: z.string(),
  LinkKeysSecret: z.string(),
  SiteUrl: z.string(),
  /** Separated by commas. */
  SenderDomains: z.string().optional(),
  ConfigurationSet: z.string().optional(),
  AlarmTopicArn: z.string().optional(),
  /** Separated by commas. */
  AlarmEmails: z.string().optional(),
  /** Separated by commas, without the stage. */
  AlarmNames: z.string().optional(),
  EventBusName: z.string().optional(),
  ShareOfSendingRate: z.coerce.number().optional(),
});

/**
 * Reads the outputs of a deployed stack.
 *
 * @throws Refusal if there is no such stack, or its deployment has not succeeded yet
 * @throws Failure if CloudFormation does not answer
 */
export async function outputsOf(
  stackName: string,
  client: Pick<CloudFormationClient, 'send'>,
): Promise<z.infer<typeof outputsSchema>> {
  const { Stacks = [] } = await client
    .send(new DescribeStacksCommand({ StackName: stackName }))
    .catch((error: unknown) => {
      // CloudFormation has no specific error for a stack that does not exist.
      if (error instanceof Error && error.name === 'ValidationError') throw noSuchStack(stackName);
      throw failureOf(error, 'DescribeStacks');
    });
  const outputs = (Stacks[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]);
  const parsed = outputsSchema.safeParse(Object.fromEntries(outputs));
  if (!parsed.success) throw noSuchStack(stackName);
  return parsed.data;
}

const noSuchStack = (stackName: string): Refusal =>
  new Refusal({
    type: '/problems/unavailable',
    title: 'No such stage',
    status: 503,
    detail: `CloudFormation has no deployed stack ${stackName} in this account and region: check --stage, AWS_PROFILE and AWS_REGION, or deploy the stage first (docs/deploy.md).`,
  });
