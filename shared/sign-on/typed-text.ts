import * as z from 'zod';
import { linkInName } from '../organization/link-in-name.ts';
import { withoutInvisible, withoutInvisibleEnds, withoutInvisibleInWords } from '../visible-text.ts';
import { maxFieldBytes, type RefusalCode } from './field-refusals.ts';

/**
 * Characters that may not be in one printed line: controls, line separators, broken Unicode, private use, and the marks
 * that reorder or hide text, which can make a name on a list read as another.
 */
const unprintable =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00AD\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFD\u{E0000}-\u{E007F}\p{Noncharacter_Code_Point}]/u;

const isPrintable = (text: string): boolean => !unprintable.test(text);

export const fitsField = (text: string): boolean => Buffer.byteLength(text) <= maxFieldBytes;

const lineWith = (plain: (typed: string) => string) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? 'required' : 'not-a-string') })
    .overwrite((typed) => plain(withoutInvisibleEnds(typed)))
    .normalize('NFC')
    .refine(isPrintable, { error: 'control-characters', abort: true });

/**
 * One line of typed text: trimmed, without invisible characters at its ends, with spaces for tabs, in Unicode's
 * composed form (NFC).
 */
export const unlimitedLine = lineWith((typed) => typed);

/** Such a line of at most 200 bytes. */
export const line = unlimitedLine.refine(fitsField, { error: 'too-long', abort: true });

/** The same for an address, of which no invisible character is a part. */
const addressLine = lineWith(withoutInvisible).refine(fitsField, { error: 'too-long', abort: true });

/** The same without what draws nothing within a word. What may not be printed stays, and is refused. */
const printedLine = lineWith((typed) => (isPrintable(typed) ? withoutInvisibleInWords(typed) : typed)).refine(
  fitsField,
  { error: 'too-long', abort: true },
);

/**
 * A line that is printed as a name. It may contain no link and no email address; `emailCode` is the refusal for an
 * address.
 */
const nameLine = (emailCode: RefusalCode) =>
  printedLine
    .refine((typed) => linkInName(typed) !== 'email-address', { error: emailCode })
    .refine((typed) => linkInName(typed) !== 'link', { error: 'link-in-name' });

export const organizationNameLine = nameLine('email-as-organization');
export const personNameLine = nameLine('email-as-name');

/** A line that is printed or mailed beside a name. */
export const besideNameLine = printedLine
  .refine((typed) => linkInName(typed) !== 'email-address', { error: 'email-in-field' })
  .refine((typed) => linkInName(typed) !== 'link', { error: 'link-in-field' });

/** An address or a code that `read` accepts, as `read` writes it. */
export const lineReadBy = (read: (typed: string) => string | undefined, code: RefusalCode) =>
  addressLine.transform((typed, context) => {
    const value = read(typed);
    if (value !== undefined && fitsField(value)) return value;
    context.issues.push({ code: 'custom', message: value ? 'too-long' : code, input: typed });
    return z.NEVER;
  });
