import { readOverview } from '../../console/overview.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { readLog } from '../../operations/listing/log.ts';
import { holdGate, setPaused } from '../../operations/publishing/campaign-commands.ts';
import { htmlResponse, jsonResponse, seeOther } from '../answer.ts';
import { Problem } from '../problem.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { frameOf } from './sign-on-routes.ts';

/** The overview, as it stands when it is asked for. */
export async function showOverview(request: CampaignRequest, { store, now }: ConsoleContext) {
  const { campaign, role, language, session, prefersHtml } = request;
  const overview = await readOverview(store, { campaign, role, now: now() });
  if (!overview) throw new Problem('not-found');
  if (!prefersHtml) return jsonResponse(200, overview);
  const { overviewPage } = await import('../../console/pages/overview-page.tsx');
  return htmlResponse(200, overviewPage({ language, viewer: session, campaign, overview }));
}

/** The overview after a command: for a browser by its own address, so that a reload repeats nothing. */
export async function afterCommand(request: CampaignRequest, context: ConsoleContext) {
  if (request.prefersHtml) return seeOther(`/console/${request.slug}`);
  const { readSettings } = await import('../../table/settings.ts');
  const campaign = (await readSettings(context.store, request.slug)) ?? request.campaign;
  return await showOverview({ ...request, campaign }, context);
}

/** What a command's operation needs, with the organizer as its actor. */
export const commandOf = ({ slug, session }: CampaignRequest, { now, newUlid }: ConsoleContext) => ({
  slug,
  now: now(),
  newUlid,
  actor: session.email,
});

/** A command that cannot be carried out now, in words. */
function notNow({ language, slug }: CampaignRequest, outcome: 'too-late'): Problem {
  const t = consoleTexts(language);
  return new Problem('changed', {
    words: { title: t.commands.refused.title, detail: t.commands.refused[outcome] },
    more: { outcome },
    back: { href: `/console/${slug}`, label: t.overview.back },
  });
}

/** Shuts the gate. */
export async function hold(request: CampaignRequest, context: ConsoleContext) {
  if ((await holdGate(context.store, commandOf(request, context))) === 'too-late')
    throw notNow(request, 'too-late');
  return await afterCommand(request, context);
}

/** Stops signing, or lets it go on. */
export const pause = (paused: boolean) => async (request: CampaignRequest, context: ConsoleContext) => {
  await setPaused(context.store, commandOf(request, context), paused);
  return await afterCommand(request, context);
};

const eventsOfPage = 100;

/** Who did what, newest first. */
export async function showLog(request: CampaignRequest, { store }: ConsoleContext) {
  const { slug, prefersHtml, session, campaign } = request;
  const { after } = request.queryStringParameters ?? {};
  const isUlid = after !== undefined && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(after);
  const { events: read, next } = await readLog(store, {
    slug,
    limit: eventsOfPage,
    ...(isUlid && { after }),
  });
  const events = read.map(({ id, at, actor, event: { type, ...details } }) => ({
    id,
    at,
    actor,
    event: type,
    ...details,
  }));
  if (!prefersHtml) return jsonResponse(200, { events, next: next ?? null });
  const { logPage } = await import('../../console/pages/log-page.tsx');
  const { timeZone } = campaign.settings;
  return htmlResponse(200, logPage({ frame: frameOf(request), viewer: session, timeZone, events, next }));
}
