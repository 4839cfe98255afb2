import type { Settings } from '../../shared/campaign/settings.ts';
import type { SignOnLinkDependencies } from '../../shared/http/signed-link.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { testLinkKeys, testNow } from './api.ts';

/** The target of a link in an email, kept in memory. Tests change it. */
export interface LinkTarget {
  settings: Settings;
  signOn: SignOn | undefined;
  isTakenDown?: boolean;
}

export const linkDependencies = (world: LinkTarget): SignOnLinkDependencies => ({
  readCampaign: async (slug) =>
    slug === world.settings.slug ? { settings: world.settings, takenDown: world.isTakenDown } : undefined,
  linkKeys: async () => testLinkKeys,
  readSignOn: async ({ slug, id }) =>
    slug === world.settings.slug && id === world.signOn?.id ? world.signOn : undefined,
  now: () => testNow,
});
