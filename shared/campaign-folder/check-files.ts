import { type Language, languages } from '../i18n/language.ts';
import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { misnamedFile } from './misnamed-files.ts';
import type { Mistake } from './mistakes.ts';

type Document = 'letter' | 'release';

/** The file of a letter or release: in the campaign's own language, or (`language` given) in another. */
export const textFile = (document: Document, language?: Language): string =>
  language === undefined ? `${document}.md` : `${document}.${language}.md`;

const textFiles = (document: Document): string[] => [
  textFile(document),
  ...languages.map((language) => textFile(document, language)),
];

/** Files of a campaign's folder, in the order in which their mistakes are listed. */
export const folderFileNames = [
  'campaign.yaml',
  ...textFiles('letter'),
  ...textFiles('release'),
  'press-list.csv',
  'invited.csv',
];

/** Files that every campaign has. */
export const requiredFiles = ['campaign.yaml', 'letter.md', 'release.md'];

/** In bytes. A text is one item of the table, which holds 400 KB; these are far above any letter. */
const maxBytes: Record<string, number> = {
  'campaign.yaml': 50_000,
  ...Object.fromEntries([...textFiles('letter'), ...textFiles('release')].map((file) => [file, 100_000])),
  'press-list.csv': 1_000_000,
  'invited.csv': 1_000_000,
};

/** Checks what files there are, their sizes and their encoding. `pictures` are those that the release names. */
export function checkFiles(
  files: ReadonlyMap<string, string>,
  pictures: readonly string[] = [],
): { mistakes: Mistake[]; warnings: Localized<string>[] } {
  const mistakes: Mistake[] = requiredFiles
    .filter((file) => !files.has(file))
    .map((file) => ({ file, line: 1, words: missingFile(file, files) }));
  const warnings: Localized<string>[] = [];
  for (const [file, content] of files) {
    const most = maxBytes[file];
    const [, language] = /^(?:letter|release)\.([a-z]{2,3}(?:[-_][a-z]+)?)\.md$/i.exec(file) ?? [];
    if (language !== undefined && most === undefined)
      mistakes.push({
        file,
        line: 1,
        words: (t) => t.files.unknownLanguage(language),
      });
    else if (pictures.includes(file)) continue;
    else if (most === undefined) warnings.push(ignoredFile(file, files));
    else mistakes.push(...contentMistakes(file, content, most));
  }
  return { mistakes, warnings };
}

const others = (files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].filter((name) => !folderFileNames.includes(name));

/** The campaign's language, as far as its settings say one. */
const ownLanguage = (files: ReadonlyMap<string, string>): string | undefined =>
  /^language:\s*["']?([a-z]{2})\b/m.exec(files.get('campaign.yaml') ?? '')?.[1];

/**
 * What is missing may be there under another name: that of a translation, or one from a text editor or word processor.
 */
function missingFile(file: string, files: ReadonlyMap<string, string>): Localized<MistakeWords> {
  const [stem = ''] = file.split('.');
  const own = ownLanguage(files);
  const inOwnLanguage = `${stem}.${own}.md`;
  if (files.has(inOwnLanguage)) return (t) => t.files.otherName(inOwnLanguage, file);
  const found = others(files).flatMap((name) => {
    const meant = misnamedFile(name, own);
    return meant?.file.startsWith(`${stem}.`) ? [{ name, ...meant }] : [];
  });
  const best =
    found.find(({ name }) => name.toLowerCase().startsWith(stem)) ??
    found.find((each) => each.file === file) ??
    found[0];
  if (best === undefined) return (t) => t.files.missing;
  const { name, how } = best;
  return (t) => (how === 'copy-text' ? t.files.inWordProcessor(name, file) : t.files.otherName(name, file));
}

/** A file that is ignored, or that has a wrong name if the file that it is meant as is not there. */
function ignoredFile(file: string, files: ReadonlyMap<string, string>): Localized<string> {
  const meant = misnamedFile(file, ownLanguage(files));
  if (meant === undefined || files.has(meant.file) || requiredFiles.includes(meant.file))
    return (t) => t.warnings.ignored(file);
  return (t) => t.warnings.misnamed(file, meant.file, meant.how);
}

/** Whether a file can be parsed. One that is too large, or no text, would give a thousand mistakes. */
export const isReadable = (file: string, content: string): boolean =>
  sizeOf(content) <= (maxBytes[file] ?? 0) && !content.includes('\0');

const sizeOf = (content: string): number => new TextEncoder().encode(content).length;

function contentMistakes(file: string, content: string, max: number): Mistake[] {
  const mistakes: Mistake[] = [];
  const size = sizeOf(content);
  if (size > max) mistakes.push({ file, line: 1, words: (t) => t.files.tooLarge(size, max) });
  // Bytes that are not UTF-8 become the replacement character.
  const broken = content.split('\n').findIndex((line) => line.includes('\uFFFD') || line.includes('\0'));
  if (broken >= 0) mistakes.push({ file, line: broken + 1, words: (t) => t.files.unreadable });
  return mistakes;
}
