import type { ConsoleRoute } from './console-request.ts';
import { listCampaigns, signOut } from './session-routes.ts';

/** What answers each route of the console that needs a session, by its key in API Gateway; GET answers HEAD, too. */
export const consoleRoutes: Record<string, ConsoleRoute> = {
  'GET /console': listCampaigns,
  'POST /console/sign-out': signOut,
};
