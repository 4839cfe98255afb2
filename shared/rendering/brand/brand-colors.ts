import { type Color, contrast, luminance, mix, nearestReadable, textContrast } from './contrast.ts';

/** The background colors of text and buttons, in the stylesheet's two modes. */
export const backgrounds = {
  light: { paper: '#ffffff', ground: '#f6f4ef' },
  dark: { paper: '#1c1e21', ground: '#131416' },
} as const;

/** The color of a campaign that sets none. */
export const defaultColor: Color = '#14477a';

/** The colors of one mode, derived from the campaign's color. */
export interface Accents {
  /** Links, buttons, bars. */
  accent: Color;
  /** The accent while the pointer is over it. */
  accentDark: Color;
  /** Text on a button. */
  onAccent: Color;
  /** The background of a box. */
  tint: Color;
}

/** The color nearest to `color` that can be used in light mode. It is `color` itself if that can be used. */
export const nearestUsableColor = (color: Color): Color =>
  nearestReadable(color, Object.values(backgrounds.light));

/** Whether links in this color, and white text on it, can be read. */
export const isUsableColor = (color: Color): boolean =>
  Object.values(backgrounds.light).every((ground) => contrast(color, ground) >= textContrast);

interface AccentsByMode {
  light: Accents;
  dark: Accents;
}

/**
 * The colors of pages in light and in dark mode. In dark mode, the campaign's color is made lighter until it can be
 * read. Text on a box of the tint can also be read.
 */
export function accentsOf(color: Color): AccentsByMode {
  if (last?.color !== color) last = { color, accents: newAccents(color) };
  return last.accents;
}

/** The last result: the search takes a millisecond, and the pages and mails of one campaign follow each other. */
let last: { color: Color; accents: AccentsByMode } | undefined;

function newAccents(color: Color): AccentsByMode {
  const { light, dark } = backgrounds;
  const accent = nearestUsableColor(color);
  const lightTint = mix(light.paper, accent, 0.09);
  const darkTint = mix(dark.paper, accent, 0.22);
  const readable = nearestReadable(accent, [dark.paper, dark.ground, darkTint], 5.5);
  return {
    light: {
      accent: nearestReadable(accent, [light.paper, light.ground, lightTint]),
      accentDark: mix(accent, '#000000', 0.28),
      onAccent: '#ffffff',
      tint: lightTint,
    },
    dark: {
      accent: readable,
      accentDark: mix(readable, '#ffffff', 0.35),
      onAccent: mix(dark.ground, accent, luminance(accent) > 0.05 ? 0.1 : 0.2),
      tint: darkTint,
    },
  };
}
