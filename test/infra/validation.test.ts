import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourcesOf, roleSchema } from '../../infra/template.ts';
import { sampleOf } from '../support/suite.ts';
import { parsed, variant } from './synthesized.ts';
import { variantNames } from './variants.ts';

const scratch = mkdtempSync(join(tmpdir(), 'undersigned-validation-'));
const engine = new RegoEngine();
afterAll(() => rmSync(scratch, { recursive: true }));

/** Warnings that are accepted, by rule, with the reason. Any other warning fails. */
const accepted: Record<string, string> = {
  W3005:
    'CDK names a dependency that a reference implies already: of a function on its role. It changes nothing.',
};

/** The same for a template of which the stage file names what exists already. */
const acceptedOfExisting: Record<string, string> = {
  ...accepted,
  W9002: 'A restored table belongs to no template, so its stream can only be named by its ARN.',
  W9013: 'The account is a part of that ARN.',
};

/**
 * Everything that is wrong with a template, but for what is accepted. What the library calls INFO is a matter of taste.
 */
function findings(
  template: string,
  reasons: Record<string, string>,
): [severity: string, rule: string, logicalId: string, message: string][] {
  const file = join(scratch, 'template.json');
  writeFileSync(file, template);
  return engine
    .validateStandard(new TemplateFile(file))
    .diagnostics.filter(({ severity }) => ['WARN', 'ERROR', 'FATAL'].includes(severity))
    .filter(({ severity, ruleId }) => severity !== 'WARN' || !(ruleId in reasons))
    .map(({ severity, ruleId, entity, message }) => [severity, ruleId, entity?.logicalId ?? '', message]);
}

test.each(sampleOf(variantNames, 2))(
  'The template of %s is what CloudFormation takes: no error, and no warning that is not explained',
  (name) => {
    const reasons = name === 'everythingExists' ? acceptedOfExisting : accepted;
    expect(findings(variant(name).template, reasons)).toEqual([]);
  },
);

describe.each(variantNames)('The template of %s', (name) => {
  const { template } = variant(name);

  test('is within the limits of CloudFormation, with room', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    const { Resources, Outputs, Parameters } = z
      .looseObject({
        Resources: z.record(z.string(), z.unknown()),
        Outputs: z.record(z.string(), z.object({ Description: z.string().max(1024) })),
        Parameters: z.record(z.string(), z.unknown()),
      })
      .parse(JSON.parse(template));
    expect(Object.keys(Resources).length).toBeLessThan(400); // of 500
    expect(Object.keys(Outputs).length).toBeLessThan(150); // of 200
    expect(Object.keys(Parameters).length).toBeLessThan(150); // of 200
    expect(Buffer.byteLength(template)).toBeLessThan(800_000); // of 1 MB
  });

  test('is within the limits of IAM, Lambda and CloudFront, with room', () => {
    const resources = parsed(variant(name));
    for (const [, { Policies }] of resourcesOf(resources, 'AWS::IAM::Role', roleSchema)) {
      // All inline policies of a role together; references become longer than they are here.
      expect(JSON.stringify(Policies).length).toBeLessThan(8000); // of 10,240 characters
    }
    const functionSchema = z.object({
      FunctionName: z.string().max(64),
      Description: z.string().max(256),
      Environment: z.unknown().optional(),
    });
    for (const [, { Environment }] of resourcesOf(resources, 'AWS::Lambda::Function', functionSchema))
      expect(JSON.stringify(Environment ?? {}).length).toBeLessThan(3000); // of 4 KB
    const edgeSchema = z.object({ FunctionCode: z.string().max(10_240) });
    expect(resourcesOf(resources, 'AWS::CloudFront::Function', edgeSchema)).toHaveLength(3);
  });
});

describe('A template that CloudFormation would refuse is found:', () => {
  const { template } = variant('dev');

  test.each([
    ['a value that is not allowed', '"PAY_PER_REQUEST"', '"PAY_WHEN_READY"'],
    ['a property that does not exist', '"TimeToLiveSpecification"', '"TimeToDieSpecification"'],
    ['a reference to nothing', '"Ref": "SiteBucket978D4AEB"', '"Ref": "SiteBucket"'],
    ['a number that is too large', '"VisibilityTimeout": 5400', '"VisibilityTimeout": 180000'],
  ])('%s', (_, right, wrong) => {
    const broken = template.replace(right, wrong);
    expect(broken).not.toBe(template);
    expect(findings(broken, accepted)).not.toEqual([]);
  });
});
