import * as z from 'zod';

/**
 * A published logo: drawn again from the picture in the folder, so that nothing of that file (scripts, the location of
 * a photo) is published.
 */
export const logoSchema = z.object({
  /** The picture's name in the folder, as `release.md` has it. */
  file: z.string(),
  /** A PNG in base64. It has more pixels than it is shown with. */
  png: z.base64(),
  /** The size at which it is shown, in CSS pixels. */
  width: z.int(),
  height: z.int(),
});
export type Logo = z.infer<typeof logoSchema>;

/** The largest size at which a logo is shown, in CSS pixels. */
export const maxLogoSize = { width: 256, height: 64 };

/** Logos of a release, at most. */
export const maxLogos = 6;

/** Whether two logos look the same. */
export const isSameImage = (logo: Logo, other: Logo): boolean =>
  logo.png === other.png && logo.width === other.width && logo.height === other.height;
