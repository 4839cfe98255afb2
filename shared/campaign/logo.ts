import * as z from 'zod';

/**
 * A logo as it is published: drawn anew from the picture in the campaign's folder, so that nothing of that file itself
 * (scripts, places where photos were taken) reaches anybody.
 */
export const logoSchema = z.object({
  /** The picture's name in the folder, by which `release.md` refers to it. */
  file: z.string(),
  /** A PNG in base64, of more pixels than it is shown with. */
  png: z.base64(),
  /** How large it is shown, in CSS pixels. */
  width: z.int(),
  height: z.int(),
});
export type Logo = z.infer<typeof logoSchema>;

/** How large a logo is shown at most, in CSS pixels. */
export const maxLogoSize = { width: 256, height: 64 };

/** The most logos that a release has. */
export const maxLogos = 6;

/** Whether two logos look the same. */
export const isSameImage = (logo: Logo, other: Logo): boolean =>
  logo.png === other.png && logo.width === other.width && logo.height === other.height;
