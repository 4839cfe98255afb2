import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourcesOf } from '../../infra/template.ts';
import { devStage, parsed, synthesize } from './synthesized.ts';

const production = {
  stage: 'prod',
  domain: 'sign.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/made-up',
  mailDomain: 'letters.example.org',
  alarmEmail: 'operator@example.org',
};

describe('Synthesis', () => {
  test('gives the same bytes twice, for templates and bundles', () => {
    const again = synthesize();
    expect(again).toEqual(devStage());
    // And without knowing an account.
    expect(again.template).not.toMatch(/\b\d{12}\b/);
  });
});

describe('The stage for the public', () => {
  const synthesized = synthesize(production);
  const template = parsed(synthesized);

  test('keeps what is stored when the stack goes', () => {
    const kept = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
      'AWS::SQS::Queue',
    ];
    for (const { Type, DeletionPolicy } of Object.values(template.Resources)) {
      if (kept.includes(Type)) expect({ Type, DeletionPolicy }).toEqual({ Type, DeletionPolicy: 'Retain' });
    }
    const [[, table] = []] = resourcesOf(
      template,
      'AWS::DynamoDB::Table',
      z.object({ DeletionProtectionEnabled: z.boolean() }),
    );
    expect(table?.DeletionProtectionEnabled).toBe(true);
  });

  test('has its own domain with modern TLS, in the functions’ links, too', () => {
    expect(synthesized.template).toContain('"SITE_URL": "https://sign.example.org"');
    expect(synthesized.template).toContain('"MinimumProtocolVersion": "TLSv1.2_2021"');
  });

  test('tells its operator of alarms', () => {
    expect(synthesized.template).toContain('operator@example.org');
  });
});

describe('The checks', () => {
  test('fail the synthesis of whatever nobody has acknowledged', () => {
    expect(() => synthesize({}, 'test/infra/with-an-open-bucket.ts')).toThrow('AwsSolutions-S10');
  });
});
