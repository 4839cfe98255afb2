import * as z from 'zod';
import { campaignEventTypeSchema } from '../../campaign/events.ts';
import { readOverview } from '../../console/overview.ts';
import { nameOf } from '../../console/sign-on-entry.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { resumeConfirmations } from '../../operations/mailing/stop-confirmations.ts';
import { holdGate, setPaused } from '../../operations/publishing/campaign-commands.ts';
import { flatEvent, readLog, signOnsOf } from '../../operations/reporting/log.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse, seeOther } from '../response.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { frameOf } from './sign-on-routes.ts';

/** The current overview. */
export async function showOverview(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { campaign, role, language, session, prefersHtml } = request;
  const overview = await readOverview(store, { campaign, role, now: now() });
  if (!overview) throw new Problem('not-found');
  if (!prefersHtml) return jsonResponse(200, overview);
  const { overviewPage } = await import('../../console/pages/overview-page.tsx');
  return htmlResponse(
    200,
    overviewPage({
      language,
      viewer: session,
      campaign,
      overview,
      isCorrected: request.queryStringParameters?.done === 'correct',
    }),
  );
}

/**
 * The overview after a command. A browser is redirected to its address, so that a reload does not repeat the command.
 */
export async function afterCommand(request: CampaignRequest, context: ConsoleContext) {
  if (request.prefersHtml) return seeOther(`/console/${request.slug}`);
  const { readSettings } = await import('../../table/settings.ts');
  const campaign = (await readSettings(context.store, request.slug)) ?? request.campaign;
  return await showOverview({ ...request, campaign }, context);
}

/** The input of a command's operation, with the organizer as its actor. */
export const commandOf = ({ slug, session }: CampaignRequest, { now, newUlid }: ConsoleContext) => ({
  slug,
  now: now(),
  newUlid,
  actor: session.email,
});

/** The problem for a command that is not possible now. */
function notNow({ language, slug }: CampaignRequest, outcome: 'too-late'): Problem {
  const t = consoleTexts(language);
  return new Problem('changed', {
    words: { title: t.commands.refused.title, detail: t.commands.refused[outcome] },
    more: { outcome },
    back: { href: `/console/${slug}`, label: t.overview.back },
  });
}

/** Puts publication on hold. */
export async function hold(request: CampaignRequest, context: ConsoleContext) {
  if ((await holdGate(context.store, commandOf(request, context))) === 'too-late')
    throw notNow(request, 'too-late');
  return await afterCommand(request, context);
}

/** Pauses signing, or opens it again. */
export const pause = (paused: boolean) => async (request: CampaignRequest, context: ConsoleContext) => {
  await setPaused(context.store, commandOf(request, context), paused);
  return await afterCommand(request, context);
};

/** Lets the confirmations go that a stop holds back. */
export async function resumeMail(request: CampaignRequest, context: ConsoleContext) {
  await resumeConfirmations(context.store, commandOf(request, context));
  return await afterCommand(request, context);
}

const eventsOfPage = 100;
/** How many events one page of a filtered log reads. */
const eventsLookedThrough = 1000;

const logQuerySchema = z.object({
  event: campaignEventTypeSchema.optional().catch(undefined),
  actor: z.string().trim().toLowerCase().min(1).max(200).optional().catch(undefined),
  after: z.ulid().optional().catch(undefined),
});

/**
 * Who did what, newest first. With a filter, a page reads the next 1,000 events. It may be short or empty although
 * older events match, and `next` continues.
 */
export async function showLog(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { slug, prefersHtml, session, campaign, language } = request;
  const query = logQuerySchema.parse(request.queryStringParameters ?? {});
  const { event: type, actor, after } = query;
  const isFiltered = type !== undefined || actor !== undefined;
  const { events: read, next } = await readLog(store, {
    slug,
    limit: isFiltered ? eventsLookedThrough : eventsOfPage,
    after,
  });
  const events = read
    .filter((each) => type === undefined || each.event.type === type)
    .filter((each) => actor === undefined || each.actor.toLowerCase().includes(actor));
  if (!prefersHtml) return jsonResponse(200, { events: events.map(flatEvent), next: next ?? null });
  const { logPage } = await import('../../console/pages/log-page.tsx');
  const ids = [...new Set(events.flatMap(({ event }) => signOnsOf(event)))];
  const signOns = await readSignOns(store, { slug, ids: ids.slice(0, eventsOfPage), now: now() });
  const t = consoleTexts(language);
  const names = new Map(signOns.map((signOn) => [signOn.id, nameOf(signOn, t)]));
  const { timeZone } = campaign.settings;
  const props = { frame: frameOf(request), viewer: session, timeZone, events, names, query, next };
  return htmlResponse(200, logPage(props));
}
