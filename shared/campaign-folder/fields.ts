import * as z from 'zod';
import { readTypedAddress } from '../email-address.ts';
import { saying } from './issue-words.ts';

/** Characters that no line of text may hold: controls, and with them every line end. */
const controls = /\p{Cc}/u;

/** A text on one line, of at most `most` characters, without spaces around it. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(
      (text) => !controls.test(text),
      saying((t) => t.values.notOneLine),
    );

/** A line that is shown while people still sign, when Liquid's numbers are not known. */
export const plainLine = (max: number) =>
  line(max).refine(
    (text) => !/\{[{%]/.test(text),
    saying((t) => t.values.noLiquid),
  );

/** The name of a picture in the campaign's folder. */
export const pictureFile = (example: string) =>
  line(100).refine(
    (file) => !/^\.|[/\\]/.test(file),
    saying((t) => t.values.notFileName(example)),
  );

/** A text of one or more paragraphs. */
export const prose = (max: number) => z.string().trim().min(1).max(max);

/** Lines of a block such as a recipient's address: a list, or one text with line ends. */
export const lines = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().split(/[ \t]*\r?\n/) : value),
  z.array(line(200)).min(1).max(20),
);

/** An address that mail can be sent to, as `readTypedAddress` writes it. */
export const emailAddress = z.string().transform((typed, context) => {
  const address = readTypedAddress(typed);
  if (address) return address;
  context.addIssue({ code: 'custom', ...saying((t) => t.values.notEmail(typed)) });
  return z.NEVER;
});

/** A threshold; the largest is far beyond any letter, and far below where numbers lose precision. */
export const threshold = z.int().min(1).max(1_000_000_000);

/** A full http or https address of a host with a name. */
export const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
