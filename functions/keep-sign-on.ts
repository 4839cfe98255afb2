import * as z from 'zod';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { jsonResponse, seeOther } from '../shared/http/response.ts';
import { signOnResponse } from '../shared/http/shown-sign-on.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { log } from '../shared/log.ts';
import { dropWaitingChange } from '../shared/operations/signing/drop-waiting-change.ts';
import { ownersView } from '../shared/sign-on/owners-view.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string() });

export interface KeepDependencies extends StackDependencies, SignOnLinkDependencies {
  keep: (signOn: SignOn) => Promise<void>;
}

/** Keeps what is signed and drops the change that waits. A browser gets the page again. */
const pressKeep =
  (dependencies: KeepDependencies) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const { campaign, signOn, token, now } = await resolveSignOnLink(event, dependencies);
    await dependencies.keep(signOn);
    if (event.prefersHtml) return seeOther(`/api/sign-ons/${token}`);
    const { slug, id } = signOn;
    const standsNow = (await dependencies.readSignOn({ slug, id, now })) ?? signOn;
    return jsonResponse(200, signOnResponse(ownersView(standsNow, campaign, now), campaign));
  };

export const newHandler = (dependencies: KeepDependencies) =>
  apiStack(dependencies).use(parseBody()).handler(pressKeep(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  keep: (signOn) => dropWaitingChange(store, signOn),
  log,
});
