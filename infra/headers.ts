import { aws_cloudfront as cloudfront, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { globalName } from './global-names.ts';
import type { Stage } from './stage/stage.ts';

const securityHeaders: cloudfront.ResponseSecurityHeadersBehavior = {
  // Only for this host. With includeSubDomains, a site on example.org would force HTTPS on every host below it.
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: false,
    preload: false,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
  // The path of a link contains its token, so no other site gets the path. The form's own site does, so that browsers
  // send Origin.
  referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override: true },
};

// Pages have the rest of their policy in a meta element, in which frame-ancestors has no effect. Browsers apply both.
// The API's own policy is not overridden.
const noFrames = { contentSecurityPolicy: "frame-ancestors 'none'", override: false };

/** For pages and the API. */
export const secureHeaders = (scope: Construct, stage: Stage): cloudfront.ResponseHeadersPolicy =>
  new cloudfront.ResponseHeadersPolicy(scope, 'SecureHeaders', {
    responseHeadersPolicyName: globalName(stage, 'headers'),
    comment: 'Pages and API',
    securityHeadersBehavior: { ...securityHeaders, contentSecurityPolicy: noFrames },
  });

/**
 * For the address that accepts sign-ons, so that a coalition's own page may contain the form. CloudFront adds these
 * headers to every answer, even to the errors of API Gateway and CloudFront, to which no function can add a header.
 */
export const openFormHeaders = (scope: Construct, stage: Stage): cloudfront.ResponseHeadersPolicy =>
  new cloudfront.ResponseHeadersPolicy(scope, 'OpenFormHeaders', {
    responseHeadersPolicyName: globalName(stage, 'form-headers'),
    comment: 'Sign-ons from other sites',
    securityHeadersBehavior: { ...securityHeaders, contentSecurityPolicy: noFrames },
    corsBehavior: {
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['POST', 'OPTIONS'],
      accessControlAllowHeaders: ['accept', 'content-type'],
      accessControlExposeHeaders: ['retry-after'],
      accessControlMaxAge: Duration.days(1),
      accessControlAllowCredentials: false,
      originOverride: true,
    },
  });

/** For `progress.json` and `embed.js`, which any site may use. */
export const openToAllSitesHeaders = (scope: Construct, stage: Stage): cloudfront.ResponseHeadersPolicy =>
  new cloudfront.ResponseHeadersPolicy(scope, 'OpenToAllSitesHeaders', {
    responseHeadersPolicyName: globalName(stage, 'open-headers'),
    comment: 'progress.json, embed.js',
    securityHeadersBehavior: { ...securityHeaders, contentSecurityPolicy: noFrames },
    corsBehavior: {
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD'],
      accessControlAllowHeaders: ['*'],
      accessControlAllowCredentials: false,
      originOverride: true,
    },
  });
