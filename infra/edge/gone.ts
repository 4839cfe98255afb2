import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/** What CloudFront runs before each answer with a page: what was taken down is answered with 410. */
export const goneFunction = (scope: Construct, deployment: Deployment): cloudfront.Function =>
  new cloudfront.Function(scope, 'Gone', {
    functionName: `undersigned-${deployment.stage}-gone`,
    comment: 'Pages that were taken down, as their metadata says, are answered with 410',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'viewer-response.js'), 'utf8'),
    ),
  });
