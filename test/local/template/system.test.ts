import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../local/errors.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readSystem, shortNames } from '../../../local/template/system.ts';
import { anAssembly } from '../an-assembly.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const read = () => readSystem(readAssembly(directory), (name) => `http://sqs/${name}`);

describe('The system that a template describes', () => {
  test('has each function with its bundle, environment and timeout', () => {
    anAssembly(directory, {
      functions: {
        tally: {
          source: 'export const handler = () => 1',
          timeout: 60,
          environment: { TABLE_NAME: { Ref: 'Table' } },
        },
      },
    });
    expect(read().functions).toMatchObject([
      {
        name: 'undersigned-test-tally',
        bundle: join(directory, 'asset.tally', 'index.mjs'),
        handler: 'handler',
        timeoutSeconds: 60,
        environment: { TABLE_NAME: 'undersigned-test' },
      },
    ]);
  });

  test('has routes, triggers and schedules that lead to functions', () => {
    anAssembly(directory, {
      functions: { tally: { source: '' } },
      routes: { $default: 'tally' },
      resources: {
        Reading: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
            FunctionName: { Ref: 'tally' },
            BatchSize: 990,
            BisectBatchOnFunctionError: true,
            FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
          },
        },
        Minute: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'rate(1 minute)',
            Targets: [{ Id: 'x', Arn: { 'Fn::GetAtt': ['tally', 'Arn'] } }],
          },
        },
      },
    });
    const { api, triggers, stores } = read();
    const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:undersigned-test-tally';
    expect(api.routes).toEqual([{ routeKey: '$default', functionArn }]);
    expect(triggers.streams).toMatchObject([
      {
        functionName: 'undersigned-test-tally',
        sourceArn: stores.tables[0]?.streamArn,
        batchSize: 990,
        bisect: true,
        filters: [{ eventName: ['INSERT'] }],
      },
    ]);
    expect(triggers.schedules).toMatchObject([{ functionArn, everySeconds: 60 }]);
  });

  test('names buckets and queues as functions are told of them', () => {
    anAssembly(directory, {
      functions: { publish: { source: '', environment: { SITE_BUCKET: { Ref: 'SiteBucket' } } } },
    });
    const { functions, stores } = read();
    const buckets = stores.buckets.map(({ logicalId, name }) => ({ logicalId, value: name }));
    expect(shortNames(functions, '_BUCKET', buckets)).toEqual({
      site: 'app-sitebucket',
      failureBucket: 'app-failurebucket',
    });
    expect(
      shortNames(functions, '_QUEUE_URL', [{ logicalId: 'MailDeadLettersECBBCC2A', value: 'u' }]),
    ).toEqual({
      mailDeadLetters: 'u',
    });
  });
});

describe('What cannot be run is refused with its cure:', () => {
  test('no template', () => {
    expect(read).toThrow(Refusal);
    expect(read).toThrow('npx cdk synth');
  });

  test('a route that API Gateway may not call: */*/* does not match the default route', () => {
    const calledAs = (pattern: string) =>
      anAssembly(directory, {
        functions: { missing: { source: '' } },
        routes: { $default: 'missing' },
        resources: {
          MayCallmissing: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              Principal: 'apigateway.amazonaws.com',
              FunctionName: { 'Fn::GetAtt': ['missing', 'Arn'] },
              SourceArn: { 'Fn::Sub': `arn:aws:execute-api:us-east-1:000000000000:\${Api}/${pattern}` },
            },
          },
        },
      });
    calledAs('*/*/*');
    expect(read).toThrow(Refusal);
    expect(read).toThrow(/lets API Gateway call .*-missing for route "\$default"/);
    calledAs('*/$default');
    expect(read).not.toThrow();
  });

  test('a bundle that is gone', () => {
    anAssembly(directory, { functions: { tally: { source: '' } } });
    rmSync(join(directory, 'asset.tally'), { recursive: true });
    expect(read).toThrow('The bundle of undersigned-test-tally is missing');
  });

  test('a schedule that is no rate', () => {
    anAssembly(directory, {
      functions: {},
      resources: {
        Daily: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'cron(0 0 * * ? *)', Targets: [{ Arn: 'x' }] },
        },
      },
    });
    expect(read).toThrow('cron(0 0 * * ? *)');
  });
});
