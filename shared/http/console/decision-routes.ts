import type { DecisionRequest, DecisionResult, RefusedDecision } from '../../console/decide.ts';
import { decidedStatus, decisionsOnMany } from '../../console/decided-sign-ons.ts';
import { actorName, eventName } from '../../console/log-words.ts';
import type { Decision } from '../../console/permissions.ts';
import { nameOf } from '../../console/sign-on-entry.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { errorMessage } from '../../i18n/error-message.ts';
import { longTime } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { newLogReader } from '../../operations/reporting/log.ts';
import { idOfCounted } from '../../operations/searching/find-sign-ons.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import { findSignOn, readSignOns } from '../../table/sign-ons.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse, seeOther } from '../response.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { detailsOf, frameOf, idPattern, querySchema, skippedIn } from './sign-on-routes.ts';
import { startWorkTime } from './work-time.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A decision about one sign-on, from its page or the review. */
export const decideOn = (decision: Decision) => async (request: CampaignRequest, context: ConsoleContext) => {
  const { slug, fields, prefersHtml } = request;
  const { id = '' } = request.pathParameters ?? {};
  const [seen, shownHash] = [text(fields.seen), text(fields.shown)];
  const into = decision === 'merge' ? await idIn(text(fields.into), request, context) : undefined;
  const hasShownChange = fields.change === 'yes';
  const result = await decideById(request, context, { id, decision, into, seen, shownHash, hasShownChange });
  if ('refused' in result) throw refusal(result.refused, request, id);
  if (!prefersHtml) return jsonResponse(200, await detailsOf(result.signOn, request, context));
  if (fields.from !== 'review') return seeOther(`/console/${slug}/sign-ons/${id}`);
  const skip = skippedIn(text(fields.skip));
  return seeOther(`/console/${slug}/review?decided=${id}${skip.length > 0 ? `&skip=${skip.join(',')}` : ''}`);
};

/** An id, or as many of its first characters as mails and the command line show, in any case. */
const typedId = /^[0-9a-f]{8,32}$/i;

/** The id that `into` means. It is an id, its beginning, or the name of a sign-on that counts. */
async function idIn(
  into: string | undefined,
  { slug }: CampaignRequest,
  { store, now }: ConsoleContext,
): Promise<string | undefined> {
  if (into === undefined || idPattern.test(into)) return into;
  const found = typedId.test(into)
    ? await findSignOn(store, { slug, idPrefix: into.toLowerCase(), now: now() })
    : 'none';
  if (typeof found !== 'string') return found.signOn.id;
  return await idOfCounted(store, { slug, name: into.trim(), now: now() });
}

/** Makes the decision with `decide`, which is loaded only here because it includes all of the evidence. */
async function decideById(
  { slug, session }: CampaignRequest,
  { store, now, newUlid }: ConsoleContext,
  decision: Omit<DecisionRequest, 'slug' | 'actor' | 'now' | 'newUlid'>,
): Promise<DecisionResult> {
  if (!idPattern.test(decision.id)) return { refused: { outcome: 'not-found' } };
  const { decide } = await import('../../console/decide.ts');
  return await decide(store, { slug, actor: session.email, now: now(), newUlid, ...decision });
}

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
    back: { href: `/console/${slug}/sign-ons/${id}`, label: t.signOn.toOne },
  });
}

function refusalText({ outcome, byOther }: RefusedDecision, language: Language, timeZone: string): string {
  const t = consoleTexts(language);
  if (byOther) {
    return t.decisions.byOther(
      actorName(byOther.actor, t),
      eventName(byOther.event.type, t),
      longTime(language, timeZone, byOther.at),
    );
  }
  return textNamed(t.decisions.outcomes, outcome) ?? outcome;
}

