import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeEventBusCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  ResourceNotFoundException as NoSuchBus,
} from '@aws-sdk/client-eventbridge';
import {
  GetAccountSettingsCommand,
  GetFunctionConcurrencyCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { fingerprintsOf, readKeyBackup } from '../../shared/table/key-backup.ts';
import { checkAwsSettings } from '../aws-settings.ts';
import { connect } from '../stack.ts';
import { outputsOf } from '../stack-outputs.ts';
import type { StageSecrets } from '../stage-secrets.ts';
import { type FunctionState, functionNames } from './check-functions.ts';
import type { KeyState } from './check-keys.ts';
import type { Identity } from './check-mail-domain.ts';
import { type Mapping, type Mappings, readers } from './check-mappings.ts';
import type { RuleState } from './check-rules.ts';
import { notInOutputs, type ReadResult, tryRead } from './finding.ts';
import { readCampaigns } from './read-campaigns.ts';
import { readDmarc } from './read-dmarc.ts';
import { readSite } from './read-site.ts';
import type { StageState } from './stage-findings.ts';

/**
 * Reads everything that `campaign doctor --stage <name>` checks. A part that cannot be read holds the reason instead.
 *
 * @throws Refusal if there is no such stage, or no AWS credentials
 */
export async function readStage(environment: NodeJS.ProcessEnv, stage: string): Promise<StageState> {
  const cloudFormation = new CloudFormationClient({});
  await checkAwsSettings(cloudFormation.config, environment);
  const outputs = await outputsOf(`undersigned-${stage}`, cloudFormation);
  const { store, keys: secrets } = await connect(environment, stage);
  const { ConfigurationSet, ShareOfSendingRate = 1 } = outputs;
  const senderDomains = outputs.SenderDomains?.split(',') ?? [];
  const ses = new SESv2Client({});
  const [
    account,
    domains,
    configuration,
    events,
    concurrency,
    functions,
    mappings,
    rules,
    eventBus,
    recipients,
    alarms,
    site,
    campaigns,
    keys,
    table,
  ] = await Promise.all([
    tryRead('ses:GetAccount', () => ses.send(new GetAccountCommand({}))),
    Promise.all(
      senderDomains.map(async (name) => ({
        name,
        identity: await readIdentity(ses, name),
        dmarc: await readDmarc(name),
      })),
    ),
    ConfigurationSet === undefined
      ? notInOutputs('ConfigurationSet')
      : tryRead('ses:GetConfigurationSet', () =>
          ses.send(new GetConfigurationSetCommand({ ConfigurationSetName: ConfigurationSet })),
        ),
    ConfigurationSet === undefined
      ? notInOutputs('ConfigurationSet')
      : tryRead('ses:GetConfigurationSetEventDestinations', async () => {
          const command = new GetConfigurationSetEventDestinationsCommand({
            ConfigurationSetName: ConfigurationSet,
          });
          return (await ses.send(command)).EventDestinations ?? [];
        }),
    readConcurrency(),
    readFunctions(stage),
    readMappings(stage),
    readRules(stage),
    readEventBus(outputs.EventBusName),
    readRecipients(outputs),
    readAlarms(stage),
    readSite(outputs.SiteUrl),
    tryRead('dynamodb:GetItem', () => readCampaigns(store, new Date())),
    tryRead('secretsmanager:GetSecretValue', async () => ({
      present: await presentKeys(secrets),
      backup: await readKeyBackup(store),
    })),
    readTable(outputs.TableName),
  ]);
  return {
    stage,
    region: await ses.config.region(),
    configurationSet: ConfigurationSet ?? '',
    shareOfSendingRate: ShareOfSendingRate,
    senderDomains,
    account,
    domains,
    configuration,
    events,
    concurrency,
    functions,
    mappings,
    rules,
    eventBus,
    recipients,
    alarms,
    alarmNames: outputs.AlarmNames?.split(',') ?? [],
    alarmTopicArn: outputs.AlarmTopicArn,
    site,
    campaigns,
    senderIdentities: await readSenderIdentities(ses, campaigns),
    keys,
    table,
  };
}

async function presentKeys(secrets: StageSecrets): Promise<KeyState['present']> {
  const { addressKey, linkKeys } = await secrets.read();
  return addressKey === undefined || !linkKeys ? undefined : fingerprintsOf({ addressKey, linkKeys });
}

/** The addresses that SES knows as identities. A campaign's mails come from one address. */
async function readSenderIdentities(
  ses: SESv2Client,
  campaigns: StageState['campaigns'],
): Promise<StageState['senderIdentities']> {
  const senders = 'value' in campaigns ? campaigns.value.sending : [];
  const found: string[] = [];
  for (const address of new Set(senders.map((sender) => sender.address))) {
    const identity = await readIdentity(ses, address);
    if ('unread' in identity) return identity;
    if (identity.value) found.push(address);
  }
  return { value: found };
}

async function readTable(name: string): Promise<StageState['table']> {
  const client = new DynamoDBClient({});
  const table = await tryRead('dynamodb:DescribeTable', () =>
    client.send(new DescribeTableCommand({ TableName: name })),
  );
  if ('unread' in table) return table;
  const timeToLive = await tryRead('dynamodb:DescribeTimeToLive', () =>
    client.send(new DescribeTimeToLiveCommand({ TableName: name })),
  );
  if ('unread' in timeToLive) return timeToLive;
  return await tryRead('dynamodb:DescribeContinuousBackups', async () => ({
    name,
    table: table.value.Table,
    timeToLive: timeToLive.value.TimeToLiveDescription,
    backups: (await client.send(new DescribeContinuousBackupsCommand({ TableName: name })))
      .ContinuousBackupsDescription,
  }));
}

const readIdentity = (ses: SESv2Client, name: string): Promise<ReadResult<Identity | undefined>> =>
  tryRead('ses:GetEmailIdentity', () =>
    ses.send(new GetEmailIdentityCommand({ EmailIdentity: name })).catch((error: unknown) => {
      if (error instanceof NotFoundException) return undefined;
      throw error;
    }),
  );

const readConcurrency = (): Promise<ReadResult<number>> =>
  tryRead('lambda:GetAccountSettings', async () => {
    const { AccountLimit } = await new LambdaClient({}).send(new GetAccountSettingsCommand({}));
    return AccountLimit?.ConcurrentExecutions ?? 0;
  });

/** One after the other, since Lambda answers few calls of this kind in a second. */
const readFunctions = (stage: string): Promise<ReadResult<FunctionState[]>> =>
  tryRead('lambda:GetFunctionConcurrency', async () => {
    const lambda = new LambdaClient({});
    const found: FunctionState[] = [];
    for (const short of functionNames) {
      const name = `undersigned-${stage}-${short}`;
      try {
        const answer = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: name }));
        found.push({ name, exists: true, reserved: answer.ReservedConcurrentExecutions });
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
        found.push({ name, exists: false });
      }
    }
    return found;
  });

