import type { Settings } from '../../shared/campaign/settings.ts';
import type { InvitationDependencies } from '../../shared/http/shown-invitation.ts';
import type { SignOnLinkDependencies } from '../../shared/http/signed-link.ts';
import type { Invited } from '../../shared/operations/inviting/invited.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { testLinkKeys, testNow } from './api.ts';

/** The target of a link in an email, kept in memory. Tests change it. */
export interface LinkTarget {
  settings: Settings;
  signOn: SignOn | undefined;
  isTakenDown?: boolean;
  invited?: Invited;
}

export const linkDependencies = (world: LinkTarget): SignOnLinkDependencies & InvitationDependencies => ({
  readCampaign: async (slug) =>
    slug === world.settings.slug ? { settings: world.settings, takenDown: world.isTakenDown } : undefined,
  linkKeys: async () => testLinkKeys,
  readSignOn: async ({ slug, id }) =>
    slug === world.settings.slug && id === world.signOn?.id ? world.signOn : undefined,
  readInvited: async (slug, id) =>
    slug === world.settings.slug && id === world.invited?.id ? world.invited : undefined,
  now: () => testNow,
});
