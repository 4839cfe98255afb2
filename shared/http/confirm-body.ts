import * as z from 'zod';

/** Body of a confirmation. `shown` is the hash of what the signer's page showed. Programs may leave it out. */
export const confirmBodySchema = z.strictObject({
  shown: z.string({ error: 'not-a-string' }).optional(),
});
export type ConfirmBody = z.infer<typeof confirmBodySchema>;
