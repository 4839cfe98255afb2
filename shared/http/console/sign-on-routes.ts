import * as z from 'zod';
import { readSignOnDetails, type SignOnDetails } from '../../console/sign-on-details.ts';
import { listedSignOn, nameOf } from '../../console/sign-on-entry.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { findSignOns, signOnSorts } from '../../operations/listing/sign-on-pages.ts';
import { reviewStateOf, reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';

export const idPattern = /^[0-9a-f]{32}$/;

/** The ids that the review skips, as its links and forms carry them. */
export const skippedIn = (list = ''): string[] => list.split(',').filter((id) => idPattern.test(id));

/** The data that every page of a campaign needs. */
export const frameOf = ({ language, slug, campaign, role }: CampaignRequest) => ({
  language,
  slug,
  title: campaign.settings.title,
  role,
  branding: campaign.settings.branding,
});

const querySchema = z.object({
  status: z.enum(reviewStates).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  sort: z.enum(signOnSorts).optional().catch(undefined),
  after: z.string().regex(idPattern).optional().catch(undefined),
});

/** The list with search, filter and pages. */
export async function listSignOns(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { slug, language, prefersHtml, session, campaign } = request;
  const { status: state, q: words, sort, after } = querySchema.parse(request.queryStringParameters ?? {});
  const { entries, related, next } = await findSignOns(store, {
    slug,
    now: now(),
    state,
    words,
    sort,
    after,
  });
  const signOns = entries.map((entry) => listedSignOn(entry, consoleTexts(language), related));
  if (!prefersHtml) return jsonResponse(200, { signOns, next: next ?? null });
  const { signOnsPage } = await import('../../console/pages/sign-ons-page.tsx');
  return htmlResponse(
    200,
    signOnsPage({
      frame: frameOf(request),
      viewer: session,
      timeZone: campaign.settings.timeZone,
      signOns,
      query: { status: state, q: words, sort },
      next,
    }),
  );
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
  const { signOnPage } = await import('../../console/pages/sign-on-page.tsx');
  const { settings } = request.campaign;
  return htmlResponse(
    200,
    signOnPage({ frame: frameOf(request), viewer: request.session, settings, details }),
  );
}

/** The sign-ons that wait for review, one at a time, with the sign-ons that each resembles. */
export async function reviewNext(request: CampaignRequest, context: ConsoleContext) {
  const { store, now } = context;
  const { slug, prefersHtml } = request;
  const { skip, decided = '' } = request.queryStringParameters ?? {};
  const skipped = new Set(skippedIn(skip));
  const { entries } = await findSignOns(store, { slug, now: now(), state: 'waiting' });
  const [entry] = entries.filter(({ signOn }) => !skipped.has(signOn.id));
  const details = entry && (await detailsOf(entry.signOn, request, context));
  if (!prefersHtml) return jsonResponse(200, { left: entries.length, signOn: details ?? null });
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
      left: entries.length,
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
