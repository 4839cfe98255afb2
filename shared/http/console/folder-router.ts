import { Problem } from '../problem.ts';
import { type ConsoleRoute, campaignRoute, type SignedInRequest } from './console-request.ts';
import { correct } from './correct-route.ts';
import { exportTable } from './export-route.ts';
import type { FolderContext } from './folder-request.ts';
import { applyFolder, approveQuote, checkFolder, showFolder, showTexts } from './folder-routes.ts';
import { importTable, showImport } from './import-route.ts';
import { createCampaign, showNewCampaign } from './new-route.ts';
import { saveSettings, showSettings } from './settings-route.ts';

/** The handler of each route about a campaign's files and tables, by its key in API Gateway. GET also answers HEAD. */
export const folderRoutes: Record<string, ConsoleRoute<FolderContext>> = {
  'GET /console/{slug}/folder': campaignRoute('see', showFolder),
  'GET /console/{slug}/texts': campaignRoute('see', showTexts),
  'POST /console/{slug}/folder/check': campaignRoute('see', checkFolder),
  'POST /console/{slug}/folder/apply': campaignRoute('edit-texts', applyFolder),
  'POST /console/{slug}/folder/quotes': campaignRoute('edit-settings', approveQuote),
  'GET /console/{slug}/settings': campaignRoute('edit-settings', showSettings),
  'POST /console/{slug}/settings': campaignRoute('edit-settings', saveSettings),
  'POST /console/{slug}/correct': campaignRoute('control', correct),
  'GET /console/{slug}/import': campaignRoute('import', showImport),
  'POST /console/{slug}/import': campaignRoute('import', importTable),
  'GET /console/{slug}/export.csv': campaignRoute('export', exportTable),
  'GET /console/new': showNewCampaign,
  'POST /console/new': createCampaign,
};

/** @throws Problem `not-found` for a key that is not one of `folderRoutes` */
export async function answerFolderRoute(request: SignedInRequest, context: FolderContext) {
  const route = folderRoutes[request.requestContext.routeKey.replace(/^HEAD /, 'GET ')];
  if (!route) throw new Problem('not-found');
  return await route(request, context);
}
