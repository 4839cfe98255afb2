import type { OrganizerRole } from '../../campaign/settings.ts';
import { slugSchema } from '../../campaign/settings.ts';
import type { ConsoleAction } from '../../console/permissions.ts';
import { mayDo, roleNeededFor } from '../../console/permissions.ts';
import type { Context } from '../../context.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { organizerOf } from '../../operations/signing-in/find-organizer.ts';
import { resumeSession, type Session } from '../../operations/signing-in/sessions.ts';
import { type CampaignSettings, readSettings } from '../../table/settings.ts';
import type { Store } from '../../table/table.ts';
import type { NegotiatedRequest } from '../api-middleware.ts';
import type { ApiResponse } from '../event.ts';
import type { Fields } from '../form.ts';
import { Problem, type ProblemOptions } from '../problem.ts';
import { readSessionCookie } from './session-cookie.ts';

/** What the console's routes need from outside. */
export interface ConsoleContext extends Pick<Context, 'now' | 'newUlid' | 'newNonce' | 'log'> {
  store: Store;
  siteUrl: string;
  /** Set for a function that cannot write. Its requests do not extend the session. */
  isReadOnly?: boolean;
}

export type SignedInRequest = NegotiatedRequest & { fields: Fields; session: Session };

/** A request about one campaign, from an organizer who may make it. */
export interface CampaignRequest extends SignedInRequest {
  slug: string;
  campaign: CampaignSettings;
  role: OrganizerRole;
}

/** A route of the console. Some need more from outside than others. */
export type ConsoleRoute<Needs = ConsoleContext> = (
  request: SignedInRequest,
  context: Needs,
) => Promise<ApiResponse>;

/**
 * The session of a request, read from the table each time.
 *
 * @throws Problem `sign-in` without a session, or if it has ended
 */
export async function sessionOf(
  event: NegotiatedRequest,
  { store, now, isReadOnly }: Pick<ConsoleContext, 'store' | 'now' | 'isReadOnly'>,
): Promise<Session> {
  const secret = readSessionCookie(event);
  const session = secret && (await resumeSession(store, secret, now(), isReadOnly));
  if (!session) throw new Problem('sign-in');
  return session;
}

/**
 * A route about the campaign in the path. Its settings are read at every request, so a removed organizer has no
 * access any more.
 *
 * @throws Problem `not-found` for an unknown campaign or one of other organizers, `not-allowed` with the role that
 * may
 */
export const campaignRoute =
  <Needs extends Pick<ConsoleContext, 'store'> = ConsoleContext>(
    action: ConsoleAction,
    handle: (request: CampaignRequest, context: Needs) => Promise<ApiResponse>,
  ): ConsoleRoute<Needs> =>
  async (request, context) => {
    const slug = slugSchema.safeParse(request.pathParameters?.slug);
    const campaign = slug.success ? await readSettings(context.store, slug.data) : undefined;
    const organizer = campaign && organizerOf(campaign.settings, request.session.email);
    if (!slug.success || !campaign || !organizer) throw new Problem('not-found');
    const { role = 'owner' } = organizer;
    const asked = { ...request, slug: slug.data, campaign, role };
    if (!mayDo(role, action)) throw notAllowed(asked, action);
    return await handle(asked, context);
  };

/** The refusal of an action that needs another role, which it names. `what` says in words what it is about. */
export function notAllowed(
  { language, slug, role }: Pick<CampaignRequest, 'language' | 'slug' | 'role'>,
  action: ConsoleAction,
  { what, ...options }: { what?: string } & Pick<ProblemOptions, 'page' | 'more'> = {},
): Problem {
  const t = consoleTexts(language);
  const needed = roleNeededFor(action);
  const detail = t.notAllowed.detail(t.roles[role], t.roles[needed]);
  return new Problem('not-allowed', {
    words: { title: t.notAllowed.title, detail: what ? `${what} ${detail}` : detail },
    back: { href: `/console/${slug}`, label: t.overview.back },
    ...options,
    more: { role: needed, ...options.more },
  });
}
