import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { globalName } from '../global-names.ts';
import type { Stage } from '../stage/stage.ts';

/** The CloudFront function after each answer with a page. A page that was taken down is answered with 410. */
export const goneFunction = (scope: Construct, stage: Stage): cloudfront.Function =>
  new cloudfront.Function(scope, 'Gone', {
    functionName: globalName(stage, 'gone'),
    comment: 'Answers 410 for pages whose metadata says that they were taken down',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'viewer-response.js'), 'utf8'),
    ),
  });
