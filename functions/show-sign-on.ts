import * as z from 'zod';
import { json, page } from '../shared/http/answer.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { shownSignOn } from '../shared/http/shown-sign-on.ts';
import { followSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';
import { correctable } from '../shared/sign-on/correction.ts';
import { ownersView } from '../shared/sign-on/owners-view.ts';
import { openLinks } from '../shared/store/signed-links.ts';
import { openStore } from '../shared/store/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string(), SITE_URL: z.string() });

export interface ShowDependencies extends StackDependencies, SignOnLinkDependencies {
  siteUrl: string;
}

/** Shows what is signed, or waits to be, with the buttons that its owner can press. Changes nothing. */
const show =
  (dependencies: ShowDependencies) =>
  async (event: Asked): Promise<ApiResponse> => {
    const { standing, signOn: stored, token, now } = await followSignOnLink(event, dependencies);
    const { signOn, offer, ...view } = ownersView(stored, standing, now);
    if (!event.wantsPage) return json(200, shownSignOn({ signOn, offer, ...view }, standing));
    const { settings } = standing;
    const { siteUrl } = dependencies;
    if (!offer) {
      const { messagePage } = await import('../shared/pages/message-page.tsx');
      return page(200, messagePage({ settings, siteUrl }, 'withdrawn', view));
    }
    const { signOnPage } = await import('../shared/pages/sign-on-page.tsx');
    const { savedFields, savedParameter } = await import('../shared/pages/saved-correction.tsx');
    const { kind, status } = signOn;
    return page(
      200,
      signOnPage({
        ...view,
        settings,
        siteUrl,
        kind,
        status,
        // A change may have been typed in another language than its owner's.
        shown: { ...offer.details, language: settings.language },
        correctable: correctable(signOn),
        saved: savedFields(event.queryStringParameters?.[savedParameter]),
        isTakenDown: standing.isTakenDown,
        shownHash: offer.hash,
        token,
      }),
    );
  };

export const newHandler = (dependencies: ShowDependencies) =>
  apiStack(dependencies).handler(show(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, SITE_URL } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...openLinks(store, LINK_KEYS_SECRET, () => new Date()),
  siteUrl: SITE_URL,
  log,
});
