import { describe, expect, test } from '@jest/globals';
import { devStage, synthesize } from './synthesized.ts';

describe('Synthesis', () => {
  test('gives the same bytes twice, for templates and bundles', () => {
    expect(synthesize()).toEqual(devStage());
  });

  test('fails with a finding of cdk-nag that nobody has acknowledged', () => {
    expect(() => synthesize({}, 'test/infra/with-an-open-bucket.ts')).toThrow('AwsSolutions-S10');
  });
});
