import { campaignPath, languagesOf } from '../campaign/localized-settings.ts';
import type { CampaignState } from '../campaign/status.ts';
import { texts } from '../i18n/texts.ts';
import { listedSignOns } from '../operations/listing/listed-sign-ons.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { problemPage } from '../rendering/pages/problem-page.tsx';
import { signatoriesPage } from '../rendering/pages/signatories-page.tsx';
import type { SignOn } from '../sign-on/sign-on.ts';
import { viewInLanguage } from './build-campaign-view.ts';
import { earlyInputs } from './page-inputs.ts';
import { signOnRows } from './sign-on-rows.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { freshPageFile, listPageKey, type SiteFile } from './site-file.ts';
import type { CurrentList } from './stored-list/current-list.ts';
import { readCurrentList } from './stored-list/read-current-list.ts';

/** Where the list is that is shown before publication. */
const earlyListBase = (view: CampaignView): string => `${campaignPath(view.settings).slice(1)}signatories`;

/**
 * Who is listed before publication: who is counted and signed when the form said so. None where the campaign does not
 * show it.
 */
export async function earlyList(
  dependencies: SiteDependencies,
  lease: Lease,
  { settings, gate, now }: CampaignState,
  view: CampaignView,
): Promise<CurrentList | undefined> {
  if (settings.showSignatories !== 'always') return undefined;
  const rows = signOnRows(dependencies, lease);
  const isListed = ({ eligible, counted, signed }: SignOn): boolean =>
    eligible === 'yes' && counted === 'yes' && signed?.showSignatories === 'always';
  return await readCurrentList(dependencies, lease, {
    settings,
    gate,
    now,
    inputs: earlyInputs(
      settings,
      languagesOf(settings).map((language) => viewInLanguage(view, language)),
    ),
    mustReadAll: false,
    source: {
      readAll: async function* () {
        for await (const signOn of listedSignOns(rows.readAll()))
          if (isListed(signOn)) yield { signOn, addedOn: null };
      },
      readOne: async (id) => {
        const signOn = await rows.readOne(id);
        return signOn && isListed(signOn) ? { signOn, addedOn: null } : undefined;
      },
    },
  });
}

/** The pages of the list in the view's language that are different now. */
export async function* earlyListFiles(view: CampaignView, current: CurrentList): AsyncGenerator<SiteFile> {
  const base = earlyListBase(view);
  const { language } = view.settings;
  const list = current.inOrder(language);
  const pagesToWrite = current.pagesToWrite(language);
  for (let number = 1; number <= list.pageCount; number++) {
    if (pagesToWrite && !pagesToWrite.has(number)) continue;
    const html = signatoriesPage(view, await list.page(number), { page: number, pages: list.pageCount });
    yield { ...freshPageFile(listPageKey(base, number), html), listPage: { base, number } };
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
