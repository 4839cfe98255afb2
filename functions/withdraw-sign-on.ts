import * as z from 'zod';
import { campaignPath } from '../shared/campaign/localized-settings.ts';
import { systemContext } from '../shared/context.ts';
import { jsonResponse, seeOther } from '../shared/http/answer.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { type WithdrawInput, withdrawSignOn } from '../shared/operations/signing/withdraw.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string() });

export interface WithdrawDependencies extends StackDependencies, SignOnLinkDependencies {
  withdraw: (withdrawing: WithdrawInput) => Promise<'withdrawn'>;
  newUlid: () => string;
}

/** Takes a sign-on back, or says that it was somebody else's doing: both end in the same state. */
const pressWithdraw =
  (dependencies: WithdrawDependencies) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const { campaign, signOn, token, now } = await resolveSignOnLink(event, dependencies);
    const status = await dependencies.withdraw({ signOn, now, newUlid: dependencies.newUlid });
    if (!event.prefersHtml) return jsonResponse(200, { status });
    // The pages of a campaign that was taken down are gone: its signer's own page says that it is done.
    const { settings, isTakenDown } = campaign;
    return seeOther(isTakenDown ? `/api/sign-ons/${token}` : `${campaignPath(settings)}withdrawn/`);
  };

export const newHandler = (dependencies: WithdrawDependencies) =>
  apiStack(dependencies).use(parseBody()).handler(pressWithdraw(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  withdraw: (withdrawing) => withdrawSignOn(store, withdrawing),
  ...systemContext,
});
