import * as z from 'zod';
import { slugSchema } from '../campaign/settings.ts';
import { signOnActions } from '../sign-on/actions.ts';
import { detailsSchema, signOnKinds, signOnStates } from '../sign-on/sign-on.ts';

/** What the API says in JSON. Handlers use the types; the schemas are for the OpenAPI description and the tests. */

export const submitResponseSchema = z.object({ status: z.literal('check-your-inbox') });

export const signOnResponseSchema = z.object({
  campaign: slugSchema,
  status: z.enum(signOnStates),
  /** Hash of `signOn`, to send with the confirmation: it then holds only for these words. */
  shown: z.string().optional(),
  signOn: z.object({ kind: z.enum(signOnKinds), ...detailsSchema.shape }).optional(),
  /** The letter says something else than the one that was agreed to; the confirmation is for it as it stands. */
  letterChanged: z.boolean().optional(),
  /** Other words wait for an organizer; until then `signOn` stays in print. */
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
  /** From the mails of this letter, or from all mails of this site. */
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
