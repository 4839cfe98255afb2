import * as z from 'zod';
import { maxFieldBytes } from './field-refusals.ts';

/**
 * Characters that have no place in one printed line: controls, line separators, broken Unicode, private use, and the
 * marks that reorder or hide text, with which a name on a list could be made to read as another.
 */
const unprintable =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00AD\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\u{E0000}-\u{E007F}]/u;

const nothingVisible = /^[\s\p{Z}\p{Default_Ignorable_Code_Point}]*$/u;

/** Whether somebody who looks at the text sees nothing. An untouched form field is as good as an absent one. */
export const isBlank = (text: string): boolean => nothingVisible.test(text);

const isPrintable = (text: string): boolean => !unprintable.test(text);

export const fitsField = (text: string): boolean => Buffer.byteLength(text) <= maxFieldBytes;

/** One line of text as somebody typed it: trimmed, in Unicode's composed form (NFC), at most 200 bytes. */
export const line = z
  .string({ error: (issue) => (issue.input === undefined ? 'required' : 'not-a-string') })
  .check(
    z.trim(),
    z.normalize('NFC'),
    z.refine(isPrintable, { error: 'control-characters', abort: true }),
    z.refine(fitsField, { error: 'too-long', abort: true }),
  );
