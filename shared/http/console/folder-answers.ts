import { Problem } from '../problem.ts';
import { type ConsoleRoute, campaignRoute, type SignedInRequest } from './console-request.ts';
import type { FolderContext } from './folder-request.ts';
import { applyFolder, checkFolder, showFolder, showTexts } from './folder-routes.ts';

/** What answers each route about a campaign's files, by its key in API Gateway; GET answers HEAD, too. */
export const folderRoutes: Record<string, ConsoleRoute<FolderContext>> = {
  'GET /console/{slug}/folder': campaignRoute('see', showFolder),
  'GET /console/{slug}/texts': campaignRoute('see', showTexts),
  'POST /console/{slug}/folder/check': campaignRoute('see', checkFolder),
  'POST /console/{slug}/folder/apply': campaignRoute('edit-texts', applyFolder),
};

/** @throws Problem `not-found` for a key that is not one of `folderRoutes` */
export async function answerFolderRoute(request: SignedInRequest, context: FolderContext) {
  const route = folderRoutes[request.requestContext.routeKey.replace(/^HEAD /, 'GET ')];
  if (!route) throw new Problem('not-found');
  return await route(request, context);
}
