import { describe, expect, test } from '@jest/globals';
import { devStage, synthesize } from './synthesized.ts';

describe('Synthesis', () => {
  test('gives the same bytes twice, for templates and bundles', () => {
    const first = synthesize();
    expect(synthesize()).toEqual(first);
    // What the other tests read is made by a program of their own, which the manifest names.
    const { template, assets } = devStage();
    expect({ template, assets }).toEqual({ template: first.template, assets: first.assets });
  });

  test('fails with a finding of cdk-nag that nobody has acknowledged', () => {
    expect(() => synthesize({}, 'test/infra/with-an-open-bucket.ts')).toThrow('AwsSolutions-S10');
  });
});
