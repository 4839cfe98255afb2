import * as z from 'zod';

/** Languages of pages, mails and errors. A further one is one locale file and its code here. */
export const languages = ['en', 'es'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
