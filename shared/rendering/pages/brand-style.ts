import { type Accents, accentsOf, backgrounds, defaultColor } from '../brand/brand-colors.ts';

const variables = (
  { accent, accentDark, onAccent, tint }: Accents,
  { paper, ground }: { paper: string; ground: string },
): string =>
  `:root{--paper:${paper};--ground:${ground};--accent:${accent};--accent-dark:${accentDark};--on-accent:${onAccent};--tint:${tint}}`;

/** The colors of pages, from the campaign's own color. */
export function brandStyle(color = defaultColor): string {
  const { light, dark } = accentsOf(color);
  return `${variables(light, backgrounds.light)}@media (prefers-color-scheme:dark){${variables(dark, backgrounds.dark)}}`;
}
