import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A request as API Gateway's HTTP API hands it over (payload format 2.0: header names are lower case). */
export type ApiEvent = APIGatewayProxyEventV2;

export type ApiResponse = APIGatewayProxyStructuredResultV2;
