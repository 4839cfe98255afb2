import * as z from 'zod';
import { systemContext } from '../shared/context.ts';
import type { NegotiatedRequest } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import { type ConsoleContext, sessionOf } from '../shared/http/console/console-request.ts';
import { consoleStack } from '../shared/http/console/console-stack.ts';
import { consoleRoutes } from '../shared/http/console/routes.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import type { Fields } from '../shared/http/form.ts';
import { Problem } from '../shared/http/problem.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), SITE_URL: z.string() });

/** Answers a route of the console for whoever is signed in. */
const answer =
  (context: ConsoleContext) =>
  async (event: NegotiatedRequest & { fields: Fields }): Promise<ApiResponse> => {
    const session = await sessionOf(event, context);
    const route = consoleRoutes[event.requestContext.routeKey.replace(/^HEAD /, 'GET ')];
    if (!route) throw new Problem('not-found');
    return await route({ ...event, session }, context);
  };

export const newHandler = (context: ConsoleContext) =>
  consoleStack(context).use(parseBody()).handler(answer(context));

const { TABLE_NAME, SITE_URL } = environment.parse(process.env);

export const handler = newHandler({ store: openStore(TABLE_NAME), siteUrl: SITE_URL, ...systemContext });
