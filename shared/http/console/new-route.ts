import { isReservedSlug, slugSchema } from '../../campaign/settings.ts';
import { copiedFiles } from '../../console/folder/copy-campaign.ts';
import { readStoredFolder } from '../../console/folder/examine.ts';
import { readSubmitted } from '../../console/folder/read-submitted.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { applyCampaign } from '../../operations/applying/apply.ts';
import { planCampaign } from '../../operations/applying/plan.ts';
import { campaignsOfOrganizer, organizerOf } from '../../operations/signing-in/find-organizer.ts';
import { readSettings } from '../../table/settings.ts';
import { Problem, type ProblemType } from '../problem.ts';
import { htmlResponse, jsonResponse, seeOther } from '../response.ts';
import { notAllowed, type SignedInRequest } from './console-request.ts';
import type { FolderContext } from './folder-request.ts';

/** The form for a new campaign, with the campaigns that the organizer owns. */
export async function showNewCampaign(request: SignedInRequest, context: FolderContext) {
  return htmlResponse(200, await pageOf(request, context));
}

async function pageOf(
  { session, language, fields }: SignedInRequest,
  { store }: FolderContext,
  problem?: { field: 'from' | 'slug'; message: string },
): Promise<string> {
  const source = { store, readCampaign: (slug: string) => readSettings(store, slug) };
  const own = (await campaignsOfOrganizer(source, session.email))
    .filter(({ organizer: { role = 'owner' } }) => role === 'owner')
    .map(({ settings: { slug, title } }) => ({ slug, title }));
  const { newCampaignPage } = await import('../../console/pages/new-campaign-page.tsx');
  const typed = { from: textOf(fields.from), slug: textOf(fields.slug) };
  return newCampaignPage({ language, viewer: session, own, typed, ...(problem && { problem }) });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * Creates a campaign as a copy of one that the organizer owns. Nothing of it can become public by mistake: it is not
 * listed publicly, is on hold, signing is paused, no quote is approved, and it has no times and no press list.
 */
export async function createCampaign(request: SignedInRequest, context: FolderContext) {
  const { session, prefersHtml, language, fields } = request;
  const { store, now, newUlid, newNonce, addressKey, senderDomains } = context;
  const t = consoleTexts(language).newCampaign;
  const [from, slug] = [textOf(fields.from), textOf(fields.slug)];
  const refused = (type: ProblemType, field: 'from' | 'slug', message: string): Problem =>
    new Problem(type, {
      words: { title: t.refused, detail: message },
      more: type === 'invalid' ? { errors: [{ field, message }] } : { outcome: 'slug-taken' },
      page: () => pageOf(request, context, { field, message }),
    });
  if (from === '') throw refused('invalid', 'from', t.chooseSource);
  if (!slugSchema.safeParse(slug).success) throw refused('invalid', 'slug', t.wrongSlug);
  if (isReservedSlug(slug)) throw refused('invalid', 'slug', t.reserved);
  const isSlug = slugSchema.safeParse(from).success;
  const settings = isSlug ? (await readSettings(store, from))?.settings : undefined;
  const organizer = settings && organizerOf(settings, session.email);
  if (!organizer) throw new Problem('not-found');
  const { role = 'owner' } = organizer;
  if (role !== 'owner') throw notAllowed({ language, slug: from, role }, 'edit-settings');
  if (await readSettings(store, slug)) throw refused('changed', 'slug', t.taken);
  const folder = await readStoredFolder(store, from);
  if (!folder) throw new Problem('not-found');
  const files = copiedFiles(folder.files, slug);
  const { campaign, mistakes } = readSubmitted({
    files,
    slug,
    stored: folder.stored,
    senderDomains,
    now: now(),
    language,
  });
  if (!campaign)
    throw new Problem('invalid', {
      words: { title: t.refused, detail: t.sourceHasMistakes },
      more: { mistakes },
      page: () => pageOf(request, context, { field: 'from', message: t.sourceHasMistakes }),
    });
  const plan = await planCampaign(store, { campaign, addressKey: await addressKey(), now: now() });
  const { outcome } = await applyCampaign(store, {
    plan,
    isDraft: true,
    now: now(),
    newUlid,
    newNonce,
    actor: session.email,
  });
  if (outcome !== 'created') throw refused('changed', 'slug', t.taken);
  const path = `/console/${slug}/texts`;
  // The overview says what to do next.
  if (prefersHtml) return seeOther(`/console/${slug}`);
  const { title, visibility } = campaign.settings;
  const created = jsonResponse(201, { slug, from, title, visibility, held: true, paused: true });
  return { ...created, headers: { ...created.headers, location: path } };
}
