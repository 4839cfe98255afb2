import * as z from 'zod';
import { arn } from '../aws.ts';
import { Refusal } from '../errors.ts';
import { matches } from '../iam/evaluate.ts';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';

const integrationSchema = z.object({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') });
const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default('NONE'),
});

const permissionSchema = z.object({
  Principal: z.string(),
  FunctionName: z.string(),
  SourceArn: z.string().default('*'),
});

export interface Route {
  /** `METHOD /path/{parameter}` or `$default` */
  routeKey: string;
  functionArn: string;
}

export interface Api {
  id: string;
  /** Host to which CloudFront sends requests. */
  host: string;
  routes: Route[];
}

/**
 * The HTTP API.
 *
 * @throws Refusal if a route has an authorizer, which the local stack would not call, or if the policy of its function
 *   does not let API Gateway call it, which would answer 500
 */
export function readApi(assembly: Assembly, resolver: Resolver): Api {
  const [api] = resourcesOf(assembly, resolver, 'AWS::ApiGatewayV2::Api', z.unknown());
  if (!api) throw new Error('The template has no HTTP API.');
  const integrations = new Map<string, string>(
    resourcesOf(assembly, resolver, 'AWS::ApiGatewayV2::Integration', integrationSchema).map(
      ({ logicalId, properties }) => [`integrations/${logicalId}`, properties.IntegrationUri] as const,
    ),
  );
  const id = resolver.ref(api.logicalId);
  const permissions = resourcesOf(assembly, resolver, 'AWS::Lambda::Permission', permissionSchema)
    .map(({ properties }) => properties)
    .filter(({ Principal }) => Principal === 'apigateway.amazonaws.com');
  const mayCall = (functionArn: string, source: string): boolean =>
    permissions.some(
      ({ FunctionName, SourceArn }) => FunctionName === functionArn && matches(SourceArn, source),
    );
  return {
    id,
    host: new URL(resolver.attribute(api.logicalId, 'ApiEndpoint')).host,
    routes: resourcesOf(assembly, resolver, 'AWS::ApiGatewayV2::Route', routeSchema).map(
      ({ logicalId, properties: { RouteKey, Target, AuthorizationType } }) => {
        const functionArn = integrations.get(Target);
        if (!functionArn) throw new Error(`Route ${logicalId} has no integration with a function.`);
        if (AuthorizationType !== 'NONE') {
          throw new Refusal(`The local stack has no authorizers, and route "${RouteKey}" needs one.`);
        }
        const source = sourceOf(id, RouteKey);
        if (!mayCall(functionArn, source)) {
          throw new Refusal(
            `No AWS::Lambda::Permission lets API Gateway call ${functionArn} for route "${RouteKey}", as ${source}.`,
          );
        }
        return { routeKey: RouteKey, functionArn };
      },
    ),
  };
}

/**
 * What API Gateway says to Lambda that it calls a function for: `<api>/<stage>/<METHOD>/<path>`, or for the default
 * route `<api>/<stage>/$default`. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
const sourceOf = (apiId: string, routeKey: string): string =>
  arn('execute-api', `${apiId}/$default/${routeKey.replace(' ', '')}`);
