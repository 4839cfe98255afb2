import type { File } from '../aws/files/files.ts';
import { logosPath, ownLanguage } from '../campaign/localized-settings.ts';
import { untranslatedNotice } from '../campaign-folder/texts-in-language.ts';
import { releaseText } from '../rendering/document/plain-text.ts';
import { campaignPage } from '../rendering/pages/campaign-page.tsx';
import { letterPage } from '../rendering/pages/letter-page.tsx';
import { originalPage } from '../rendering/pages/original-page.tsx';
import { releasePage } from '../rendering/pages/release-page.tsx';
import { brandingFiles, filesAround, folderOf, indexPage } from './common-files.ts';
import { letterTextChunks, signatoriesCsv, signatoriesJson } from './list-files.ts';
import { listPageKey, type SiteFile } from './list-pages.ts';
import type { PublishedTree } from './read-published.ts';
import { immutableFile, pageFile, plainFile } from './site-file.ts';

/** The letter with its list, and everything beside it. */
export async function* publishedFiles(published: PublishedTree): AsyncGenerator<SiteFile> {
  const { view, letter, list } = published;
  yield* filesAround(view);
  yield* filesBesideTheLetter(published);
  const base = `${folderOf(view)}/letter`;
  let number = 0;
  for (const lists of list.pages()) {
    number++;
    const html = letterPage(view, letter, lists, { page: number, pages: list.pageCount });
    yield { ...pageFile(listPageKey(base, number), html), listPage: { base, number } };
  }
}

/** The release, written when everything that it links to can be read. */
export async function* releaseFiles({ view, release }: PublishedTree): AsyncGenerator<SiteFile> {
  const folder = folderOf(view);
  const notice = untranslatedNotice('release', release, view.settings.language);
  yield plainFile(`${folder}/release.txt`, 'txt', `${notice}${releaseText(release)}`);
  yield pageFile(`${folder}/release/index.html`, releasePage(view, release));
}

/** The release's page, and the first page of the letter. */
export async function* pagesLinkingToPdfs(
  published: PublishedTree,
  pdfKeys: string[],
): AsyncGenerator<SiteFile> {
  const { letter, release, list } = published;
  const view = { ...published.view, pdfKeys };
  yield pageFile(`${folderOf(view)}/release/index.html`, releasePage(view, release));
  for (const lists of list.pages()) {
    const html = letterPage(view, letter, lists, { page: 1, pages: list.pageCount });
    yield pageFile(listPageKey(`${folderOf(view)}/letter`, 1), html);
    return;
  }
}

/** The campaign's own page, with letter, list and release. */
export async function* publishedIndex({
  view,
  letter,
  release,
  list,
  snapshot,
}: PublishedTree): AsyncGenerator<SiteFile> {
  for (const lists of list.pages()) {
    const published = { lists, release, publishedAt: snapshot.publishedAt };
    yield indexPage(view, campaignPage(view, { letter, published }));
    return;
  }
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
function logoFiles({ view: { settings }, release, originals, snapshot }: PublishedTree): File[] {
  const logos = [...(release.logos ?? []), ...(originals.release?.logos ?? [])];
  const named = new Map(logos.map(({ name, png }) => [name, png]));
  return [
    ...[...named].map(([name, png]) =>
      immutableFile(`${logosPath(settings).slice(1)}${name}`, 'image/png', Buffer.from(png, 'base64')),
    ),
    ...brandingFiles(settings, snapshot.logos),
  ];
}

function filesBesideTheLetter(published: PublishedTree): File[] {
  const { view, snapshot, letter, list, listOfLetter } = published;
  const { settings } = view;
  const { language } = settings;
  const folder = folderOf(view);
  return [
    ...originalFiles(published),
    plainFile(`${folder}/letter.txt`, 'txt', letterTextChunks(letter, listOfLetter, language)),
    plainFile(`${folder}/signatories.json`, 'json', signatoriesJson(snapshot, list)),
    plainFile(`${folder}/signatories.csv`, 'csv', signatoriesCsv(list)),
    // All languages use the same logos, so they are at the root.
    ...(language === ownLanguage(settings) ? logoFiles(published) : []),
  ];
}
