import { createHash } from 'node:crypto';
import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import type { Signatory } from '../../rendering/document/content.ts';

/** Who was on a supplement's list, as a snapshot has it: ids alone, so that who is erased is gone. */
export const supplementListSchema = z.object({
  asOf: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
  parts: z.array(z.string()),
  signatories: z.array(z.string()),
});
export type SupplementList = z.infer<typeof supplementListSchema>;

/**
 * A supplement's mail to the last byte, its PDF with it: both were made of one reading, and an attempt to send that is made
 * again sends the same.
 */
export const frozenSupplementSchema = z.object({
  /** Which freezing it is; only that of the gate counts. */
  freezeId: z.string(),
  message: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
  /** In base64; absent if it could not be made. */
  pdf: z.string().optional(),
  /** Whoever is named in it, and how: it is not sent once one of them is named otherwise, or not at all. */
  namedSignatories: z.array(z.object({ id: z.string(), printedHash: z.string() })),
});
export type FrozenSupplement = z.infer<typeof frozenSupplementSchema>;

/** Reads a frozen supplement; none if it is empty, or not this freezing. */
export function readFrozenSupplement(
  body: Uint8Array | undefined,
  freezeId: string,
): FrozenSupplement | undefined {
  if (!body) return undefined;
  const text = new TextDecoder().decode(body);
  const read = frozenSupplementSchema.safeParse(text === '' ? undefined : JSON.parse(text));
  return read.success && read.data.freezeId === freezeId ? read.data : undefined;
}

/** Says of a signatory how it is printed, apart from the day on which it was added. */
export const printedHash = ({ name, city, region, country, scope, website }: Signatory): string =>
  createHash('sha256')
    .update(JSON.stringify([name ?? '', city ?? '', region ?? '', country ?? '', scope ?? '', website ?? '']))
    .digest('base64url');
