import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The typefaces of PDFs and link previews (SIL Open Font License 1.1), each with the file in its package: a serif for
 * text and names, a sans serif for headings, and a monochrome face for emoji only.
 */
export const fontFiles = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifBold: '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  serifItalic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  serifBoldItalic: '@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  sansBold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const;
export type FontName = keyof typeof fontFiles;

/** The folder next to a function's bundle into which the build copies them (infra/build.ts). */
const besideTheBundle = join(import.meta.dirname, 'fonts');

/** Path of a file of a package: next to the bundle after a build, otherwise in `node_modules`. */
export function packagedFile(file: string): string {
  const copied = join(besideTheBundle, file.slice(file.lastIndexOf('/') + 1));
  return existsSync(copied) ? copied : createRequire(import.meta.url).resolve(file);
}

/** Path of a typeface's file. */
export const fontPath = (name: FontName): string => packagedFile(fontFiles[name]);
