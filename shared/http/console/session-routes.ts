import { campaignsOf } from '../../console/campaign-summary.ts';
import { endAllSessions, endSession } from '../../operations/signing-in/sessions.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import type { ConsoleRoute } from './console-request.ts';
import { endedCookie } from './session-cookie.ts';

/** The organizer's own campaigns. An organizer without campaigns is signed out. */
export const listCampaigns: ConsoleRoute = async ({ session, prefersHtml, language }, { store, now }) => {
  const campaigns = await campaignsOf(store, session.email, now());
  if (campaigns.length === 0) {
    await endSession(store, session);
    throw new Problem('sign-in');
  }
  if (!prefersHtml) return jsonResponse(200, { campaigns });
  const { campaignsPage } = await import('../../console/pages/campaigns-page.tsx');
  return htmlResponse(200, campaignsPage({ language, viewer: session, campaigns }));
};

/** Ends this session, or (`everywhere`) all sessions of the organizer. */
export const signOut: ConsoleRoute = async ({ session, fields, prefersHtml }, { store }) => {
  if (fields.everywhere === 'yes' || fields.everywhere === true)
    await endAllSessions(store, session.addressHash);
  else await endSession(store, session);
  const cookies = [endedCookie];
  if (!prefersHtml) return { ...jsonResponse(200, { status: 'signed-out' }), cookies };
  return { statusCode: 303, headers: { location: '/console/sign-in' }, cookies };
};
