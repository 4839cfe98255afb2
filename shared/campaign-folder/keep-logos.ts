import type { Logo } from '../campaign/logo.ts';
import { namedLogos, withPlace } from './named-logos.ts';
import type { CheckedLogos } from './read-logos.ts';

/**
 * The logos of a folder that is edited where its pictures are not: those that were drawn before. It needs nothing that
 * draws.
 */
export function keepLogos(files: ReadonlyMap<string, string>, stored: readonly Logo[]): CheckedLogos {
  const checked: CheckedLogos = { logos: [], named: [], mistakes: [] };
  for (const place of namedLogos(files)) {
    const { picture, at } = place;
    if (checked.named.includes(picture)) continue;
    checked.named.push(picture);
    const logo = stored.find(({ file }) => file === picture);
    if (logo) checked.logos.push(withPlace(logo, place));
    else
      checked.mistakes.push({
        ...at,
        words: (t) => t.logos.notStored(picture),
      });
  }
  return checked;
}
