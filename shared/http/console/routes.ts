import { decisions } from '../../console/permissions.ts';
import { hold, pause, resumeMail, showLog, showOverview } from './campaign-routes.ts';
import { confirmedCommand } from './confirmed-routes.ts';
import { type ConsoleRoute, campaignRoute } from './console-request.ts';
import { decideOn, decideOnMany } from './decision-routes.ts';
import { listInvited } from './invited-route.ts';
import { listCampaigns, signOut } from './session-routes.ts';
import { listSignOns, reviewNext, showSignOn } from './sign-on-routes.ts';

/** The handler of each route of the console that needs a session, by its key in API Gateway. GET also answers HEAD. */
export const consoleRoutes: Record<string, ConsoleRoute> = {
  'GET /console': listCampaigns,
  'POST /console/sign-out': signOut,
  'GET /console/{slug}': campaignRoute('see', showOverview),
  'GET /console/{slug}/sign-ons': campaignRoute('see', listSignOns),
  'GET /console/{slug}/sign-ons/{id}': campaignRoute('see', showSignOn),
  'GET /console/{slug}/review': campaignRoute('decide', reviewNext),
  'GET /console/{slug}/invited': campaignRoute('see', listInvited),
  'GET /console/{slug}/log': campaignRoute('see', showLog),
  // Here, `{id}` is `approve` or `reject`, and the body contains the sign-ons.
  'POST /console/{slug}/sign-ons/{id}': campaignRoute('decide', decideOnMany),
  ...Object.fromEntries(
    decisions.map((decision) => [
      `POST /console/{slug}/sign-ons/{id}/${decision}`,
      campaignRoute('decide', decideOn(decision)),
    ]),
  ),
  ...Object.fromEntries(
    (['resume', 'delivered', 'publish', 'embargo', 'supplement', 'take-down', 'erase'] as const).map(
      (command) => [`POST /console/{slug}/${command}`, campaignRoute('control', confirmedCommand(command))],
    ),
  ),
  'POST /console/{slug}/hold': campaignRoute('control', hold),
  'POST /console/{slug}/resume-mail': campaignRoute('control', resumeMail),
  'POST /console/{slug}/pause': campaignRoute('control', pause(true)),
  'POST /console/{slug}/unpause': campaignRoute('control', pause(false)),
};
