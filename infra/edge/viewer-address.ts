import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/**
 * What CloudFront runs before each request for the API: it names the viewer's network address. CloudFront has a header of
 * its own for that, but no policy sends it along with everything else save `Host`, which the API must have from CloudFront.
 */
export const viewerAddressFunction = (scope: Construct, deployment: Deployment): cloudfront.Function =>
  new cloudfront.Function(scope, 'ViewerAddress', {
    functionName: `undersigned-${deployment.stage}-viewer-address`,
    comment: 'Tells the API the address of the viewer',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(
      readFileSync(join(import.meta.dirname, 'api-request.js'), 'utf8'),
    ),
  });
