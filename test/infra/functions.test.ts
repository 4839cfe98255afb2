import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { functionNames } from '../../cli/doctor/check-functions.ts';
import { grantsByFunction, shortName } from '../../infra/role-grants.ts';
import { mappingSchema, resourceName, resourcesOf } from '../../infra/template.ts';
import { languages } from '../../shared/i18n/language.ts';
import { bundleText } from '../support/bundle.ts';
import { devTemplate, pascal } from './synthesized.ts';

const template = devTemplate();

const functionSchema = z.object({
  FunctionName: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Handler: z.string(),
  Timeout: z.number(),
  RecursiveLoop: z.string().optional(),
  MemorySize: z.number(),
  EphemeralStorage: z.object({ Size: z.number() }).optional(),
  LoggingConfig: z.object({ LogGroup: z.unknown(), LogFormat: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});
const functions = resourcesOf(template, 'AWS::Lambda::Function', functionSchema);
const byName = new Map(functions.map(([, properties]) => [shortName(properties.FunctionName), properties]));

const grants = grantsByFunction(template);
const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', mappingSchema);
const queuesReadBy = (name: string) =>
  mappings
    .filter(([, { FunctionName }]) => resourceName(FunctionName).endsWith(pascal(name)))
    .map(([, { EventSourceArn }]) => resourceName(EventSourceArn));

const table = 'Table';
const siteUrl = 'https://SiteDistribution.DomainName';
const linkKeys = 'SecretsLinkKeys';
const addressKey = 'SecretsAddressKey';
const environments: Record<string, Record<string, string>> = {
  'submit-sign-on': {
    TABLE_NAME: table,
    ADDRESS_KEY_SECRET: addressKey,
    EDGE_KEY: 'AWS::StackId[2]',
    NETWORK_FREE: '5',
    NETWORK_BURST: '2500',
    NETWORK_PER_HOUR: '500',
    HURRIED_SECONDS: '3',
  },
  'show-sign-on': { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys, SITE_URL: siteUrl },
  'confirm-sign-on': { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys, ADDRESS_KEY_SECRET: addressKey },
  'correct-sign-on': { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys, ADDRESS_KEY_SECRET: addressKey },
  'keep-sign-on': { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys },
  'withdraw-sign-on': { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys },
  unsubscribe: { TABLE_NAME: table, LINK_KEYS_SECRET: linkKeys, ADDRESS_KEY_SECRET: addressKey },
  'console-sign-in': {
    TABLE_NAME: table,
    SITE_URL: siteUrl,
    ADDRESS_KEY_SECRET: addressKey,
    EDGE_KEY: 'AWS::StackId[2]',
    NETWORK_FREE: '5',
    NETWORK_BURST: '2500',
    NETWORK_PER_HOUR: '500',
  },
  'console-link': {
    TABLE_NAME: table,
    SITE_URL: siteUrl,
    ADDRESS_KEY_SECRET: addressKey,
    LINK_KEYS_SECRET: linkKeys,
  },
  console: { TABLE_NAME: table, SITE_URL: siteUrl },
  'console-preview': { TABLE_NAME: table, SITE_URL: siteUrl },
  'console-folder': {
    TABLE_NAME: table,
    SITE_URL: siteUrl,
    ADDRESS_KEY_SECRET: addressKey,
    SENDER_DOMAINS: 'example.org',
  },
  openapi: {},
  'not-found': {},
  tally: { TABLE_NAME: table },
  dispatch: {
    TABLE_NAME: table,
    MAIL_QUEUE_URL: 'MailQueue',
    CONFIRMATION_QUEUE_URL: 'MailConfirmationsQueue',
    SITE_QUEUE_URL: 'PublicationQueue',
    EVENTS_QUEUE_URL: 'EventsQueue',
  },
  'send-events': { EVENT_BUS: 'EventsBus' },
  'send-mail': {
    TABLE_NAME: table,
    MAIL_QUEUE_URL: 'MailQueue',
    CONFIRMATION_QUEUE_URL: 'MailConfirmationsQueue',
    SITE_URL: siteUrl,
    LINK_KEYS_SECRET: linkKeys,
    ADDRESS_KEY_SECRET: addressKey,
    CONFIGURATION_SET: 'MailConfigurationSet',
    SHARE_OF_SENDING_RATE: '1',
    SITE_BUCKET: 'SiteBucket',
    PRIVATE_BUCKET: 'PublicationPrivateBucket',
  },
  publish: {
    TABLE_NAME: table,
    SITE_QUEUE_URL: 'PublicationQueue',
    SITE_BUCKET: 'SiteBucket',
    PRIVATE_BUCKET: 'PublicationPrivateBucket',
    SITE_URL: siteUrl,
    DISTRIBUTION_ID: 'SiteDistribution',
    NODE_OPTIONS: '--max-old-space-size=1280',
  },
  'record-mail-event': { TABLE_NAME: table, ADDRESS_KEY_SECRET: addressKey },
  sweep: {
    TABLE_NAME: table,
    MAIL_QUEUE_URL: 'MailQueue',
    CONFIRMATION_QUEUE_URL: 'MailConfirmationsQueue',
    SITE_QUEUE_URL: 'PublicationQueue',
    SITE_URL: siteUrl,
  },
};

describe('Functions', () => {
  test('are those that doctor looks at', () => {
    expect([...byName.keys()].toSorted()).toEqual(functionNames);
  });

  test('are all listed here', () => {
    expect(Object.keys(environments).sort()).toEqual([...byName.keys()].sort());
  });

  test.each(Object.keys(environments))(
    '%s has the environment variables that it needs, and no others',
    (name) => {
      const variables = Object.entries(byName.get(name)?.Environment?.Variables ?? {});
      expect(Object.fromEntries(variables.map(([key, value]) => [key, resourceName(value)]))).toEqual(
        environments[name],
      );
    },
  );

  test.each(Object.keys(environments))(
    '%s reads each of its environment variables, and no others',
    (name) => {
      const bundle = bundleText(name);
      const known = new Set(Object.values(environments).flatMap((variables) => Object.keys(variables)));
      const read = [...known].filter((variable) => bundle.includes(variable));
      // Node itself reads NODE_OPTIONS.
      const ours = Object.keys(environments[name] ?? {}).filter((variable) => variable !== 'NODE_OPTIONS');
      expect(read.sort()).toEqual(ours.sort());
    },
  );

  test('run on Node 24 and arm64', () => {
    for (const [, { Runtime, Architectures, Handler }] of functions)
      expect({ Runtime, Architectures, Handler }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      });
  });

  test('have room for the list of a million names in every language where pages are made', () => {
    const megabytes = (languages.length * 1_000_000 * 579) / 1024 ** 2;
    expect(byName.get('publish')?.EphemeralStorage?.Size).toBeGreaterThan(1.5 * megabytes);
  });

  test('may send messages to the queue that they read, where they do so: Lambda would stop them after sixteen rounds', () => {
    for (const [name, { RecursiveLoop }] of byName) {
      const source = queuesReadBy(name).map((queue) => `sqs:SendMessage ${queue}`);
      const isLoop = (grants.get(name)?.code ?? []).some(({ action, resource }) =>
        source.includes(`${action} ${resource}`),
      );
      expect({ name, RecursiveLoop }).toEqual({ name, RecursiveLoop: isLoop ? 'Allow' : undefined });
    }
    expect(byName.get('send-mail')?.RecursiveLoop).toBe('Allow');
  });

  test('each write JSON to a log group of their own, with a retention period', () => {
    const logGroups = resourcesOf(
      template,
      'AWS::Logs::LogGroup',
      z.object({ LogGroupName: z.string(), RetentionInDays: z.number() }),
    );
    expect(logGroups.every(([, { RetentionInDays }]) => RetentionInDays === 30)).toBe(true);
    const names = new Map(logGroups.map(([id, { LogGroupName }]) => [id, LogGroupName]));
    for (const [, { FunctionName, LoggingConfig }] of functions) {
      expect(names.get(resourceName(LoggingConfig.LogGroup))).toBe(
        `/undersigned/dev/${shortName(FunctionName)}`,
      );
      expect(LoggingConfig.LogFormat).toBe('JSON');
    }
  });
});

describe('Readers of the stream', () => {
  const readers = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', z.record(z.string(), z.unknown()))
    .filter(([, { EventSourceArn }]) => resourceName(EventSourceArn) === 'Table.StreamArn')
    .map(([, mapping]): [string, typeof mapping] => [resourceName(mapping.FunctionName), mapping]);
  const patternsOf = (name: string): unknown[] => {
    const [, mapping] = readers.find(([reader]) => reader === name) ?? [];
    return z
      .object({ Filters: z.array(z.object({ Pattern: z.string() })) })
      .parse(mapping?.FilterCriteria)
      .Filters.map(({ Pattern }): unknown => JSON.parse(Pattern));
  };

  test('are two and no more', () => {
    expect(readers.map(([name]) => name).sort()).toEqual(['Dispatch', 'Tally']);
  });

  test('start at the beginning of the stream, retry twenty times, report what failed, and store records that keep failing', () => {
    for (const [, mapping] of readers) {
      expect(mapping).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        MaximumRetryAttempts: 20,
        MaximumRecordAgeInSeconds: 3600,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ParallelizationFactor: 1,
      });
      const { DestinationConfig } = mappingSchema.parse(mapping);
      expect(resourceName(DestinationConfig?.OnFailure.Destination)).toBe('FailedRecordsBucket');
    }
  });

  test('tally gets rows that are not counted correctly yet, in full batches', () => {
    expect(patternsOf('Tally')).toEqual([
      { dynamodb: { NewImage: { eligible: { S: ['yes'] }, counted: { S: ['no'] } } } },
      { dynamodb: { NewImage: { eligible: { S: ['no'] }, counted: { S: ['yes'] } } } },
    ]);
    expect(readers.find(([name]) => name === 'Tally')?.[1]).toMatchObject({
      BatchSize: 980,
      MaximumBatchingWindowInSeconds: 1,
    });
  });

  test('dispatch gets changes that need a mail, a page or an event, or may be of a list, and no deletions', () => {
    expect(patternsOf('Dispatch')).toEqual([
      { dynamodb: { NewImage: { pendingMail: { S: [{ exists: true }] } } } },
      { dynamodb: { NewImage: { dirty: { S: [{ exists: true }] } } } },
      { dynamodb: { NewImage: { SK: { S: ['SETTINGS', { prefix: 'TEXT#' }, { prefix: 'EVENT#' }] } } } },
      { dynamodb: { NewImage: { SK: { S: ['GATE'] }, status: { S: ['publishing', 'published'] } } } },
      { dynamodb: { NewImage: { status: { S: ['confirmed', 'withdrawn', 'rejected'] } } } },
    ]);
  });
});

