import * as z from 'zod';

/** Languages of pages, mails and errors. CONTRIBUTING.md says how to add one. */
export const languages = ['en', 'es', 'fr'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
