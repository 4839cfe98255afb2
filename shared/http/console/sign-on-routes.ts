import * as z from 'zod';
import type { RefusedDecision } from '../../console/decide.ts';
import type { Decision } from '../../console/decisions.ts';
import { readSignOnDetails, type SignOnDetails } from '../../console/sign-on-details.ts';
import { listedSignOn } from '../../console/sign-on-entry.ts';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { reviewEntries } from '../../operations/listing/review-list.ts';
import { findSignOns } from '../../operations/listing/sign-on-pages.ts';
import { reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import { htmlResponse, jsonResponse, seeOther } from '../answer.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';

const idPattern = /^[0-9a-f]{32}$/;

/** What every page of a campaign says of itself. */
export const frameOf = ({ language, slug, campaign, role }: CampaignRequest) => ({
  language,
  slug,
  title: campaign.settings.title,
  role,
});

const querySchema = z.object({
  status: z.enum(reviewStates).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  after: z.string().regex(idPattern).optional().catch(undefined),
});

/** The list, searched and filtered, page by page. */
export async function listSignOns(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { slug, language, prefersHtml, session, campaign } = request;
  const { status: state, q: words, after } = querySchema.parse(request.queryStringParameters ?? {});
  const { entries, next } = await findSignOns(store, { slug, now: now(), state, words, after });
  const signOns = entries.map((entry) => listedSignOn(entry, consoleTexts(language)));
  if (!prefersHtml) return jsonResponse(200, { signOns, next: next ?? null });
  const { signOnsPage } = await import('../../console/pages/sign-ons-page.tsx');
  return htmlResponse(
    200,
    signOnsPage({
      frame: frameOf(request),
      viewer: session,
      timeZone: campaign.settings.timeZone,
      signOns,
      query: { status: state, q: words },
      next,
    }),
  );
}

/** One sign-on with everything that is known. */
async function detailsOf(
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

/** Everything about one. */
export async function showSignOn(request: CampaignRequest, context: ConsoleContext) {
  const signOn = await signOnOf(request, context);
  const details = await detailsOf(signOn, request, context);
  if (!request.prefersHtml) return jsonResponse(200, details);
  const { signOnPage } = await import('../../console/pages/sign-on-page.tsx');
  const { timeZone } = request.campaign.settings;
  return htmlResponse(
    200,
    signOnPage({ frame: frameOf(request), viewer: request.session, timeZone, details }),
  );
}

/** What waits for review, one after another, beside what it looks like. */
export async function reviewNext(request: CampaignRequest, context: ConsoleContext) {
  const { store, now } = context;
  const { slug, prefersHtml } = request;
  const { skip = '' } = request.queryStringParameters ?? {};
  const skipped = new Set(skip.split(',').filter((id) => idPattern.test(id)));
  const { entries } = await findSignOns(store, { slug, now: now(), state: 'waiting' });
  const [entry] = entries.filter(({ signOn }) => !skipped.has(signOn.id));
  const details = entry && (await detailsOf(entry.signOn, request, context));
  if (!prefersHtml) return jsonResponse(200, { left: entries.length, signOn: details ?? null });
  const ids = details?.similarIds ?? [];
  const read = await Promise.all(ids.map((id) => readSignOn(store, { slug, id, now: now() })));
  const t = consoleTexts(request.language);
  const similar = reviewEntries(
    read.flatMap((one) => one ?? []),
    { now: now() },
  ).map((one) => listedSignOn(one, t));
  const { reviewPage } = await import('../../console/pages/review-page.tsx');
  return htmlResponse(
    200,
    reviewPage({
      frame: frameOf(request),
      viewer: request.session,
      timeZone: request.campaign.settings.timeZone,
      left: entries.length,
      skipped: [...skipped],
      details,
      similar,
    }),
  );
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A decision about one sign-on, from its page or the review. */
export const decideOn = (decision: Decision) => async (request: CampaignRequest, context: ConsoleContext) => {
  const { slug, session, fields, prefersHtml } = request;
  const { store, now, newUlid } = context;
  const { id = '' } = request.pathParameters ?? {};
  const result = idPattern.test(id)
    ? await (await import('../../console/decide.ts')).decide(store, {
        slug,
        id,
        decision,
        actor: session.email,
        into: text(fields.into),
        seen: text(fields.seen),
        now: now(),
        newUlid,
      })
    : { refused: { outcome: 'not-found' } };
  if ('refused' in result) throw refusal(result.refused, request, id);
  if (!prefersHtml) return jsonResponse(200, await detailsOf(result.signOn, request, context));
  const isFromReview = fields.from === 'review';
  return seeOther(`/console/${slug}/${isFromReview ? 'review' : `sign-ons/${id}`}`);
};

function refusal(
  refused: RefusedDecision,
  { language, slug, campaign }: CampaignRequest,
  id: string,
): Problem {
  const t = consoleTexts(language);
  if (refused.outcome === 'not-found') return new Problem('not-found');
  const { byOther } = refused;
  return new Problem('changed', {
    words: { title: t.decisions.refused, detail: refusalText(refused, language, campaign.settings.timeZone) },
    more: {
      outcome: refused.outcome,
      ...(byOther && { by: byOther.actor, decided: byOther.event.type, seen: byOther.id }),
    },
    back: { href: `/console/${slug}/sign-ons/${id}`, label: t.signOn.back },
  });
}

function refusalText({ outcome, byOther }: RefusedDecision, language: Language, timeZone: string): string {
  const t = consoleTexts(language);
  if (byOther) {
    const who = byOther.actor === 'organizer' ? t.log.terminal : byOther.actor;
    return t.decisions.byOther(
      who,
      eventText(byOther.event.type, t),
      longTime(language, timeZone, byOther.at),
    );
  }
  return textNamed(t.decisions.outcomes, outcome) ?? outcome;
}

const textNamed = (texts: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

/** What happened, in words. */
export const eventText = (type: string, t: ConsoleCatalog): string =>
  textNamed(t.log.events, type) ?? t.log.others(type);

const maxAtOnce = 200;

/** A decision about many, each for itself: one that cannot be made holds no other one up. */
export async function decideOnMany(request: CampaignRequest, context: ConsoleContext) {
  const { slug, session, fields, prefersHtml, language, campaign } = request;
  const { store, now, newUlid } = context;
  // The path has the decision where one sign-on's has its id.
  const decision = (['approve', 'reject'] as const).find((one) => one === request.pathParameters?.id);
  if (!decision) throw new Problem('not-found');
  const ids = [...new Set([fields.ids ?? []].flat())]
    .filter((id) => typeof id === 'string')
    .slice(0, maxAtOnce);
  const t = consoleTexts(language);
  const back = { href: `/console/${slug}/sign-ons`, label: t.signOn.back };
  if (ids.length === 0)
    throw new Problem('invalid', {
      words: { title: t.decisions.refused, detail: t.signOns.nothingSelected },
      errors: [{ field: 'ids', code: 'required' }],
      back,
    });
  const results: { id: string; status: string; problem?: string }[] = [];
  for (const id of ids) {
    const result = idPattern.test(id)
      ? await (await import('../../console/decide.ts')).decide(store, {
          slug,
          id,
          decision,
          actor: session.email,
          now: now(),
          newUlid,
        })
      : { refused: { outcome: 'not-found' } };
    if ('refused' in result)
      results.push({
        id,
        status: result.refused.outcome,
        problem: refusalText(result.refused, language, campaign.settings.timeZone),
      });
    else results.push({ id, status: result.signOn.status === 'rejected' ? 'rejected' : 'approved' });
  }
  if (!prefersHtml) return jsonResponse(200, { results });
  const { resultsPage } = await import('../../console/pages/sign-ons-page.tsx');
  return results.some(({ problem }) => problem)
    ? htmlResponse(200, resultsPage({ frame: frameOf(request), viewer: session, results }))
    : seeOther(back.href);
}
