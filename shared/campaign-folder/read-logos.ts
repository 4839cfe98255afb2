import type { Logo } from '../campaign/logo.ts';
import { drawLogo, type LogoProblem, maxPictureBytes } from '../rendering/logo/draw-logo.ts';
import { formatKeyPath, type Mistake } from './mistakes.ts';
import { type ReleaseSource, readRelease } from './release.ts';

export interface LogosReading {
  /** In the release's order, each file once. */
  logos: Logo[];
  /** Files that the release names, whether they could be drawn or not. */
  named: string[];
  mistakes: Mistake[];
}

export const noLogos: LogosReading = { logos: [], named: [], mistakes: [] };

/** Of all logos as they are drawn, in bytes: they are stored with the release, in one item of the table. */
const maxTotalBytes = 120_000;

/**
 * Draws the pictures that a folder's `release.md` names. `pictureOf` answers a file's bytes, of one that is too large at
 * least the first `largestPicture` and one more; nothing for one that is not there.
 */
export async function readLogos(
  release: string | undefined,
  pictureOf: (file: string) => Promise<Uint8Array | undefined>,
): Promise<LogosReading> {
  if (release === undefined) return noLogos;
  const source = readRelease(release);
  const reading: LogosReading = { logos: [], named: [], mistakes: [] };
  for (const [index, { file }] of (source.keys?.logos ?? []).entries()) {
    if (reading.named.includes(file)) continue;
    reading.named.push(file);
    const bytes = await pictureOf(file);
    const logo = bytes === undefined ? 'missing' : await drawLogo(file, bytes);
    if (typeof logo === 'string')
      reading.mistakes.push(mistakeAt(source, index, `${file} ${problems[logo][0]}.`, problems[logo][1]));
    else reading.logos.push(logo);
  }
  const together = reading.logos.reduce((sum, { png }) => sum + Buffer.byteLength(png, 'base64'), 0);
  if (together > maxTotalBytes) {
    const message = `All logos together have ${Math.ceil(together / 1000)} KB when they are drawn. The limit is ${maxTotalBytes / 1000} KB.`;
    reading.mistakes.push(
      mistakeAt(source, 0, message, 'Remove some, or replace those with many colors by simpler pictures.'),
    );
  }
  return reading;
}

function mistakeAt({ front }: ReleaseSource, index: number, message: string, cure: string): Mistake {
  const path = ['logos', index, 'file'];
  return { file: 'release.md', line: front.lineOf(path), key: formatKeyPath(path), message, cure };
}

const asPaths =
  'In Inkscape: Path > Object to Path; in Illustrator: Type > Create Outlines; then save as plain SVG.';

/** What is wrong with a picture, and what to do about it. */
const problems: Record<LogoProblem | 'missing', [string, string]> = {
  missing: ['is not in the folder', 'Put the picture next to release.md, or correct the name of the file.'],
  'too-large': [
    `has more than ${maxPictureBytes / 1000} KB`,
    'Save a smaller version: 768 pixels of width are enough.',
  ],
  'not-a-picture': [
    'is neither SVG, PNG nor JPEG',
    'Save it in one of these formats. Renaming the file is not enough.',
  ],
  'too-many-pixels': ['has too many pixels', 'Save a smaller version: 768 pixels of width are enough.'],
  'too-narrow': [
    'is too narrow',
    'Crop it. A logo is shown in at most 256 × 64 pixels, and this one would be under 4 pixels.',
  ],
  'too-detailed': [
    'has too many colors for a logo',
    'Use a drawing instead of a photo: an SVG, or a PNG with few colors.',
  ],
  'shows-nothing': [
    'shows nothing when it is drawn',
    'Check whether it is damaged or fully transparent, and save it again.',
  ],
  broken: ['cannot be drawn', 'Check whether a browser shows it, and save it again as plain SVG or as PNG.'],
  'refers-outside': [
    'refers to another file or address',
    'Embed that file in the picture, or remove the reference. Remove links, too.',
  ],
  'has-text': [
    'contains text, which looks different on each computer',
    `Convert the text to outlines. ${asPaths}`,
  ],
  'has-html': ['contains HTML (foreignObject), which is not drawn', 'Save it as plain SVG.'],
  'holds-pictures': [
    'contains a picture that is not drawn',
    'Embed only PNG or JPEG pictures, with no more pixels than needed.',
  ],
};
