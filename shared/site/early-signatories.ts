import { campaignPath } from '../campaign/localized-settings.ts';
import type { CampaignState } from '../campaign/status.ts';
import { texts } from '../i18n/texts.ts';
import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import {
  type ListEntry,
  listSignatories,
  type SignatoryList,
} from '../operations/listing/list-signatories.ts';
import { listedSignOns } from '../operations/listing/listed-sign-ons.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { problemPage } from '../rendering/pages/problem-page.tsx';
import { signatoriesPage } from '../rendering/pages/signatories-page.tsx';
import { allSignOns } from '../table/sign-ons.ts';
import { listPageKey, type SiteFile } from './list-pages.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { freshPageFile } from './site-file.ts';

/** Where the list is that is shown before publication. */
const earlyListBase = (view: CampaignView): string => `${campaignPath(view.settings).slice(1)}signatories`;

/**
 * Who is listed before publication: who is counted and signed when the form said so. None where the campaign does not show it.
 * It reads every row; the pages are written at most twice a minute.
 */
export async function earlyList(
  { store, now, newUlid }: SiteDependencies,
  lease: Lease,
  { settings, now: at }: CampaignState,
): Promise<SignatoryList | undefined> {
  if (settings.showSignatories !== 'always') return undefined;
  const unreadable = newUnreadableItems(store, settings.slug, { now, newUlid });
  async function* rows() {
    for await (const signOn of allSignOns(store, settings.slug, { onUnreadable: unreadable.add })) {
      await lease.renewIfDue();
      yield signOn;
    }
    await unreadable.report();
  }
  async function* entries(): AsyncGenerator<ListEntry> {
    for await (const signOn of listedSignOns(rows()))
      if (signOn.counted === 'yes' && signOn.signed?.showSignatories === 'always')
        yield { signOn, addedOn: null };
  }
  const list = await listSignatories(entries(), { ...settings, released: 0, asOf: at.toISOString() });
  return { ...list, totals: { ...list.totals, withdrawnSince: 0 } };
}

/** The pages of the list in the view's language. */
export async function* earlyListFiles(view: CampaignView, list: SignatoryList): AsyncGenerator<SiteFile> {
  const base = earlyListBase(view);
  const { language } = view.settings;
  let page = 0;
  for (const lists of list.inLanguage(language).pages()) {
    page++;
    const html = signatoriesPage(view, { ...lists, withdrawnSince: 0 }, { page, pages: list.pageCount });
    yield { ...freshPageFile(listPageKey(base, page), html), listPage: { base, number: page } };
  }
}

/** What takes the place of the list's pages where it is shown no longer: 404. Where there never was one, nothing. */
export async function* missingEarlyListFiles(
  { siteFiles }: Pick<SiteDependencies, 'siteFiles'>,
  view: CampaignView,
): AsyncGenerator<SiteFile> {
  const { language } = view.settings;
  const { problems } = texts(language);
  const problem = { type: '/problems/not-found', status: 404, ...problems['not-found'] };
  const back = { href: campaignPath(view.settings), label: problems.letter };
  const html = problemPage({ language, problem, back });
  for (const key of await siteFiles.list(`${earlyListBase(view)}/`))
    yield { ...freshPageFile(key, html), isMissing: true };
}
