import {
  Aws,
  aws_apigatewayv2 as apigateway,
  aws_apigateway as apigatewayv1,
  aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** The HTTP API itself; the functions behind it are in signing.ts, since they know the site, which knows the API. */
export class Api extends Construct {
  readonly httpApi: apigateway.HttpApi;
  readonly stage: apigateway.HttpStage;
  /** Host that CloudFront asks. */
  readonly hostname: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    this.httpApi = new apigateway.HttpApi(this, 'HttpApi', {
      apiName: `undersigned-${deployment.stage}`,
      description: 'Takes forms and answers links.',
      createDefaultStage: false,
    });
    const logGroup = new logs.LogGroup(this, 'AccessLogs', {
      // With this prefix API Gateway may write without a resource policy that grows with every stage.
      logGroupName: `/aws/vendedlogs/undersigned/${deployment.stage}/api`,
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: deployment.removal,
    });
    this.stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      // The crowd that this is built for, and an end to what a flood can cost.
      throttle: { rateLimit: 2000, burstLimit: 4000 },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(logGroup),
        // The route, never the path, which holds tokens; and nobody's network address.
        format: apigatewayv1.AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            requestTime: '$context.requestTime',
            routeKey: '$context.routeKey',
            status: '$context.status',
            responseLength: '$context.responseLength',
            responseLatency: '$context.responseLatency',
            integrationLatency: '$context.integrationLatency',
            integrationStatus: '$context.integrationStatus',
            integrationError: '$context.integrationErrorMessage',
          }),
        ),
      },
    });
    this.hostname = `${this.httpApi.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }
}
