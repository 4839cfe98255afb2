import { createHash } from 'node:crypto';
import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import type { Signatory } from '../../rendering/document/content.ts';

/** The ids on a supplement's list, as in a snapshot. There are no names, so nobody who is erased is in it. */
export const supplementListSchema = z.object({
  asOf: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
  parts: z.array(z.string()),
  signatories: z.array(z.string()),
});
export type SupplementList = z.infer<typeof supplementListSchema>;

/**
 * The whole mail of a supplement, with its PDF. Both were made from one reading, and a repeated attempt sends the same
 * bytes.
 */
const frozenSupplementSchema = z.object({
  /** Id of this file. It is valid only if the gate has the same id. */
  freezeId: z.string(),
  message: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
  /** In base64; absent if it could not be made. */
  pdf: z.string().optional(),
  /**
   * Everybody who is named in it, and how. If one of them is not listed any more, or is listed under another name, it
   * is not sent.
   */
  namedSignatories: z.array(z.object({ id: z.string(), printedHash: z.string() })),
});
export type FrozenSupplement = z.infer<typeof frozenSupplementSchema>;

/** Reads a frozen supplement. Undefined if it is empty, damaged, or another file than `freezeId`. */
export function readFrozenSupplement(
  body: Uint8Array | undefined,
  freezeId: string,
): FrozenSupplement | undefined {
  const read = jsonSchema.pipe(frozenSupplementSchema).safeParse(new TextDecoder().decode(body));
  return read.success && read.data.freezeId === freezeId ? read.data : undefined;
}

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

/** Hash of how a signatory is printed, without the day on which it was added. */
export const printedHash = ({ name, city, region, country, scope, website }: Signatory): string =>
  createHash('sha256')
    .update(JSON.stringify([name ?? '', city ?? '', region ?? '', country ?? '', scope ?? '', website ?? '']))
    .digest('base64url');
