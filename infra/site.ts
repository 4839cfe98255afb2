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
import { foldersFunction, goneFunction, viewerAddressFunction } from './edge/functions.ts';
import { edgeKey } from './edge-key.ts';
import { globalName } from './global-names.ts';
import { openFormHeaders, openToAllSitesHeaders, secureHeaders } from './headers.ts';
import type { Stage } from './stage/stage.ts';

/**
 * The distribution: pages from a bucket, the API under `/api/*`, and the API's 404 page for a page that does not exist.
 */
export class Site extends Construct {
  readonly bucket: s3.Bucket;
  readonly distribution: cloudfront.Distribution;
  /** `https://<host>`, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, api }: SiteProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Without versions, nothing of a withdrawn signer is kept. Every page can be rendered again.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: stage.removal,
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Readers get pages from CloudFront, never from the bucket. A log of who read a letter would be personal data that nobody needs.',
    );
    const originAccessControl = new cloudfront.S3OriginAccessControl(this, 'BucketAccess', {
      originAccessControlName: globalName(stage, 'bucket'),
    });
    const apiOrigin = new origins.HttpOrigin(api.hostname, {
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: { 'x-origin-verify': edgeKey() },
    });
    const pages: cloudfront.BehaviorOptions = {
      origin: new origins.OriginGroup({
        // @ts-expect-error: the library's Bucket declares `isWebsite` differently from its own IBucket.
        primaryOrigin: origins.S3BucketOrigin.withOriginAccessControl(this.bucket, { originAccessControl }),
        fallbackOrigin: apiOrigin,
        // S3 answers 403 for a missing object, because CloudFront may not list the bucket.
        fallbackStatusCodes: [403, 404],
      }),
      cachePolicy: new cloudfront.CachePolicy(this, 'PageCache', {
        cachePolicyName: globalName(stage, 'pages'),
        comment: 'Each page says with Cache-Control how long it may be cached',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(10),
        maxTtl: Duration.days(1),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    };
    const responseHeadersPolicy = secureHeaders(this, stage);
    const gone = goneFunction(this, stage);
    const whenGone = { eventType: cloudfront.FunctionEventType.VIEWER_RESPONSE, function: gone };
    const openToAllSites = openToAllSitesHeaders(this, stage);
    const fromApi: cloudfront.BehaviorOptions = {
      origin: apiOrigin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      functionAssociations: [
        {
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: viewerAddressFunction(this, stage),
        },
      ],
    };
    const { domain } = stage;
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `undersigned-${stage.name}`,
      ...(domain && {
        domainNames: [domain.name],
        certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...(stage.webAclArn && { webAclId: stage.webAclArn }),
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...pages,
        responseHeadersPolicy,
        functionAssociations: [
          {
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
            function: foldersFunction(this, stage),
          },
          whenGone,
        ],
      },
      additionalBehaviors: {
        // CloudFront uses the first pattern that matches. A preview in the console also has a progress.json.
        '/api/campaigns/*/sign-ons': { ...fromApi, responseHeadersPolicy: openFormHeaders(this, stage) },
        '/api/*': fromApi,
        // Also forwards the session's cookie, as the policy of the API does.
        '/console/*': fromApi,
        // progress.json is not marked when a campaign is taken down, because its content says so. The function also
        // removes metadata.
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
      },
      // By default, CloudFront caches every error for ten seconds, also those of the API. With 0, an error is cached
      // only as long as its own Cache-Control says: a missing page for ten seconds (functions/not-found.ts), an error
      // of the API never.
      errorResponses: [404, 405, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
    });
    acknowledge(this.distribution, 'AwsSolutions-CFR1', 'Letters are for readers in every country.');
    if (!stage.webAclArn)
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR2',
        'A firewall costs more each month than everything else here. API Gateway limits each route, bodies are limited to 16 KB, and only a link in a mail makes a sign-on count. The setting webAclArn adds a firewall.',
      );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR3',
      'CloudFront’s logs would hold network addresses and, in paths, the tokens of links. API Gateway logs routes instead.',
    );
    if (!domain) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR4',
        'CloudFront’s own certificate has its own TLS policy. A stage for the public has a domain, and with it TLS 1.2 or newer.',
      );
    }
    this.url = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
  }
}

interface SiteProps {
  stage: Stage;
  api: Api;
}
