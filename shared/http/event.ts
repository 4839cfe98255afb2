import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A request as API Gateway's HTTP API passes it on (payload format 2.0: header names are in lower case). */
export type ApiEvent = APIGatewayProxyEventV2;

export type ApiResponse = APIGatewayProxyStructuredResultV2;
