/** A color as `#rrggbb`. */
export type Color = string;

type Channels = [red: number, green: number, blue: number];

/** The contrast that text needs against its background (WCAG 2.2, 1.4.3, level AA). */
export const textContrast = 4.5;

/** The contrast ratio of two colors, from 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Color, other: Color): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How light a color is, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export const luminance = (color: Color): number => luminanceOf(channelsOf(color));

/** The luminance of red, green and blue, from 0 to 255 each. */
export function luminanceOf(channels: Channels): number {
  const [red, green, blue] = channels.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/**
 * The color of the same hue that is nearest to `color` and has enough contrast against each of the backgrounds
 * `backgrounds`. This is `color` itself if it has enough, otherwise a darker one on light backgrounds and a lighter one
 * on dark backgrounds.
 */
export function nearestReadable(color: Color, backgrounds: readonly Color[], ratio = textContrast): Color {
  const isReadable = (each: Color) => backgrounds.every((ground) => contrast(each, ground) >= ratio);
  if (isReadable(color)) return color.toLowerCase();
  const end = backgrounds.every((ground) => luminance(ground) > 0.18) ? '#000000' : '#ffffff';
  for (let share = 1; share < steps; share++) {
    const mixed = mix(color, end, share / steps);
    if (isReadable(mixed)) return mixed;
  }
  return end;
}

/** Enough steps that two neighbors differ by at most one value in each channel. */
const steps = 256;

/** Mixes a share (0 to 1) of another color into a color. */
export function mix(color: Color, other: Color, share: number): Color {
  const [from, to] = [channelsOf(color), channelsOf(other)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channelsOf(color: Color): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
