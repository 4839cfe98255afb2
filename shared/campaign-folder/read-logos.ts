import type { Logo } from '../campaign/logo.ts';
import { drawLogo, type LogoProblem, maxPictureBytes } from '../rendering/logo/draw-logo.ts';
import type { Mistake } from './mistakes.ts';
import { namedLogos } from './named-logos.ts';

export interface CheckedLogos {
  /** In the release's order, then the coalition's own, each file once. */
  logos: Logo[];
  /** Files that the folder names as logos, whether they could be drawn or not. */
  named: string[];
  mistakes: Mistake[];
}

export const noLogos: CheckedLogos = { logos: [], named: [], mistakes: [] };

/** Of all logos as they are drawn, in bytes: they are stored with the release, in one item of the table. */
const maxTotalBytes = 120_000;

/**
 * Draws the pictures that a folder names: in `release.md`, and in `campaign.yaml` as the coalition's own. `pictureOf` answers a
 * file's bytes, of one that is too large at least the first `maxPictureBytes` and one more; nothing for one that is not there.
 */
export async function readLogos(
  files: ReadonlyMap<string, string>,
  pictureOf: (file: string) => Promise<Uint8Array | undefined>,
): Promise<CheckedLogos> {
  const places = namedLogos(files);
  const checked: CheckedLogos = { logos: [], named: [], mistakes: [] };
  for (const place of places) {
    const { picture } = place;
    if (checked.named.includes(picture)) continue;
    checked.named.push(picture);
    const bytes = await pictureOf(picture);
    const logo = bytes === undefined ? 'missing' : await drawLogo(picture, bytes);
    if (typeof logo === 'string') {
      const [problem, cure] = problems[logo];
      checked.mistakes.push({ ...place.at, message: `${picture} ${problem}.`, cure });
    } else checked.logos.push(logo);
  }
  const together = checked.logos.reduce((sum, { png }) => sum + Buffer.byteLength(png, 'base64'), 0);
  const [first] = places;
  if (together > maxTotalBytes && first) {
    const message = `All logos together have ${Math.ceil(together / 1000)} KB when they are drawn. The limit is ${maxTotalBytes / 1000} KB.`;
    const cure = 'Remove some, or replace those with many colors by simpler pictures.';
    checked.mistakes.push({ ...first.at, message, cure });
  }
  return checked;
}

const asPaths =
  'In Inkscape: Path > Object to Path; in Illustrator: Type > Create Outlines; then save as plain SVG.';

/** What is wrong with a picture, and what to do about it. */
const problems: Record<LogoProblem | 'missing', [string, string]> = {
  missing: [
    'is not in the folder',
    'Put the picture into the campaign’s folder, or correct the name of the file.',
  ],
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
  'white-on-white': [
    'is white and has no background of its own, so nobody would see it on a page or on paper',
    'Use the version of the logo for light backgrounds.',
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
