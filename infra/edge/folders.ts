import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { globalName } from '../global-names.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * The CloudFront function before each request for a page. It adds index documents, and redirects `/<slug>` to
 * `/<slug>/`.
 */
export const foldersFunction = (scope: Construct, stage: Stage): cloudfront.Function =>
  new cloudfront.Function(scope, 'Folders', {
    functionName: globalName(stage, 'folders'),
    comment: '/<slug> to /<slug>/, and /<slug>/ to its index.html',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'viewer-request.js'), 'utf8'),
    ),
  });
