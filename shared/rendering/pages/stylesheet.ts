import { fontFaces } from '../fonts/web-fonts.ts';
import { brandStyle } from './brand-style.ts';
import { baseStyle } from './styles/base.ts';
import { formStyle } from './styles/form.ts';
import { letterStyle } from './styles/letter.ts';
import { printStyle } from './styles/print.ts';

/**
 * Without what only makes a style readable. Neither double quotes nor `&` nor the less-than sign may occur: the renderer would
 * escape them, and the hash in the policy would no longer match.
 */
export const compressed = (style: string): string =>
  style
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .trim();

const common = `${fontFaces}${[baseStyle, letterStyle, formStyle].map(compressed).join('')}`;

/** The whole style of a page, which stands in the page itself; `color` is the campaign's own. */
export const stylesheetFor = (color?: string): string =>
  `${common}${brandStyle(color)}${compressed(printStyle)}`;

/** The style of pages of the site, and of campaigns without a color of their own. */
export const stylesheet = stylesheetFor();
