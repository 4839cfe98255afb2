import { readFile } from 'node:fs/promises';
import type { Font } from 'satori';
import { backgrounds, defaultColor, nearestUsableColor } from '../brand/brand-colors.ts';
import { type FontName, fontPath } from '../fonts/font-files.ts';
import { fontRuns } from '../fonts/font-runs.ts';
import { resvg } from './resvg.ts';

/** The words of a link preview. */
export interface PreviewTexts {
  title: string;
  /** The number of signatures. Absent if it may not be shown. */
  number?: string;
  /** What the reader is asked to do. */
  callToAction: string;
  sender: string;
  /** The logo, which replaces the sender's name: a PNG in base64, and its size in CSS pixels. */
  logo?: { png: string; width: number; height: number };
  /** The campaign's color, `#rrggbb`. */
  color?: string;
}

/** Sizes in pixels: of link previews (https://ogp.me; the large card of X), of square posts and of upright stories. */
export const pictureSizes = {
  link: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type PictureFormat = keyof typeof pictureSizes;

/** Draws words as a PNG. For a link preview it has 1200 × 630 pixels. The same words give the same file. */
export async function previewImage(words: PreviewTexts, format: PictureFormat = 'link'): Promise<Uint8Array> {
  const size = pictureSizes[format];
  const [{ default: satori }, { Resvg }] = await Promise.all([import('satori'), resvg()]);
  const svg = await satori(card(words, format), { ...size, fonts: await fonts() });
  const image = new Resvg(svg, { font: { loadSystemFonts: false } });
  try {
    return image.render().asPng();
  } finally {
    image.free();
  }
}

let read: Promise<Font[]> | undefined;

function fonts(): Promise<Font[]> {
  const font = async (name: string, file: FontName, weight: 400 | 600): Promise<Font> => ({
    name,
    data: await readFile(fontPath(file)),
    weight,
    style: 'normal',
  });
  read ??= Promise.all([
    font('Sans', 'sans', 400),
    font('Sans', 'sansBold', 600),
    font('Serif', 'serifBold', 600),
    font('Emoji', 'emoji', 400),
  ]);
  return read;
}

interface Node {
  type: string;
  props: { style: Record<string, string | number>; children?: Node[] | string; src?: string };
}

const box = (style: Record<string, string | number>, children: Node[] | string = []): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const picture = (
  { png, width, height }: NonNullable<PreviewTexts['logo']>,
  shownHeight: number,
  style: Record<string, string | number>,
): Node => ({
  type: 'img',
  props: {
    src: `data:image/png;base64,${png}`,
    style: { ...style, height: shownHeight, width: Math.round((shownHeight * width) / height) },
  },
});

/** A text with a maximum number of lines. A word that is wider than the card is broken. */
const text = (words: string, lines: number, style: Record<string, string | number>): Node =>
  box(
    { ...style, width: '100%', display: 'block', lineClamp: lines, wordBreak: 'break-word' },
    printable(words),
  );

/** Leaves out characters that no typeface here has. Otherwise the file would depend on the fonts of the machine. */
const printable = (words: string): string =>
  fontRuns(words, 'sans')
    .map((run) => run.text)
    .join('')
    .trim() || ' ';

const ink = '#1d1c1a';

/** The scale of the letters, and the maximum number of lines of a title in each of its sizes. */
const scales: Record<PictureFormat, { scale: number; lines: [number, number, number] }> = {
  link: { scale: 1, lines: [4, 5, 6] },
  square: { scale: 1.25, lines: [6, 8, 10] },
  story: { scale: 1.4, lines: [7, 10, 13] },
};

/** The size of a title in pixels, by how many characters it has at most. */
const titleSizes = [
  { characters: 90, pixels: 62 },
  { characters: 130, pixels: 50 },
  { characters: Number.POSITIVE_INFINITY, pixels: 42 },
];

function card(
  { title, number, callToAction, sender, logo, color = defaultColor }: PreviewTexts,
  format: PictureFormat,
): Node {
  const accent = nearestUsableColor(color);
  const size = pictureSizes[format];
  const { scale, lines } = scales[format];
  const letters = (pixels: number): number => Math.round(pixels * scale);
  const step = titleSizes.findIndex(({ characters }) => title.length <= characters);
  const bar = 24;
  const inside = { width: size.width - bar - 2 * 72, height: size.height - 2 * 54 };
  return box(
    { ...size, backgroundColor: backgrounds.light.ground, color: ink, fontFamily: 'Sans, Serif, Emoji' },
    [
      box({ width: bar, height: size.height, backgroundColor: accent }),
      box(
        {
          ...inside,
          flexDirection: 'column',
          justifyContent: format === 'story' ? 'center' : 'space-between',
          margin: '54px 72px',
        },
        [
          box({ flexDirection: 'column' }, [
            logo
              ? picture(logo, letters(1.15 * logo.height), { marginBottom: letters(28) })
              : text(sender, 1, { fontSize: letters(30), color: '#57534b', marginBottom: 20 }),
            text(title, lines[step] ?? 1, {
              fontFamily: 'Serif, Emoji',
              fontWeight: 600,
              fontSize: letters(titleSizes[step]?.pixels ?? 42),
              lineHeight: 1.15,
            }),
          ]),
          // Apps cover the top and the bottom of a story, so its words are in the middle.
          box({ flexDirection: 'column', ...(format === 'story' && { marginTop: 90 }) }, [
            ...(number
              ? [
                  text(number, 2, {
                    fontSize: letters(46),
                    fontWeight: 600,
                    lineHeight: 1.2,
                    color: accent,
                    marginBottom: 14,
                  }),
                ]
              : []),
            text(callToAction, 1, { fontSize: letters(32) }),
          ]),
        ],
      ),
    ],
  );
}