const textNamed = (texts: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

const maxAtOnce = 200;

/** The result of a decision about one of several sign-ons. */
interface DecisionOutcome {
  id: string;
  status: string;
  problem?: string;
}
export type NamedResult = DecisionOutcome & {
  name: string;
  /** It does not count after the decision, since another one counts for its organization. */
  state?: 'duplicate';
};

/**
 * The ids that were selected, each once.
 *
 * @throws Problem `invalid` without any, with too many, and with something else than ids
 */
function selectedIds({ fields, language }: CampaignRequest, back: { href: string; label: string }): string[] {
  const t = consoleTexts(language);
  const given = [...new Set([fields.ids ?? []].flat())];
  const ids = given.filter((id) => typeof id === 'string');
  const detail =
    given.length === 0
      ? t.signOns.nothingSelected
      : given.length > maxAtOnce
        ? t.signOns.tooMany(maxAtOnce)
        : ids.length < given.length && errorMessage(language, { field: 'ids', code: 'not-a-string' });
  if (!detail) return ids;
  throw new Problem('invalid', {
    words: { title: t.decisions.refused, detail },
    more: { errors: [{ field: 'ids', message: detail }] },
    back,
  });
}

/** The hashes of the words that the list showed, each as `<id>:<hash>`, by id. */
const shownHashes = (given: unknown): Map<string, string> =>
  new Map(
    [given ?? []].flat().flatMap((one) => {
      const [, id, hash] = (typeof one === 'string' && /^([0-9a-f]{32}):(.+)$/.exec(one)) || [];
      return id !== undefined && hash !== undefined ? [[id, hash]] : [];
    }),
  );

/**
 * A decision about several sign-ons. One that is not possible does not stop the others. Those for which there is no
 * time are reported as such.
 */
export async function decideOnMany(request: CampaignRequest, context: ConsoleContext) {
  const { slug, session, fields, prefersHtml, language, campaign } = request;
  // In this path, the decision is in the place of the sign-on's id.
  const decision = decisionsOnMany.find((one) => one === request.pathParameters?.id);
  if (!decision) throw new Problem('not-found');
  const t = consoleTexts(language);
  const { status, because, q, sort } = querySchema.parse(fields);
  const filter = new URLSearchParams(
    Object.entries({ status, because, q, sort }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const list = `/console/${slug}/sign-ons`;
  const back = { href: filter.size > 0 ? `${list}?${filter}` : list, label: t.signOn.back };
  const ids = selectedIds(request, back);
  const results: DecisionOutcome[] = [];
  const hasTime = startWorkTime(context.now);
  const readEvents = newLogReader(context.store, slug);
  const hashes = shownHashes(fields.shown);
  for (const id of ids) {
    const result = hasTime()
      ? await decideById(request, context, { id, decision, shownHash: hashes.get(id), readEvents })
      : { refused: { outcome: 'no-time' } };
    if ('refused' in result)
      results.push({
        id,
        status: result.refused.outcome,
        problem: refusalText(result.refused, language, campaign.settings.timeZone),
      });
    else results.push({ id, status: decidedStatus[decision] });
  }
  if (!prefersHtml) return jsonResponse(200, { results });
  if (!results.some(({ problem }) => problem)) {
    filter.set('decided', decision);
    filter.set('ids', ids.join(','));
    return seeOther(`${list}?${filter}`);
  }
  const { resultsPage } = await import('../../console/pages/sign-ons-page.tsx');
  const read = await readSignOns(context.store, {
    slug,
    ids: ids.filter((id) => idPattern.test(id)),
    now: context.now(),
  });
  const named = results.map((result): NamedResult => {
    const signOn = read.find(({ id }) => id === result.id);
    const isDuplicate = signOn && !result.problem && reviewStateOf(signOn) === 'duplicate';
    return {
      ...result,
      name: signOn ? nameOf(signOn, t) : result.id,
      ...(isDuplicate && { state: 'duplicate' }),
    };
  });
  return htmlResponse(
    200,
    resultsPage({ frame: frameOf(request), viewer: session, results: named, back: back.href }),
  );
}
