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
 * `letter.txt` of the tree in `language`, in pieces: the letter, and everybody who signed, a line each. All of it is in
 * one language; if the letter is not translated, in the campaign's own.
 */
export async function* letterTextChunks(
  letter: LetterContent,
  list: SignatoryList,
  language: Language,
): AsyncGenerator<string> {
  yield untranslatedNotice('letter', letter, language);
  yield letterOpening(letter);
  let page = 0;
  for (const lists of list.pages()) {
    page++;
    yield signatoriesText(lists, letter.language, { isEnd: page === list.pageCount });
  }
  yield '\n';
}

/**
 * `signatories.json`, in pieces: organizations in the page's order. People are only numbers here; the page names them.
 */
export async function* signatoriesJson(snapshot: Snapshot, list: SignatoryList): AsyncGenerator<string> {
  const { slug, settings, publishedAt, organizations, individuals } = snapshot;
  const { totals } = list;
  const facts = {
    slug,
    language: settings.language,
    publishedAt: publishedAt,
    asOf: totals.asOf,
    asReleased: { organizations, individuals },
    withdrawnSince: totals.withdrawnSince,
  };
  yield `${JSON.stringify(facts).slice(0, -1)},"organizations":[`;
  let separator = '';
  for (const lists of list.pages()) {
    const written = organizationsOf(lists).map((organization) => JSON.stringify(inJson(organization)));
    if (written.length === 0) continue;
    yield separator + written.join(',');
    separator = ',';
  }
  const people = { named: totals.named, withheld: totals.individuals - totals.named };
  yield `],"individuals":${JSON.stringify(people)}}`;
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

/** `signatories.csv`, in pieces: the organizations, safe for spreadsheets (formulas neutralized, UTF-8 with BOM). */
export async function* signatoriesCsv(list: SignatoryList): AsyncGenerator<string> {
  yield stringify([], { ...inCsv, columns, header: true, bom: true });
  for (const lists of list.pages())
    yield stringify(
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
    );
}
