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
    code: codeOf('viewer-request.js'),
  });

/** The CloudFront function after each answer with a page. A page that was taken down is answered with 410. */
export const goneFunction = (scope: Construct, stage: Stage): cloudfront.Function =>
  new cloudfront.Function(scope, 'Gone', {
    functionName: globalName(stage, 'gone'),
    comment: 'Answers 410 for pages whose metadata says that they were taken down',
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: codeOf('viewer-response.js'),
  });

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
    code: codeOf('api-request.js'),
  });

/** The source of a function, from a file beside this one. */
const codeOf = (file: string): cloudfront.FunctionCode =>
  cloudfront.FunctionCode.fromInline(readFileSync(join(import.meta.dirname, file), 'utf8'));
