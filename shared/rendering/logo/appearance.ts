import type { Tone } from '../../campaign/logo.ts';
import { backgrounds } from '../brand/brand-colors.ts';
import { luminance, luminanceOf } from '../brand/contrast.ts';

/** How a picture looks on the backgrounds of pages. */
export type LogoAppearance = Tone | 'shows-nothing' | 'white-on-white';

/** Below this contrast, a shape cannot be seen on its background. Shapes need less contrast than text. */
const visible = { onWhite: 1.15, onDark: 2.2 };

/** A picture with at least this share of transparent pixels has no background of its own. */
const clearShare = 0.03;

/** If this share of the drawn pixels cannot be seen on a dark page, the picture is too dark for it. */
const lostShare = 0.1;

/**
 * Looks at the pixels of a drawing: four bytes each, for red, green, blue and opacity. The first three are multiplied
 * by the opacity, as resvg draws them.
 */
export function appearanceOf(pixels: Uint8Array): LogoAppearance {
  const dark = luminance(backgrounds.dark.paper) + 0.05;
  const found = { drawn: false, clear: 0, solid: 0, seenOnWhite: 0, lostOnDark: 0 };
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(at, at + 4);
    if (opacity > 0) found.drawn = true;
    if (opacity < 128) {
      found.clear++;
      continue;
    }
    const plain = (value: number) => Math.min(255, (value * 255) / opacity);
    const light = luminanceOf([plain(red), plain(green), plain(blue)]) + 0.05;
    found.solid++;
    if (1.05 / light >= visible.onWhite) found.seenOnWhite++;
    if (light / dark < visible.onDark) found.lostOnDark++;
  }
  if (!found.drawn) return 'shows-nothing';
  if (found.clear < clearShare * (pixels.length / 4)) return 'as-is';
  if (found.solid > 0 && found.seenOnWhite === 0) return 'white-on-white';
  return found.lostOnDark > lostShare * found.solid ? 'too-dark' : 'as-is';
}