const readMappings = (stage: string): Promise<ReadResult<Mappings>> =>
  tryRead('lambda:ListEventSourceMappings', async () => {
    const lambda = new LambdaClient({});
    const read = async (reader: string): Promise<Mapping[] | undefined> => {
      const command = new ListEventSourceMappingsCommand({ FunctionName: `undersigned-${stage}-${reader}` });
      try {
        return (await lambda.send(command)).EventSourceMappings ?? [];
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    };
    const found: Mappings = { tally: [], dispatch: [], 'send-mail': [], publish: [], 'send-events': [] };
    for (const reader of readers) found[reader] = await read(reader);
    return found;
  });

/** A stage has nine rules on the default bus, and EventBridge answers a hundred at once. */
async function readRules(stage: string): Promise<StageState['rules']> {
  const client = new EventBridgeClient({});
  const rules = await tryRead('events:ListRules', async () => {
    const command = new ListRulesCommand({ NamePrefix: `undersigned-${stage}-` });
    return (await client.send(command)).Rules ?? [];
  });
  if ('unread' in rules) return rules;
  return await tryRead('events:ListTargetsByRule', async () => {
    const found: RuleState[] = [];
    for (const { Name, State } of rules.value) {
      const { Targets = [] } = await client.send(new ListTargetsByRuleCommand({ Rule: Name }));
      found.push({ Name, State, targets: Targets.length });
    }
    return found;
  });
}

async function readEventBus(name: string | undefined): Promise<StageState['eventBus']> {
  if (name === undefined) return notInOutputs('EventBusName');
  return await tryRead('events:DescribeEventBus', async () => {
    try {
      await new EventBridgeClient({}).send(new DescribeEventBusCommand({ Name: name }));
      return { name, exists: true };
    } catch (error) {
      if (error instanceof NoSuchBus) return { name, exists: false };
      throw error;
    }
  });
}

/** A stage has some thirty alarms, and CloudWatch answers a hundred at once. */
const readAlarms = (stage: string): Promise<StageState['alarms']> =>
  tryRead('cloudwatch:DescribeAlarms', async () => {
    const command = new DescribeAlarmsCommand({ AlarmNamePrefix: `undersigned-${stage}-`, MaxRecords: 100 });
    return (await new CloudWatchClient({}).send(command)).MetricAlarms ?? [];
  });

async function readRecipients({
  AlarmTopicArn: topicArn,
  AlarmEmails,
}: {
  AlarmTopicArn?: string | undefined;
  AlarmEmails?: string | undefined;
}): Promise<StageState['recipients']> {
  if (topicArn === undefined) return notInOutputs('AlarmTopicArn');
  return await tryRead('sns:ListSubscriptionsByTopic', async () => {
    const command = new ListSubscriptionsByTopicCommand({ TopicArn: topicArn });
    const { Subscriptions = [] } = await new SNSClient({}).send(command);
    return { topicArn, expected: AlarmEmails?.split(',') ?? [], subscriptions: Subscriptions };
  });
}
