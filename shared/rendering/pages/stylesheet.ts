import { type Accents, accentsOf, backgrounds, defaultColor } from '../brand/brand-colors.ts';
import { fontFaces } from '../fonts/web-fonts.ts';
import { baseStyle } from './styles/base.ts';
import { formStyle } from './styles/form.ts';
import { letterStyle } from './styles/letter.ts';
import { printStyle } from './styles/print.ts';

/**
 * Removes what only makes a style readable. A style must not contain double quotes, `&` or the less-than sign: the
 * renderer would escape them, and the hash in the policy would no longer match.
 */
export const compressed = (style: string): string =>
  style
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .trim();

const common = `${fontFaces}${[baseStyle, letterStyle, formStyle].map(compressed).join('')}`;
const print = compressed(printStyle);

const variables = (
  { accent, accentDark, onAccent, tint }: Accents,
  { paper, ground }: { paper: string; ground: string },
): string =>
  `:root{--paper:${paper};--ground:${ground};--accent:${accent};--accent-dark:${accentDark};--on-accent:${onAccent};--tint:${tint}}`;

/** The colors of pages, from the campaign's own color. */
function brandStyle(color = defaultColor): string {
  const { light, dark } = accentsOf(color);
  return `${variables(light, backgrounds.light)}@media (prefers-color-scheme:dark){${variables(dark, backgrounds.dark)}}`;
}

/** The whole style of a page, for its style element. `color` is the campaign's own. */
export const stylesheetFor = (color?: string): string => `${common}${brandStyle(color)}${print}`;

/** The style of the site's own pages, and of campaigns without a color. */
export const stylesheet = stylesheetFor();
