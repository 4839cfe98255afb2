import * as z from 'zod';
import { slugSchema } from '../campaign/settings.ts';
import { signOnActions } from '../sign-on/actions.ts';
import { detailsSchema, signOnKinds, signOnStates } from '../sign-on/sign-on.ts';

/** What the API answers in JSON. Handlers use the types. The OpenAPI description and the tests use the schemas. */

export const submitResponseSchema = z.object({ status: z.literal('check-your-inbox') });

export const signOnResponseSchema = z.object({
  campaign: slugSchema,
  status: z.enum(signOnStates),
  /** Hash of `signOn`, to send with the confirmation, which then only confirms these words. */
  shown: z.string().optional(),
  signOn: z.object({ kind: z.enum(signOnKinds), ...detailsSchema.shape }).optional(),
  /** The letter has changed since the signer agreed to it. The confirmation is for the current letter. */
  letterChanged: z.boolean().optional(),
  /** A change waits for an organizer. Until then, `signOn` is published. */
  change: z.literal('waiting').optional(),
  actions: z.array(z.enum(signOnActions)),
});
export type SignOnResponse = z.infer<typeof signOnResponseSchema>;

export const confirmResponseSchema = z.object({
  status: z.enum([
    'confirmed',
    'already-confirmed',
    'corrected',
    'waiting-for-review',
    'already-signed-by-organization',
  ]),
});
export type ConfirmResponse = z.infer<typeof confirmResponseSchema>;

export const withdrawResponseSchema = z.object({ status: z.literal('withdrawn') });

export const unsubscribePageResponseSchema = z.object({
  campaign: slugSchema,
  actions: z.array(z.literal('unsubscribe')),
});
export const unsubscribeResponseSchema = z.object({
  status: z.literal('unsubscribed'),
  /** From the emails of this letter, or from all emails of this site. */
  from: z.enum(['letter', 'site']),
});

export const invitationResponseSchema = z.object({ campaign: slugSchema, organizationName: z.string() });

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  letter: z.string().optional(),
});
