/**
 * A typeface of pages. These are the typefaces of the PDFs, limited to the letters of one script, as their package
 * provides them (OFL 1.1).
 */
export interface WebFont {
  family: 'Source Serif 4' | 'Source Sans 3';
  weight: 400 | 600 | 700;
  isItalic: boolean;
  letters: keyof typeof ranges;
  /** The file in its package. */
  file: string;
  /** The first twelve digits of the file's SHA-256, so that an address always returns the same file. */
  hash: string;
}

/**
 * Which characters each file has, according to its package. A browser loads a file only if a page has one of its
 * characters.
 */
const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
};

function webFont(
  family: WebFont['family'],
  style: `${WebFont['weight']}${'' | '-italic'}`,
  letters: WebFont['letters'],
  hash: string,
): WebFont {
  const name = family.toLowerCase().replaceAll(' ', '-');
  const weight = style.startsWith('4') ? 400 : style.startsWith('6') ? 600 : 700;
  const isItalic = style.endsWith('italic');
  const file = `@fontsource/${name}/files/${name}-${letters}-${weight}-${isItalic ? 'italic' : 'normal'}.woff2`;
  return { family, weight, isItalic, letters, file, hash };
}

export const webFonts: readonly WebFont[] = [
  webFont('Source Serif 4', '400', 'latin', '02194deb92d3'),
  webFont('Source Serif 4', '400-italic', 'latin', '882b7c150c29'),
  webFont('Source Serif 4', '700', 'latin', '7691c51bc286'),
  webFont('Source Serif 4', '400', 'latin-ext', '78ff74ea29d0'),
  webFont('Source Serif 4', '700', 'latin-ext', '06e2c39d92b4'),
  webFont('Source Sans 3', '400', 'latin', '0f73f35e08cd'),
  webFont('Source Sans 3', '600', 'latin', '14527d193b0e'),
  webFont('Source Sans 3', '400', 'latin-ext', 'f5706bb05795'),
];

/** The path of a typeface on the site. */
export const webFontPath = ({ file, hash }: Pick<WebFont, 'file' | 'hash'>): string =>
  `/assets/fonts/${file.slice(file.lastIndexOf('/') + 1).replace('.woff2', '')}.${hash}.woff2`;

/** The typefaces that a page needs at once. */
export const preloadedFonts = (hasItalics: boolean): WebFont[] =>
  webFonts.filter(({ letters, isItalic }) => letters === 'latin' && (hasItalics || !isItalic));

/**
 * The rules that load the typefaces. A browser uses a typeface only if it is there at the first paint, or else on the
 * next page, so text never moves.
 */
export const fontFaces = webFonts
  .map(
    (font) =>
      `@font-face{font-family:'${font.family}';font-style:${font.isItalic ? 'italic' : 'normal'};font-weight:${font.weight};font-display:optional;src:url(${webFontPath(font)}) format('woff2');unicode-range:${ranges[font.letters]}}`,
  )
  .join('');
