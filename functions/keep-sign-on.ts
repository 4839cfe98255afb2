import * as z from 'zod';
import { json, seeOther } from '../shared/http/answer.ts';
import { bodyFields } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { shownSignOn } from '../shared/http/shown-sign-on.ts';
import { followSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';
import { keepSigned } from '../shared/operations/signing/keep.ts';
import { ownersView } from '../shared/sign-on/owners-view.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { openLinks } from '../shared/table/signed-links.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string() });

export interface KeepDependencies extends StackDependencies, SignOnLinkDependencies {
  keep: (signOn: SignOn) => Promise<void>;
}

/** What is signed stays, and the change that waits goes; a browser gets the page again, which shows what stands. */
const pressKeep =
  (dependencies: KeepDependencies) =>
  async (event: Asked): Promise<ApiResponse> => {
    const { standing, signOn, token, now } = await followSignOnLink(event, dependencies);
    await dependencies.keep(signOn);
    if (event.wantsPage) return seeOther(`/api/sign-ons/${token}`);
    const { slug, id } = signOn;
    const standsNow = (await dependencies.readSignOn({ slug, id, now })) ?? signOn;
    return json(200, shownSignOn(ownersView(standsNow, standing, now), standing));
  };

export const newHandler = (dependencies: KeepDependencies) =>
  apiStack(dependencies).use(bodyFields()).handler(pressKeep(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...openLinks(store, LINK_KEYS_SECRET, () => new Date()),
  keep: (signOn) => keepSigned(store, signOn),
  log,
});
