import * as z from 'zod';
import { instantSchema, settingsSchema } from '../campaign/settings.ts';
import type { Signatory } from '../content/content.ts';
import { scopes, signOnKinds } from '../sign-on/sign-on.ts';

const signatorySchema = z.object({
  id: z.string(),
  kind: z.enum(signOnKinds),
  name: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  country: z.string().optional(),
  scope: z.enum(scopes).optional(),
  website: z.string().optional(),
  addedOn: z.string().nullable(),
}) satisfies z.ZodType<Signatory, unknown>;

/**
 * What is published, frozen: numbers, texts, settings and list as they were when the gate had opened and everything was
 * counted again. The first one that is claimed wins, and from then on everything comes from it.
 */
export const snapshotSchema = z.object({
  slug: z.string(),
  publishedOn: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
  thresholdOrganizations: z.int(),
  thresholdIndividuals: z.int(),
  settings: settingsSchema,
  /** Sources, as written. */
  letter: z.string(),
  release: z.string(),
  signatories: z.array(signatorySchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
