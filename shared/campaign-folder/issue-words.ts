import type { MistakeTexts } from '../i18n/mistakes/texts.ts';

/**
 * What a schema says about a value that it refuses. The message goes on after the key's name. Without a cure, the key's
 * example is shown.
 */
export type IssueWords = (texts: MistakeTexts, value: unknown) => { message: string; cure?: string };

/** Options of a zod check, with its words in every language. `schemaMistakes` shows them. */
export const saying = (words: IssueWords): { params: { words: IssueWords } } => ({ params: { words } });

/** The words that `saying` gave to an issue. Nothing else puts a function into `params`. */
export const isIssueWords = (value: unknown): value is IssueWords => typeof value === 'function';
