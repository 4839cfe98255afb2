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
    const message = `The logos come to ${Math.ceil(together / 1000)} KB as they are drawn; ${maxTotalBytes / 1000} KB is the most.`;
    reading.mistakes.push(
      mistakeAt(source, 0, message, 'Take some out, or give those with many colors as simpler pictures.'),
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
  missing: [
    'is not in the folder',
    'Put the picture beside release.md, or write the name that it has there.',
  ],
  'too-large': [
    `has more than ${maxPictureBytes / 1000} KB`,
    'Save it smaller: 768 pixels in width are enough.',
  ],
  'not-a-picture': [
    'is neither SVG, PNG nor JPEG',
    'Save it as one of these; another name alone does not change what it is.',
  ],
  'too-many-pixels': ['has too many pixels', 'Save it smaller: 768 pixels in width are enough.'],
  'too-narrow': [
    'would be a thin line',
    'Crop it: a logo is shown in 256 × 64 pixels at most, and less than 4 of them is no picture.',
  ],
  'too-detailed': [
    'has too many colors for a logo',
    'Give a drawing rather than a photo: as SVG, or as PNG with few colors.',
  ],
  'shows-nothing': [
    'shows nothing when it is drawn',
    'See whether it is damaged or wholly transparent, and save it anew.',
  ],
  broken: ['cannot be drawn', 'See whether a browser shows it, and save it anew as plain SVG or as PNG.'],
  'refers-outside': [
    'refers to something outside of itself',
    'Put it into the picture (“embed”), or take it out; links, too.',
  ],
  'has-text': [
    'has words in it, which look different on each machine',
    `Turn them into outlines. ${asPaths}`,
  ],
  'has-html': ['has HTML in it (foreignObject), which is not drawn', 'Save it as plain SVG.'],
  'holds-pictures': [
    'has a picture in it that is not drawn',
    'Have PNG or JPEG pictures in it, of no more pixels than are needed.',
  ],
};
