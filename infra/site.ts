import {
  aws_certificatemanager as acm,
  aws_cloudfront as cloudfront,
  Duration,
  aws_cloudfront_origins as origins,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Api } from './api.ts';
import type { Deployment } from './deployment.ts';
import { foldersFunction } from './edge/folders.ts';
import { goneFunction } from './edge/gone.ts';
import { viewerAddressFunction } from './edge/viewer-address.ts';
import { edgeKey } from './edge-key.ts';
import { openToAllSitesHeaders, secureHeaders } from './headers.ts';

/** Pages from a bucket, the API under `/api/*`, and the API's own 404 for a page that does not exist. */
export class Site extends Construct {
  readonly bucket: s3.Bucket;
  readonly distribution: cloudfront.Distribution;
  /** `https://…` without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { deployment, api }: SiteProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // No versions: nothing of a withdrawn signer is to survive, and everything can be rendered again.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: deployment.removal,
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Readers come through CloudFront, never to the bucket; a log of who read a letter is data about people that nobody needs.',
    );
    const apiOrigin = new origins.HttpOrigin(api.hostname, {
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: { 'x-origin-verify': edgeKey() },
    });
    const pages: cloudfront.BehaviorOptions = {
      origin: new origins.OriginGroup({
        // @ts-expect-error: the library's Bucket declares `isWebsite` otherwise than its own IBucket does.
        primaryOrigin: origins.S3BucketOrigin.withOriginAccessControl(this.bucket),
        fallbackOrigin: apiOrigin,
        // Without leave to list the bucket, S3 answers 403 for what it does not have.
        fallbackStatusCodes: [403, 404],
      }),
      cachePolicy: new cloudfront.CachePolicy(this, 'AsTheFileSays', {
        comment: `undersigned-${deployment.stage}: each file says how long it may be kept`,
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(10),
        maxTtl: Duration.days(1),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    };
    const responseHeadersPolicy = secureHeaders(this);
    const gone = goneFunction(this, deployment);
    const whenGone = { eventType: cloudfront.FunctionEventType.VIEWER_RESPONSE, function: gone };
    const openToAllSites = openToAllSitesHeaders(this);
    const { domain } = deployment;
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `undersigned-${deployment.stage}`,
      ...(domain && {
        domainNames: [domain.name],
        certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...pages,
        responseHeadersPolicy,
        functionAssociations: [
          {
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
            function: foldersFunction(this, deployment),
          },
          whenGone,
        ],
      },
      additionalBehaviors: {
        // It has no mark when it was taken down, but says so itself; other metadata is nobody's business here either.
        '/*/progress.json': {
          ...pages,
          responseHeadersPolicy: openToAllSites,
          functionAssociations: [whenGone],
        },
        '/*/embed.js': {
          ...pages,
          responseHeadersPolicy: openToAllSites,
          functionAssociations: [whenGone],
        },
        '/api/*': {
          origin: apiOrigin,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          responseHeadersPolicy,
          functionAssociations: [
            {
              eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
              function: viewerAddressFunction(this, deployment),
            },
          ],
        },
      },
      // CloudFront keeps errors for ten seconds, even uncacheable ones, and the kept one may be JSON for a program
      // where the next request comes from a browser. A page that is published appears at once, too.
      errorResponses: [404, 405, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
    });
    acknowledge(this.distribution, 'AwsSolutions-CFR1', 'Letters are for everybody, wherever they are.');
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR2',
      'A firewall costs more each month than everything else here together. API Gateway limits the rate, bodies are limited to 16 KB, and only a link in a mail makes a sign-on count; docs/deploy.md says how to add one.',
    );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR3',
      'CloudFront’s logs hold network addresses and full paths, and so the tokens of links: nobody is to have them. API Gateway logs routes instead.',
    );
    if (!domain) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR4',
        'CloudFront’s own certificate comes with its own TLS policy. A stage for the public has a domain, and with it TLS 1.2 at least.',
      );
    }
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
  }
}

interface SiteProps {
  deployment: Deployment;
  api: Api;
}
