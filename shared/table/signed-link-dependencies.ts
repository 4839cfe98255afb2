import { linkKeysReader, readSecret } from '../aws/secrets.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { cachedSettings } from './settings.ts';
import { readSignOn } from './sign-ons.ts';
import type { Store } from './table.ts';

/** What a function needs to follow the links in mails: campaigns, the keys that sign, and sign-ons, with its clock. */
export const signedLinkDependencies = (store: Store, linkKeysSecret: string, now: () => Date) => ({
  readCampaign: cachedSettings(store, now),
  linkKeys: linkKeysReader(() => readSecret(linkKeysSecret), now),
  readSignOn: (of: { slug: string; id: string; now: Date }): Promise<SignOn | undefined> =>
    readSignOn(store, of),
  now,
});
