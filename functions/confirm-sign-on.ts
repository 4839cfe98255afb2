import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { campaignPath } from '../shared/campaign/localized-settings.ts';
import type { Settings } from '../shared/campaign/settings.ts';
import { systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import { type ConfirmBody, confirmBodySchema } from '../shared/http/confirm-body.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { jsonResponse, seeOther } from '../shared/http/response.ts';
import type { ConfirmResponse } from '../shared/http/response-schemas.ts';
import { resolveSignOnLink, type SignOnLinkDependencies } from '../shared/http/signed-link.ts';
import { takenDownProblem } from '../shared/http/taken-down-problem.ts';
import { validateBody } from '../shared/http/validate-body.ts';
import {
  type ConfirmInput,
  type ConfirmOutcome,
  confirmSignOn,
} from '../shared/operations/signing/confirm.ts';
import { signedLinkDependencies } from '../shared/table/signed-link-dependencies.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  LINK_KEYS_SECRET: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
});

export interface ConfirmDependencies extends StackDependencies, SignOnLinkDependencies {
  confirm: (input: ConfirmInput) => Promise<ConfirmOutcome>;
  newUlid: () => string;
  /** The secret that hashes addresses. Read only if there is a review. */
  addressKey: () => Promise<string>;
}

/** Confirms: what was submitted becomes what is signed, if it is still what the page showed. */
const pressConfirm =
  (dependencies: ConfirmDependencies) =>
  async (event: NegotiatedRequest & { input: ConfirmBody }): Promise<ApiResponse> => {
    const { campaign, signOn, now } = await resolveSignOnLink(event, dependencies);
    const { settings, letters, isTakenDown } = campaign;
    if (isTakenDown) throw takenDownProblem(settings);
    const { confirm, newUlid, addressKey } = dependencies;
    const { shown: shownHash } = event.input;
    const outcome = await confirm({ settings, letters, signOn, shownHash, now, newUlid, addressKey });
    const { status, path } = answerOf(outcome, settings);
    return event.prefersHtml ? seeOther(`${campaignPath(settings)}${path}/`) : jsonResponse(200, { status });
  };

function answerOf(outcome: ConfirmOutcome, campaign: Settings): ConfirmResponse & { path: string } {
  switch (outcome) {
    case 'confirmed':
    case 'already-confirmed':
    case 'corrected':
      return { status: outcome, path: 'signed' };
    case 'waiting-for-review':
      return { status: outcome, path: 'waiting' };
    case 'already-signed-by-organization':
      return { status: outcome, path: 'already-signed' };
    case 'changed':
    case 'closed':
      throw new Problem(outcome, { campaign });
    case 'withdrawn':
    case 'rejected':
      throw new Problem('changed', { text: outcome, campaign });
    case 'expired':
      throw new Problem('not-found', { text: 'link', campaign });
  }
}

export const newHandler = (dependencies: ConfirmDependencies) =>
  apiStack(dependencies)
    .use(parseBody())
    .use(validateBody(confirmBodySchema))
    .handler(pressConfirm(dependencies));

const { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET } = environment.parse(process.env);

const store = openStore(TABLE_NAME);

export const handler = newHandler({
  ...signedLinkDependencies(store, LINK_KEYS_SECRET, () => new Date()),
  confirm: (confirming) => confirmSignOn(store, confirming),
  ...systemContext,
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
});
