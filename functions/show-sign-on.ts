import * as z from 'zod';
import { openness } from '../shared/campaign/gate.ts';
import { json, page } from '../shared/http/answer.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { shownSignOn } from '../shared/http/shown-sign-on.ts';
import { followSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';
import { actionsOf } from '../shared/sign-on/actions.ts';
import { hasWaitingChange, isLetterNew, mustAgree, offered } from '../shared/sign-on/confirmation.ts';
import { correctable } from '../shared/sign-on/correction.ts';
import { standingOf } from '../shared/sign-on/standing.ts';
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
    const followed = await followSignOnLink(event, dependencies);
    const { settings, letters, isTakenDown, token, now } = followed;
    const standing = { settings, letters, isTakenDown };
    const actions = actionsOf(followed.signOn, standing, now);
    // A change that can no longer be confirmed is nothing to its owner.
    const isVain = hasWaitingChange(followed.signOn) && !actions.includes('confirm');
    const signOn = isVain ? { ...followed.signOn, submission: undefined } : followed.signOn;
    const { siteUrl } = dependencies;
    const { kind, status } = signOn;
    const offer = offered(signOn, standing);
    const canSignAgain = !isTakenDown && openness(settings, false, now) === 'open';
    if (!event.wantsPage) return json(200, shownSignOn(signOn, standing, now));
    if (!offer) {
      const { messagePage } = await import('../shared/pages/message-page.tsx');
      return page(200, messagePage({ settings, siteUrl }, 'withdrawn', { canSignAgain }));
    }
    const { signOnPage } = await import('../shared/pages/sign-on-page.tsx');
    return page(
      200,
      signOnPage({
        settings,
        siteUrl,
        kind,
        status,
        // Whoever typed a change did so in their own language, which need not be its owner's.
        shown: { ...offer.details, language: settings.language },
        correctable: correctable(signOn),
        shownHash: offer.hash,
        actions,
        token,
        isChange: status === 'confirmed' && signOn.submission !== undefined && actions.includes('confirm'),
        isLetterNew: isLetterNew(signOn, standing),
        mustAgree: mustAgree(signOn, standing),
        isWaiting: standingOf(signOn) === 'duplicate',
        isInReview: standingOf(signOn) === 'waiting',
        canSignAgain,
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
