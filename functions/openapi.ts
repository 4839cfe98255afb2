import { systemContext } from '../shared/context.ts';
import { apiStack, type StackDependencies } from '../shared/http/api-middleware.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { openApi } from '../shared/http/openapi.ts';
import { jsonResponse } from '../shared/http/response.ts';

/** The OpenAPI description of the API. */
const describe = async (): Promise<ApiResponse> => jsonResponse(200, openApi());

export const newHandler = (dependencies: StackDependencies) => apiStack(dependencies).handler(describe);

export const handler = newHandler(systemContext);
