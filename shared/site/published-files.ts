import type { File } from '../aws/files/files.ts';
import { logosPath, ownLanguage } from '../campaign/localized-settings.ts';
import { untranslatedNotice } from '../campaign-folder/texts-in-language.ts';
import { releaseText } from '../rendering/document/plain-text.ts';
import { campaignPage } from '../rendering/pages/campaign-page.tsx';
import { letterPage } from '../rendering/pages/letter-page.tsx';
import { originalPage } from '../rendering/pages/original-page.tsx';
import { releasePage } from '../rendering/pages/release-page.tsx';
import { brandingFiles, filesAround, folderOf, indexPage } from './common-files.ts';
import type { PublishedTree } from './read-published.ts';
import { letterText, signatoriesCsv, signatoriesJson } from './signatory-files.ts';
import { immutableFile, listPageKey, pageFile, plainFile, type SiteFile } from './site-file.ts';
import type { TextFile } from './stored-list/list-texts.ts';

/** The letter with its list, and everything beside it. Of the list, the pages that are different now. */
export async function* publishedFiles(published: PublishedTree): AsyncGenerator<SiteFile> {
  const { view, list, pagesToWrite } = published;
  yield* filesAround(view);
  yield* filesBesideTheLetter(published);
  const base = `${folderOf(view)}/letter`;
  for (let number = 1; number <= list.pageCount; number++)
    if (!pagesToWrite || pagesToWrite.has(number))
      yield { ...(await letterPageFile(published, number)), listPage: { base, number } };
}

async function letterPageFile({ view, letter, list }: PublishedTree, number: number): Promise<File> {
  const paging = { page: number, pages: list.pageCount };
  // PDFs are made after the pages, and no further page is to be written again for a link.
  const shown = number === 1 ? view : { ...view, pdfKeys: [] };
  const html = letterPage(shown, letter, await list.page(number), paging);
  return pageFile(listPageKey(`${folderOf(view)}/letter`, number), html);
}

/** The release, written when everything that it links to can be read. */
export async function* releaseFiles({ view, release }: PublishedTree): AsyncGenerator<SiteFile> {
  const folder = folderOf(view);
  const notice = untranslatedNotice('release', release, view.settings.language);
  yield plainFile(`${folder}/release.txt`, 'txt', `${notice}${releaseText(release)}`);
  yield pageFile(`${folder}/release/index.html`, releasePage(view, release));
}

/** The release's page, the first page of the letter, and the campaign's own page. */
export async function* pagesLinkingToPdfs(
  published: PublishedTree,
  pdfKeys: string[],
): AsyncGenerator<SiteFile> {
  const view = { ...published.view, pdfKeys };
  yield pageFile(`${folderOf(view)}/release/index.html`, releasePage(view, published.release));
  yield await letterPageFile({ ...published, view }, 1);
  yield* publishedIndex({ ...published, view });
}

/** The campaign's own page, with letter, list and release. */
export async function* publishedIndex({
  view,
  letter,
  release,
  list,
  snapshot,
}: PublishedTree): AsyncGenerator<SiteFile> {
  const published = { lists: await list.page(1), release, publishedAt: snapshot.publishedAt };
  yield indexPage(view, campaignPage(view, { letter, published }));
}

function originalFiles({ view, originals: { letter, release } }: PublishedTree): File[] {
  const file = (original: Parameters<typeof originalPage>[1]): File =>
    pageFile(`${folderOf(view)}/${original.document}/original/index.html`, originalPage(view, original));
  return [
    ...(letter ? [file({ document: 'letter', of: letter })] : []),
    ...(release ? [file({ document: 'release', of: release })] : []),
  ];
}

/** Those of the current release, of the first one if that is kept, and the coalition's own. */
function logoFiles({ view: { settings }, release, originals, logos: drawings }: PublishedTree): File[] {
  const logos = [...(release.logos ?? []), ...(originals.release?.logos ?? [])];
  const named = new Map(logos.map(({ name, png }) => [name, png]));
  return [
    ...[...named].map(([name, png]) =>
      immutableFile(`${logosPath(settings).slice(1)}${name}`, 'image/png', Buffer.from(png, 'base64')),
    ),
    ...brandingFiles(settings, drawings),
  ];
}

function filesBesideTheLetter(published: PublishedTree): SiteFile[] {
  const { view, snapshot, letter, list, listOfLetter, text } = published;
  const { settings } = view;
  const { language } = settings;
  const folder = folderOf(view);
  const orderOfLetter = letter.language === language ? language : ownLanguage(settings);
  const file = (
    name: string,
    extension: 'txt' | 'json' | 'csv',
    ...of: Tail<Parameters<TextFile>>
  ): SiteFile => {
    const key = `${folder}/${name}.${extension}`;
    const { body, onWritten } = text(key, ...of);
    return { ...plainFile(key, extension, body), ...(onWritten && { onWritten }) };
  };
  return [
    ...originalFiles(published),
    file('letter', 'txt', letterText(letter, listOfLetter, language), listOfLetter, orderOfLetter),
    file('signatories', 'json', signatoriesJson(snapshot, list), list, language),
    file('signatories', 'csv', signatoriesCsv(), list, language),
    // All languages use the same logos, so they are at the root.
    ...(language === ownLanguage(settings) ? logoFiles(published) : []),
  ];
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
