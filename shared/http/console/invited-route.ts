import { invitedAnswer } from '../../operations/inviting/invited-answer.ts';
import { readInvitedStatuses } from '../../operations/inviting/invited-status.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { frameOf } from './sign-on-routes.ts';

/** Which of the invited organizations have signed, have not, or signed under another name. */
export async function listInvited(request: CampaignRequest, { store }: ConsoleContext) {
  const { slug, prefersHtml, session } = request;
  const statuses = await readInvitedStatuses(store, slug);
  if (!prefersHtml) return jsonResponse(200, invitedAnswer(statuses));
  const { invitedPage } = await import('../../console/pages/invited-page.tsx');
  return htmlResponse(200, invitedPage({ frame: frameOf(request), viewer: session, statuses }));
}
