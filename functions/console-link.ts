import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { linkKeysReader, once, readSecret } from '../shared/aws/secrets.ts';
import { browserName } from '../shared/console/browser-name.ts';
import { type Context, systemContext } from '../shared/context.ts';
import type { NegotiatedRequest } from '../shared/http/api-middleware.ts';
import { ignoreBody } from '../shared/http/body.ts';
import { type ConsoleStackDependencies, consoleStack } from '../shared/http/console/console-stack.ts';
import { sessionCookie } from '../shared/http/console/session-cookie.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { htmlResponse, jsonResponse } from '../shared/http/response.ts';
import { consoleTexts } from '../shared/i18n/console/texts.ts';
import type { Language } from '../shared/i18n/language.ts';
import { findOrganizer, type Organizer } from '../shared/operations/signing-in/find-organizer.ts';
import {
  isLinkUsable,
  type LinkRequest,
  readLinkRequest,
  takeLink,
} from '../shared/operations/signing-in/request-link.ts';
import { type NewSession, sessionHashOf, startSession } from '../shared/operations/signing-in/sessions.ts';
import { isGenuine, type LinkKeys, parseToken } from '../shared/sign-on/tokens.ts';
import { readSettings } from '../shared/table/settings.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
  LINK_KEYS_SECRET: z.string(),
  SITE_URL: z.string(),
});

export interface LinkDependencies extends ConsoleStackDependencies, Pick<Context, 'newUlid'> {
  linkKeys: (keyId: string) => Promise<LinkKeys>;
  readRequest: (id: string, now: Date) => Promise<LinkRequest | undefined>;
  /** The organizer whose address has this hash, if one has. */
  findOrganizer: (addressHash: string) => Promise<Organizer | undefined>;
  takeLink: (id: string, use: { sessionHash: string; now: Date }) => Promise<boolean>;
  start: (session: NewSession) => Promise<void>;
  /** 43 characters of base64url at random. */
  newSecret: () => string;
}

/** A link, with its request and the organizer whom it was sent to. */
interface OpenedLink {
  token: string;
  request: LinkRequest;
  organizer: Organizer;
}

/**
 * Resolves a link to the console. Throws a `Problem` with the way to a new link if it is forged, used, old, or
 * nobody's.
 */
async function openLink(event: NegotiatedRequest, dependencies: LinkDependencies): Promise<OpenedLink> {
  const { token = '' } = event.pathParameters ?? {};
  const parsed = parseToken(token);
  if (parsed?.purpose !== 'console' || parsed.slug !== 'console') throw linkIsOver(event.language);
  const now = dependencies.now();
  const [keys, request] = await Promise.all([
    dependencies.linkKeys(parsed.keyId),
    dependencies.readRequest(parsed.id, now),
  ]);
  if (!request || !isGenuine(parsed, keys, request.nonce) || !isLinkUsable(request, now))
    throw linkIsOver(event.language);
  const organizer = await dependencies.findOrganizer(request.addressHash);
  if (!organizer) throw linkIsOver(event.language);
  return { token, request, organizer };
}

const linkIsOver = (language: Language): Problem =>
  new Problem('not-found', {
    text: 'sign-in-link',
    back: { href: '/console/sign-in', label: consoleTexts(language).link.another },
  });

/** The page with the button. Mail scanners open links, so opening it changes nothing. */
async function show(event: NegotiatedRequest, dependencies: LinkDependencies): Promise<ApiResponse> {
  const { token, organizer } = await openLink(event, dependencies);
  const { email } = organizer;
  if (!event.prefersHtml) return jsonResponse(200, { email, actions: ['sign-in'] });
  const { linkPage } = await import('../shared/console/pages/sign-in-pages.tsx');
  return htmlResponse(200, linkPage({ language: event.language, email, token }));
}

/**
 * Uses up the link, then starts a session with a new secret. If the second step fails, the organizer asks for another
 * link.
 */
async function signIn(event: NegotiatedRequest, dependencies: LinkDependencies): Promise<ApiResponse> {
  const { request, organizer } = await openLink(event, dependencies);
  const now = dependencies.now();
  const secret = dependencies.newSecret();
  if (!(await dependencies.takeLink(request.id, { sessionHash: sessionHashOf(secret), now })))
    throw linkIsOver(event.language);
  const { addressHash } = request;
  const userAgent = event.headers['user-agent'] ?? '';
  await dependencies.start({
    addressHash,
    secret,
    email: organizer.email,
    browser: browserName(userAgent),
    browserHash: createHash('sha256').update(userAgent).digest('hex'),
    now,
    newUlid: dependencies.newUlid,
  });
  return {
    statusCode: 303,
    headers: { location: '/console/' },
    cookies: [sessionCookie({ addressHash, secret })],
  };
}

export const newHandler = (dependencies: LinkDependencies) =>
  consoleStack(dependencies)
    .use(ignoreBody())
    .handler((event: NegotiatedRequest) =>
      event.requestContext.http.method === 'POST' ? signIn(event, dependencies) : show(event, dependencies),
    );

const { TABLE_NAME, ADDRESS_KEY_SECRET, LINK_KEYS_SECRET, SITE_URL } = environment.parse(process.env);

const store = openStore(TABLE_NAME);
const addressKey = once(() => readSecret(ADDRESS_KEY_SECRET));

export const handler = newHandler({
  linkKeys: linkKeysReader(() => readSecret(LINK_KEYS_SECRET), systemContext.now),
  readRequest: (id, now) => readLinkRequest(store, { id, now }),
  findOrganizer: async (hash) => {
    const source = { store, readCampaign: (slug: string) => readSettings(store, slug) };
    return (await findOrganizer(source, await addressKey(), hash))?.organizer;
  },
  takeLink: (id, use) => takeLink(store, id, use),
  start: (session) => startSession(store, session),
  newSecret: () => randomBytes(32).toString('base64url'),
  siteUrl: SITE_URL,
  ...systemContext,
});
