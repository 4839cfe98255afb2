import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { once, readSecret } from '../shared/aws/secrets.ts';
import { type Context, systemContext } from '../shared/context.ts';
import { readTypedAddress } from '../shared/email-address.ts';
import type { NegotiatedRequest } from '../shared/http/api-middleware.ts';
import { parseBody } from '../shared/http/body.ts';
import { type ConsoleStackDependencies, consoleStack } from '../shared/http/console/console-stack.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { type Fields, typedTexts } from '../shared/http/form.ts';
import { networkOf } from '../shared/http/network.ts';
import { Problem } from '../shared/http/problem.ts';
import { htmlResponse, jsonResponse, seeOther } from '../shared/http/response.ts';
import { type LinkRequestInput, requestLink } from '../shared/operations/signing-in/request-link.ts';
import { refusalsOf } from '../shared/sign-on/field-refusals.ts';
import { addressHash, networkHash } from '../shared/sign-on/ids.ts';
import { lineReadBy } from '../shared/sign-on/typed-text.ts';
import { type Admission, newNetworkLimiter, takeTokens } from '../shared/table/network-limit.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
  SITE_URL: z.string(),
  EDGE_KEY: z.string(),
  NETWORK_FREE: z.coerce.number(),
  NETWORK_BURST: z.coerce.number(),
  NETWORK_PER_HOUR: z.coerce.number(),
});

export interface SignInDependencies extends ConsoleStackDependencies, Pick<Context, 'newUlid' | 'newNonce'> {
  /** The secret that hashes addresses. */
  addressKey: () => Promise<string>;
  /** Whether one more request may come from a network. */
  admit: (network: string) => Promise<Admission>;
  request: (input: LinkRequestInput) => Promise<void>;
  /** 32 hexadecimal digits at random. */
  newId: () => string;
  edgeKey: string;
}

const bodySchema = z.strictObject({ email: lineReadBy(readTypedAddress, 'invalid-email') });

/** The form, and the page that follows it. They are the same for everybody. */
async function show({ language, prefersHtml, requestContext }: NegotiatedRequest): Promise<ApiResponse> {
  const isForm = requestContext.routeKey.endsWith('/sign-in');
  if (!prefersHtml)
    return jsonResponse(200, isForm ? { actions: ['sign-in'] } : { status: 'check-your-inbox' });
  const { checkInboxPage, signInPage } = await import('../shared/console/pages/sign-in-pages.tsx');
  return htmlResponse(200, isForm ? signInPage({ language }) : checkInboxPage(language));
}

/**
 * Stores that a link was asked for. The same answer and the same write for every address: `send-mail` knows organizers.
 */
async function askForLink(
  event: NegotiatedRequest & { fields: Fields },
  dependencies: SignInDependencies,
): Promise<ApiResponse> {
  const { fields, language, prefersHtml } = event;
  const read = bodySchema.safeParse(fields);
  const formWith = async (problem: string | undefined): Promise<string> => {
    const { signInPage } = await import('../shared/console/pages/sign-in-pages.tsx');
    const { email: typed } = typedTexts(fields);
    return signInPage({ language, ...(typed !== undefined && { typed }), ...(problem && { problem }) });
  };
  if (!read.success)
    throw new Problem('invalid', {
      errors: refusalsOf(read.error.issues),
      page: ([first]) => formWith(first?.message),
    });
  const network = networkOf(event, dependencies.edgeKey);
  const admission = await dependencies.admit(network);
  if (!admission.ok) throw new Problem('too-many', { retryAfterSeconds: admission.retryAfterSeconds });
  const { now, newUlid, newNonce, newId } = dependencies;
  const key = await dependencies.addressKey();
  await dependencies.request({
    id: newId(),
    addressHash: addressHash(key, read.data.email),
    network: networkHash(key, network),
    now: now(),
    newUlid,
    newNonce,
  });
  if (prefersHtml) return seeOther('/console/check-your-inbox');
  return jsonResponse(202, { status: 'check-your-inbox' });
}

export const newHandler = (dependencies: SignInDependencies) =>
  consoleStack(dependencies)
    .use(parseBody())
    .handler((event: NegotiatedRequest & { fields: Fields }) =>
      event.requestContext.http.method === 'POST' ? askForLink(event, dependencies) : show(event),
    );

const { TABLE_NAME, ADDRESS_KEY_SECRET, SITE_URL, EDGE_KEY, ...limit } = environment.parse(process.env);

const { now } = systemContext;
const store = openStore(TABLE_NAME);
const addressKey = once(() => readSecret(ADDRESS_KEY_SECRET));
const limits = { free: limit.NETWORK_FREE, burst: limit.NETWORK_BURST, perHour: limit.NETWORK_PER_HOUR };

export const handler = newHandler({
  addressKey,
  admit: newNetworkLimiter(limits, {
    // A limit of its own, so that signers of letters take nothing from an organizer who signs in.
    take: async (network, tokens, at) =>
      takeTokens(store, await addressKey(), { network: `console ${network}`, tokens, limits, now: at }),
    now,
  }),
  request: (input) => requestLink(store, input),
  newId: () => randomBytes(16).toString('hex'),
  edgeKey: EDGE_KEY,
  siteUrl: SITE_URL,
  ...systemContext,
});
