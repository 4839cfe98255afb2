import { stringify } from 'csv-stringify/sync';
import { untranslatedNotice } from '../campaign-folder/texts-in-language.ts';
import type { Language } from '../i18n/language.ts';
import type { SignatoryList } from '../operations/listing/list-signatories.ts';
import type { LetterContent, Signatory, SignatoryLists } from '../rendering/document/content.ts';
import { letterOpening } from '../rendering/document/plain-text.ts';
import { safeLine } from '../rendering/document/safe-text.ts';
import { signatoriesText } from '../rendering/document/signatories-text.ts';
import type { Snapshot } from './snapshot.ts';

const organizationsOf = ({ organizations }: SignatoryLists): Signatory[] =>
  organizations.groups.flatMap(({ signatories }) => signatories);

/**
 * A file with everybody who signed. The piece of a page depends only on its names and on where the page before ends, so
 * the pieces of other pages can be taken from the file as it stands.
 */
export interface ListText {
  head: string;
  /** The piece of a page of the list, counted from 1. */
  page(lists: SignatoryLists, number: number): string;
  tail: string;
}

/**
 * `letter.txt` of the tree in `language`: the letter, and everybody who signed, a line each. All of it is in one
 * language; if the letter is not translated, in the campaign's own.
 */
export const letterText = (
  letter: LetterContent,
  { pageCount }: Pick<SignatoryList, 'pageCount'>,
  language: Language,
): ListText => ({
  head: `${untranslatedNotice('letter', letter, language)}${letterOpening(letter)}`,
  page: (lists, number) => signatoriesText(lists, letter.language, { isEnd: number === pageCount }),
  tail: '\n',
});

/** `signatories.json`: organizations in the page's order. People are only numbers here; the page names them. */
export function signatoriesJson(
  { slug, settings, publishedAt, organizations, individuals }: Snapshot,
  { totals }: Pick<SignatoryList, 'totals'>,
): ListText {
  const facts = {
    slug,
    language: settings.language,
    publishedAt: publishedAt,
    asOf: totals.asOf,
    asReleased: { organizations, individuals },
    withdrawnSince: totals.withdrawnSince,
  };
  const people = { named: totals.named, withheld: totals.individuals - totals.named };
  return {
    head: `${JSON.stringify(facts).slice(0, -1)},"organizations":[`,
    // Organizations come before people, so a page with organizations has others before it, or is the first.
    page: (lists, number) => {
      const written = organizationsOf(lists).map((organization) => JSON.stringify(inJson(organization)));
      return written.length > 0 ? `${number > 1 ? ',' : ''}${written.join(',')}` : '';
    },
    tail: `],"individuals":${JSON.stringify(people)}}`,
  };
}

/** As on the page: without characters that move the text around them. */
const shown = (typed: string | undefined): string | undefined =>
  typed === undefined ? undefined : safeLine(typed).trim();

const inJson = ({ name, city, region, country, scope, website, addedOn }: Signatory) => ({
  name: shown(name) ?? null,
  city: shown(city) ?? null,
  region: shown(region) ?? null,
  country: country ?? null,
  scope: scope ?? null,
  website: website ?? null,
  addedOn,
});

const columns = ['name', 'city', 'region', 'country', 'scope', 'website', 'added_on'];

const inCsv = {
  escape_formulas: true,
  // Not every spreadsheet uses the comma as its separator.
  quoted: true,
  record_delimiter: 'windows' as const,
};

/** `signatories.csv`: the organizations, safe for spreadsheets (formulas neutralized, UTF-8 with BOM). */
export const signatoriesCsv = (): ListText => ({
  head: stringify([], { ...inCsv, columns, header: true, bom: true }),
  page: (lists) =>
    stringify(
      organizationsOf(lists).map(({ name, city, region, country, scope, website, addedOn }) => [
        shown(name),
        shown(city),
        shown(region),
        country,
        scope,
        website,
        addedOn,
      ]),
      inCsv,
    ),
  tail: '',
});
