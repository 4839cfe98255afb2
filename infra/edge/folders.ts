import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/** What CloudFront runs before each request for a page: index documents, and `/<slug>` to `/<slug>/`. */
export const foldersFunction = (scope: Construct, deployment: Deployment): cloudfront.Function =>
  new cloudfront.Function(scope, 'Folders', {
    functionName: `undersigned-${deployment.stage}-folders`,
    comment: '/<slug> to /<slug>/, and /<slug>/ to its index.html',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'viewer-request.js'), 'utf8'),
    ),
  });
