import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * How a logo looks on a dark page: `as-is` where it has a ground of its own or is light enough, `too-dark` where its
 * lines would be lost.
 */
export const toneSchema = z.enum(['as-is', 'too-dark']);
export type Tone = z.infer<typeof toneSchema>;

/**
 * A logo as it is published: drawn anew from the picture in the campaign's folder, so that nothing of that file itself
 * (scripts, places where photos were taken) reaches anybody.
 */
export const logoSchema = z.object({
  /** The picture's name in the folder, as `release.md` has it. */
  file: z.string(),
  /** A PNG in base64. It has more pixels than it is shown with. */
  png: z.base64(),
  /** The size at which it is shown, in CSS pixels. */
  width: z.int(),
  height: z.int(),
  /** Absent for logos that were drawn before it was known. */
  tone: toneSchema.optional(),
  /** The coalition's own, which no text shows: it stands at the head of pages, and changes at any time. */
  isHeadOnly: z.literal(true).optional(),
});
export type Logo = z.infer<typeof logoSchema>;

/** The name of a logo's file on the site: its hash, so that the file never changes. */
export const logoFileName = ({ png }: Pick<Logo, 'png'>): string =>
  `${createHash('sha256').update(png).digest('hex').slice(0, 20)}.png`;

/** The largest size at which a logo is shown, in CSS pixels. */
export const maxLogoSize = { width: 256, height: 64 };

/** Logos of a release, at most. */
export const maxLogos = 6;

/** Whether two logos look the same. */
export const isSameImage = (logo: Logo, other: Logo): boolean =>
  logo.png === other.png && logo.width === other.width && logo.height === other.height;
