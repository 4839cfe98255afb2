import * as z from 'zod';
import { Refusal } from '../errors.ts';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';

const integrationSchema = z.object({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') });
const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default('NONE'),
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

/** The HTTP API. Throws if a route has an authorizer, because the local stack would not call it. */
export function readApi(assembly: Assembly, resolver: Resolver): Api {
  const [api] = resourcesOf(assembly, resolver, 'AWS::ApiGatewayV2::Api', z.unknown());
  if (!api) throw new Error('The template has no HTTP API.');
  const integrations = new Map<string, string>(
    resourcesOf(assembly, resolver, 'AWS::ApiGatewayV2::Integration', integrationSchema).map(
      ({ logicalId, properties }) => [`integrations/${logicalId}`, properties.IntegrationUri] as const,
    ),
  );
  const id = resolver.ref(api.logicalId);
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
        return { routeKey: RouteKey, functionArn };
      },
    ),
  };
}
