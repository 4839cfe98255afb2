import * as z from 'zod';
import { type Logo, logoFileName, toneSchema } from './logo.ts';

/**
 * How a coalition's logo and color look at the head of what people see. The picture itself is with the release's logos.
 */
export const brandingSchema = z.object({
  /** `#rrggbb`, lower case. */
  color: z.string().optional(),
  logo: z
    .object({
      /** The picture's name in the campaign's folder. */
      file: z.string(),
      /** The name of its file on the site: by what is in it, so that it never changes. */
      name: z.string(),
      /** How large it is shown, in CSS pixels. */
      width: z.int(),
      height: z.int(),
      tone: toneSchema.optional(),
    })
    .optional(),
});
export type Branding = z.infer<typeof brandingSchema>;

/** The drawing of the coalition's own logo, among those that are stored with the release. */
export const brandingLogo = (branding: Branding | undefined, logos: readonly Logo[]): Logo | undefined =>
  branding?.logo && logos.find((logo) => logoFileName(logo) === branding.logo?.name);
