import * as z from 'zod';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { htmlResponse, jsonResponse } from '../shared/http/response.ts';
import { type InvitationDependencies, showInvitation } from '../shared/http/shown-invitation.ts';
import { signOnResponse } from '../shared/http/shown-sign-on.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { log } from '../shared/log.ts';
import { readInvited } from '../shared/operations/inviting/invited.ts';
import { correctableDetails } from '../shared/sign-on/correction.ts';
import { ownersView } from '../shared/sign-on/owners-view.ts';
import type { Details, SignOn } from '../shared/sign-on/sign-on.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string(), SITE_URL: z.string() });

export interface ShowDependencies extends StackDependencies, SignOnLinkDependencies, InvitationDependencies {
  siteUrl: string;
}

/**
 * Shows what is signed, or waits for confirmation, with the buttons that its owner can press; or the form for an
 * invited organization. Changes nothing.
 */
const show =
  (dependencies: ShowDependencies) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    if (event.rawPath.startsWith('/api/invitations/')) return await showInvitation(event, dependencies);
    const { campaign, signOn: stored, token, now } = await resolveSignOnLink(event, dependencies);
    const { signOn, confirmable, ...view } = ownersView(stored, campaign, now);
    if (!event.prefersHtml)
      return jsonResponse(200, signOnResponse({ signOn, confirmable, ...view }, campaign));
    const { settings } = campaign;
    const { siteUrl } = dependencies;
    if (!confirmable) {
      const { resultPage } = await import('../shared/rendering/pages/result-page.tsx');
      return htmlResponse(200, resultPage({ settings, siteUrl }, 'not-you', view));
    }
    const { signOnPage } = await import('../shared/rendering/pages/sign-on-page.tsx');
    const { changedFields, savedFields, savedParameter } = await import(
      '../shared/rendering/pages/saved-correction.tsx'
    );
    const { kind, status } = signOn;
    const change = campaign.isTakenDown ? undefined : waitingChangeOf(signOn);
    return htmlResponse(
      200,
      signOnPage({
        ...view,
        settings,
        siteUrl,
        kind,
        status,
        // A change may have been typed in another language than its owner's.
        shown: { ...confirmable.details, language: settings.language },
        correctable: correctableDetails(signOn),
        waitingChange: change && changedFields(kind, change.signed, change.proposed, settings),
        saved: savedFields(event.queryStringParameters?.[savedParameter]),
        isTakenDown: campaign.isTakenDown,
        shownHash: confirmable.hash,
        token,
      }),
    );
  };

/** The words that count, and those that an organizer has to approve. */
const waitingChangeOf = ({
  status,
  signed,
  proposed,
}: SignOn): { signed: Details; proposed: Details } | undefined =>
  status === 'confirmed' && signed && proposed ? { signed, proposed } : undefined;

export const newHandler = (dependencies: ShowDependencies) =>
  apiStack(dependencies).handler(show(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, SITE_URL } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  readInvited: (slug, id) => readInvited(store, slug, id),
  siteUrl: SITE_URL,
  log,
});
