import * as z from 'zod';
import { campaignPath } from '../shared/campaign/localized-settings.ts';
import { systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { jsonResponse, seeOther } from '../shared/http/response.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { emptySignOn, withdrawSignOn } from '../shared/operations/signing/withdraw.ts';
import type { WithdrawInput } from '../shared/operations/signing/withdraw-unchanged.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string(), LINK_KEYS_SECRET: z.string() });

export interface WithdrawDependencies extends StackDependencies, SignOnLinkDependencies {
  withdraw: (input: WithdrawInput) => Promise<'withdrawn'>;
  /** Withdraws, and deletes what was typed. */
  empty: (input: WithdrawInput) => Promise<'withdrawn'>;
  newUlid: () => string;
}

/** Withdraws a sign-on. `not-me` also empties the row, and the page says so. */
const pressWithdraw =
  (dependencies: WithdrawDependencies) =>
  async (event: NegotiatedRequest): Promise<ApiResponse> => {
    const { campaign, signOn, token, now } = await resolveSignOnLink(event, dependencies);
    const isNotMe = event.rawPath.endsWith('/not-me');
    const input = { signOn, now, newUlid: dependencies.newUlid };
    const status = await (isNotMe ? dependencies.empty(input) : dependencies.withdraw(input));
    if (!event.prefersHtml) return jsonResponse(200, { status });
    // The pages of a campaign that was taken down are gone, so the signer's own page says that it is done.
    const { settings, isTakenDown } = campaign;
    return seeOther(
      isTakenDown
        ? `/api/sign-ons/${token}`
        : `${campaignPath(settings)}${isNotMe ? 'not-you' : 'withdrawn'}/`,
    );
  };

export const newHandler = (dependencies: WithdrawDependencies) =>
  apiStack(dependencies).use(parseBody()).handler(pressWithdraw(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  withdraw: (input) => withdrawSignOn(store, input),
  empty: (input) => emptySignOn(store, input),
  ...systemContext,
});
