import { openness } from '../campaign/status.ts';
import type { Invited } from '../operations/inviting/invited.ts';
import { invitationSource } from '../sign-on/sources.ts';
import type { NegotiatedRequest } from './api-middleware.ts';
import type { ApiResponse } from './event.ts';
import { htmlResponse, jsonResponse } from './response.ts';
import { type LinkDependencies, resolveLink } from './signed-link.ts';

export interface InvitationDependencies extends LinkDependencies {
  readInvited: (slug: string, id: string) => Promise<Invited | undefined>;
  now: () => Date;
}

/**
 * The page behind an invitation: the form with the organization's name filled in. It shows nothing that the list does
 * not say of this organization, not its address, and not whether it has signed. Changes nothing.
 */
export async function showInvitation(
  event: NegotiatedRequest,
  dependencies: InvitationDependencies,
): Promise<ApiResponse> {
  const { settings, isPaused, isTakenDown, row } = await resolveLink(
    event.pathParameters?.token,
    async ({ purpose, slug, id }) =>
      purpose === 'invitation' ? await dependencies.readInvited(slug, id) : undefined,
    dependencies,
  );
  const { id, organization } = row;
  if (!event.prefersHtml)
    return jsonResponse(200, { campaign: settings.slug, organizationName: organization });
  if (isTakenDown) {
    const { gonePage } = await import('../rendering/pages/gone-page.tsx');
    return htmlResponse(410, gonePage(settings));
  }
  const state = openness(settings, isPaused, dependencies.now());
  const { formPage } = await import('../rendering/pages/form-page.tsx');
  const isForBoth = settings.signatories.organizations && settings.signatories.individuals;
  const values = {
    organizationName: organization,
    source: invitationSource(id),
    ...(isForBoth && { kind: 'organization' }),
  };
  return htmlResponse(
    200,
    formPage({ settings, openness: state }, { values, errors: [], invited: organization }),
  );
}
