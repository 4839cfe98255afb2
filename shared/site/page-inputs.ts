import { createHash } from 'node:crypto';
import type { Settings } from '../campaign/settings.ts';
import type { LetterContent, SignatoryLists } from '../rendering/document/content.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { letterPage } from '../rendering/pages/letter-page.tsx';
import { signatoriesPage } from '../rendering/pages/signatories-page.tsx';
import { letterText, signatoriesCsv, signatoriesJson } from './signatory-files.ts';
import type { Snapshot } from './snapshot.ts';

const middle = { page: 2, pages: 3 };

const place = { city: 'Harbor City', region: 'New York', country: 'US', scope: 'state' as const };
const lists: SignatoryLists = {
  organizations: {
    count: 2,
    isContinued: true,
    groups: [
      {
        isRest: true,
        signatories: [{ id: '1', kind: 'organization', name: 'Harbor Families', ...place, addedOn: null }],
      },
      {
        heading: 'state',
        signatories: [
          {
            id: '2',
            kind: 'organization',
            name: 'Dock Workers United',
            website: 'https://www.example.org/',
            ...place,
            addedOn: '2026-11-24',
          },
        ],
      },
    ],
  },
  individuals: {
    count: 1,
    named: [{ id: '3', kind: 'individual', name: 'Ana Ruiz', addedOn: '2026-11-24' }],
    withheld: 0,
  },
  isInternational: true,
  withdrawnSince: 0,
  asOf: '2026-11-24T12:00:00.000Z',
};

const hashOf = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** What decides where somebody stands on the list. */
const orderOf = ({ list, timeZone }: Settings) => ({ list, timeZone });

/**
 * A hash of what the published pages in the middle of a list show beside its names. The stored list keeps it, and is
 * made anew from the table, with its pages, if it has changed. The hash is of such a page with invented names, so it
 * covers whatever a page shows: settings, letter, state, and the program that makes it.
 */
export const publishedInputs = (
  settings: Settings,
  snapshot: Snapshot,
  trees: readonly { view: CampaignView; letter: LetterContent }[],
): string =>
  hashOf([
    orderOf(settings),
    trees.map(({ view, letter }) => [
      letterPage({ ...view, pdfKeys: [] }, letter, lists, middle),
      letterText(letter, { pageCount: 3 }, view.settings.language).page(lists, 2),
      letter.language,
    ]),
    signatoriesCsv().page(lists, 2),
    signatoriesJson(snapshot, {
      totals: {
        ...snapshot,
        named: 0,
        removed: 0,
        isInternational: true,
        isGrouped: true,
        withdrawnSince: 0,
        asOf: '',
      },
    }).page(lists, 2),
  ]);

/** The same hash, of the lists that are shown before publication. */
export const earlyInputs = (settings: Settings, views: readonly CampaignView[]): string =>
  hashOf([orderOf(settings), views.map((view) => signatoriesPage(view, lists, middle))]);
