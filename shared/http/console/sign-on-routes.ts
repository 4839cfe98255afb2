import * as z from 'zod';
import { type DecidedSignOns, decisionsOnMany, readDecided } from '../../console/decided-sign-ons.ts';
import { readSignOnDetails, type SignOnDetails } from '../../console/sign-on-details.ts';
import { nameOf, signOnEntry } from '../../console/sign-on-entry.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { findAllSignOns, findSignOns, signOnSorts } from '../../operations/searching/find-sign-ons.ts';
import { reviewReasons } from '../../sign-on/review-reasons.ts';
import { reviewStateOf, reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';

export const idPattern = /^[0-9a-f]{32}$/;

/** Ids in an address that says what was just decided: as many as a page of the list has. */
const maxNamed = 50;

/** Ids in a parameter, as the links and forms of review and list carry them. */
export const skippedIn = (list = ''): string[] => list.split(',').filter((id) => idPattern.test(id));

/** The data that every page of a campaign needs. */
export const frameOf = ({ language, slug, campaign, role }: CampaignRequest) => ({
  language,
  slug,
  title: campaign.settings.title,
  role,
  branding: campaign.settings.branding,
});

/** What a list is restricted to, from an address or from a form that goes back to it. */
export const querySchema = z.object({
  status: z.enum(reviewStates).optional().catch(undefined),
  because: z.enum(reviewReasons).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  sort: z.enum(signOnSorts).optional().catch(undefined),
  after: z.string().regex(idPattern).optional().catch(undefined),
});

/** The list with search, filter and pages. */
export async function listSignOns(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { slug, language, prefersHtml, session, campaign } = request;
  const parameters = request.queryStringParameters ?? {};
  const { status: state, because, q: words, sort, after } = querySchema.parse(parameters);
  const { entries, related, next } = await findSignOns(store, {
    slug,
    now: now(),
    state,
    because,
    words,
    sort,
    after,
  });
  const signOns = entries.map((entry) => signOnEntry(entry, consoleTexts(language), related));
  if (!prefersHtml) return jsonResponse(200, { signOns, next: next ?? null });
  const { signOnsPage } = await import('../../console/pages/sign-ons-page.tsx');
  return htmlResponse(
    200,
    signOnsPage({
      frame: frameOf(request),
      viewer: session,
      timeZone: campaign.settings.timeZone,
      signOns,
      query: { status: state, because, q: words, sort },
      next,
      decided: await decidedIn(parameters, request, { store, now }),
    }),
  );
}

/** What was decided about the sign-ons that an address names. The address alone is no proof of it. */
async function decidedIn(
  { decided, ids }: Record<string, string | undefined>,
  { slug, session }: CampaignRequest,
  { store, now }: Pick<ConsoleContext, 'store' | 'now'>,
): Promise<DecidedSignOns | undefined> {
  const decision = decisionsOnMany.find((one) => one === decided);
  const named = [...new Set(skippedIn(ids))].slice(0, maxNamed);
  if (!decision || named.length === 0) return undefined;
  return await readDecided(store, { slug, ids: named, decision, actor: session.email, now: now() });
}

/** The data of one sign-on. */
export async function detailsOf(
  signOn: SignOn,
  { language }: CampaignRequest,
  { store, now }: ConsoleContext,
): Promise<SignOnDetails> {
  const details = await readSignOnDetails(store, { signOn, now: now(), t: consoleTexts(language) });
  if (!details) throw new Problem('not-found');
  return details;
}

async function signOnOf(
  { slug, pathParameters }: CampaignRequest,
  { store, now }: ConsoleContext,
): Promise<SignOn> {
  const { id = '' } = pathParameters ?? {};
  const signOn = idPattern.test(id) ? await readSignOn(store, { slug, id, now: now() }) : undefined;
  if (!signOn) throw new Problem('not-found');
  return signOn;
}

/** The page of one sign-on. */
export async function showSignOn(request: CampaignRequest, context: ConsoleContext) {
  const signOn = await signOnOf(request, context);
  const details = await detailsOf(signOn, request, context);
  if (!request.prefersHtml) return jsonResponse(200, details);
  const { signOnDetailsPage } = await import('../../console/pages/sign-on-details-page.tsx');
  const { settings } = request.campaign;
  return htmlResponse(
    200,
    signOnDetailsPage({ frame: frameOf(request), viewer: request.session, settings, details }),
  );
}

/** The sign-ons that wait for review, one at a time, with the sign-ons that each resembles. */
export async function reviewNext(request: CampaignRequest, context: ConsoleContext) {
  const { store, now } = context;
  const { slug, prefersHtml } = request;
  const { skip, decided = '' } = request.queryStringParameters ?? {};
  const skipped = new Set(skippedIn(skip));
  const waiting = await findAllSignOns(store, { slug, now: now(), state: 'waiting' });
  const entry = waiting.find(({ signOn }) => !skipped.has(signOn.id));
  const details = entry && (await detailsOf(entry.signOn, request, context));
  if (!prefersHtml) return jsonResponse(200, { left: waiting.length, signOn: details ?? null });
  const decidedSignOn = idPattern.test(decided)
    ? await readSignOn(store, { slug, id: decided, now: now() })
    : undefined;
  const { reviewPage } = await import('../../console/pages/review-page.tsx');
  return htmlResponse(
    200,
    reviewPage({
      frame: frameOf(request),
      viewer: request.session,
      settings: request.campaign.settings,
      left: waiting.length,
      skipped: [...skipped],
      decided: decidedSignOn && {
        id: decidedSignOn.id,
        name: nameOf(decidedSignOn, consoleTexts(request.language)),
        status: reviewStateOf(decidedSignOn),
      },
      details,
    }),
  );
}