describe('Queues', () => {
  const queues = new Map(
    resourcesOf(
      template,
      'AWS::SQS::Queue',
      z.object({
        MessageRetentionPeriod: z.number(),
        SqsManagedSseEnabled: z.boolean(),
        VisibilityTimeout: z.number().optional(),
        RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() }).optional(),
      }),
    ),
  );
  const readers = resourcesOf(template, 'AWS::Lambda::EventSourceMapping', z.record(z.string(), z.unknown()));

  test.each([
    ['MailQueue', 'MailDeadLetters', 'send-mail', 10, 10],
    ['MailConfirmationsQueue', 'MailConfirmationsDeadLetters', 'send-mail', 10, 10],
    ['PublicationQueue', 'PublicationDeadLetters', 'publish', 5, 1],
  ] as const)('%s: %s, and enough time for its function', (id, deadLetters, reader, attempts, batch) => {
    const queue = queues.get(id);
    expect(resourceName(queue?.RedrivePolicy?.deadLetterTargetArn)).toBe(deadLetters);
    expect(queue?.RedrivePolicy?.maxReceiveCount).toBe(attempts);
    expect(queue?.VisibilityTimeout).toBe(6 * (byName.get(reader)?.Timeout ?? 0));
    const [, mapping] = readers.find(([, { EventSourceArn }]) => resourceName(EventSourceArn) === id) ?? [];
    expect(mapping).toMatchObject({
      BatchSize: batch,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('keep messages for two weeks, encrypted, and accept them over TLS only', () => {
    // Mails, confirmations, site jobs and events, each with a queue for what cannot be done.
    expect(queues.size).toBe(8);
    for (const [, queue] of queues) {
      expect(queue.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(queue.SqsManagedSseEnabled).toBe(true);
    }
    const policies = resourcesOf(
      template,
      'AWS::SQS::QueuePolicy',
      z.object({ Queues: z.array(z.unknown()) }),
    );
    expect(policies.flatMap(([, { Queues }]) => Queues.map(resourceName)).sort()).toEqual(
      [...queues.keys()].sort(),
    );
  });
});
