import type { Logo } from '../campaign/logo.ts';
import { drawLogo, maxPictureBytes } from '../rendering/logo/draw-logo.ts';
import { afterName, type Mistake } from './mistakes.ts';
import { namedLogos, withPlace } from './named-logos.ts';

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
 * Draws the pictures that a folder names: in `release.md`, and in `campaign.yaml` as the coalition's own. `pictureOf`
 * answers a file's bytes, of one that is too large at least the first `maxPictureBytes` and one more; nothing for one
 * that is not there.
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
    if (typeof logo === 'string')
      checked.mistakes.push({
        ...place.at,
        words: (t) => afterName(picture, t.logos.problems(maxPictureBytes / 1000)[logo]),
      });
    else checked.logos.push(withPlace(logo, place));
  }
  const together = checked.logos.reduce((sum, { png }) => sum + Buffer.byteLength(png, 'base64'), 0);
  const [first] = places;
  if (together > maxTotalBytes && first)
    checked.mistakes.push({
      ...first.at,
      words: (t) => t.logos.tooLargeTogether(Math.ceil(together / 1000), maxTotalBytes / 1000),
    });
  return checked;
}
