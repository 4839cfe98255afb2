import {
  Aws,
  aws_apigatewayv2 as apigateway,
  aws_apigateway as apigatewayv1,
  aws_logs as logs,
  RemovalPolicy,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Stage } from './stage/stage.ts';

/** Requests a second, and how many more at once. Above this, API Gateway answers 429 and starts no function. */
export interface Throttle {
  rateLimit: number;
  burstLimit: number;
}

/** The HTTP API. Its routes are in routes.ts, because their functions refer to the site, which refers to the API. */
export class Api extends Construct {
  readonly httpApi: apigateway.HttpApi;
  readonly stage: apigateway.HttpStage;
  /** The host that CloudFront sends requests to. */
  readonly hostname: string;
  private readonly routeSettings: Record<string, object> = {};

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.httpApi = new apigateway.HttpApi(this, 'HttpApi', {
      apiName: `undersigned-${stage.name}`,
      description: 'Takes forms and answers links.',
      createDefaultStage: false,
    });
    const logGroup = new logs.LogGroup(this, 'AccessLogs', {
      // With this prefix, API Gateway may write without a resource policy. Such a policy would grow with every stage.
      logGroupName: `/aws/vendedlogs/undersigned/${stage.name}/api`,
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      // The limit of routes without their own. Today, every route has its own (routes.ts).
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(logGroup),
        // The route, not the path, because paths contain tokens. No network addresses.
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

  /** Limits a route, so that its requests do not use up the functions that other routes need. */
  throttle(route: apigateway.HttpRoute, { rateLimit, burstLimit }: Throttle): void {
    const { defaultChild: stage } = this.stage.node;
    const { defaultChild: cfnRoute } = route.node;
    if (!(stage instanceof apigateway.CfnStage) || !(cfnRoute instanceof apigateway.CfnRoute))
      throw new Error('An HttpStage consists of its CfnStage, and an HttpRoute of its CfnRoute.');
    this.routeSettings[cfnRoute.routeKey] = {
      ThrottlingRateLimit: rateLimit,
      ThrottlingBurstLimit: burstLimit,
    };
    stage.routeSettings = this.routeSettings;
    // API Gateway refuses the limit of a route that does not exist yet.
    stage.addResourceDependency(cfnRoute);
  }
}
