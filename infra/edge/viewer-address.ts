import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { globalName } from '../global-names.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * The CloudFront function before each request to the API. It adds the viewer's network address. CloudFront has a
 * header for the address, but no policy forwards that header together with all others except `Host`, and the API
 * needs CloudFront's `Host`.
 */
export const viewerAddressFunction = (scope: Construct, stage: Stage): cloudfront.Function =>
  new cloudfront.Function(scope, 'ViewerAddress', {
    functionName: globalName(stage, 'viewer-address'),
    comment: 'Tells the API the address of the viewer',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'api-request.js'), 'utf8'),
    ),
  });
