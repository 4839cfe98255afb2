import { aws_cloudfront as cloudfront, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const securityHeaders: cloudfront.ResponseSecurityHeadersBehavior = {
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: true,
    override: true,
  },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
  // A link's path holds its token: no other site is to learn it. The form's own site may, so that Origin is sent.
  referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override: true },
};

// Pages have the rest of their policy in a meta element, where frame-ancestors does not count; both apply together.
// What the API sends itself stands.
const noFrames = { contentSecurityPolicy: "frame-ancestors 'none'", override: false };

/** For pages and the API. */
export const secureHeaders = (scope: Construct): cloudfront.ResponseHeadersPolicy =>
  new cloudfront.ResponseHeadersPolicy(scope, 'SecureHeaders', {
    comment: 'Pages and API',
    securityHeadersBehavior: { ...securityHeaders, contentSecurityPolicy: noFrames },
  });

/** For `progress.json` and `embed.js`, which any site may show. */
export const openToAllSitesHeaders = (scope: Construct): cloudfront.ResponseHeadersPolicy =>
  new cloudfront.ResponseHeadersPolicy(scope, 'OpenToAllSitesHeaders', {
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
