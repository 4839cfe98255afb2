import * as z from 'zod';
import { folderFileNames, requiredFiles } from '../../campaign-folder/check-files.ts';
import { refusalsOf } from '../../sign-on/field-refusals.ts';
import type { ApiEvent } from '../event.ts';
import { type Fields, isForm } from '../form.ts';
import { Problem } from '../problem.ts';

/** A folder has a dozen files at most. */
const maxFiles = 50;
/** Maximum length of a note or a reason, which is one line. */
const maxNote = 1000;

const filesSchema = z.record(z.string(), z.string({ error: 'not-a-string' }), {
  error: ({ input }) => (input === undefined ? 'required' : 'not-a-string'),
});

/**
 * The files of a body, by name: in `files` of JSON, or in the fields of a form, such as `files.letter.md`. An empty
 * field of a form is not a file, except for the files that every campaign has. Browsers send line ends as CRLF, so a
 * text that differs only in this keeps its stored form.
 *
 * @throws Problem `invalid` without files
 */
export function submittedFiles(
  event: ApiEvent & { fields: Fields },
  stored: ReadonlyMap<string, string>,
): Map<string, string> {
  const { fields } = event;
  if (!isForm(event)) {
    const { success, data, error } = z.safeParse(z.object({ files: filesSchema }), { files: fields.files });
    if (!success) throw new Problem('invalid', { errors: refusalsOf(error.issues) });
    return limited(new Map(Object.entries(data.files)));
  }
  const typed = folderFileNames.flatMap((name): [string, string][] => {
    const value = fields[`files.${name}`];
    if (typeof value !== 'string' || (value.trim() === '' && !requiredFiles.includes(name))) return [];
    const text = withoutReturns(value);
    const before = stored.get(name);
    return [[name, before !== undefined && withoutReturns(before) === text ? before : text]];
  });
  if (typed.length === 0) throw new Problem('invalid', { errors: [{ field: 'files', code: 'required' }] });
  return new Map(typed);
}

function limited(files: Map<string, string>): Map<string, string> {
  if (files.size > maxFiles) throw new Problem('too-large');
  return files;
}

const withoutReturns = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Whether a box is ticked, or a program sends true. */
export const isChecked = (value: unknown): boolean => value === true || value === 'on' || value === 'yes';

const reason = z.string({ error: 'not-a-string' }).trim().max(maxNote, 'too-long');

const applySchema = z.object({
  version: z.string({ error: ({ input }) => (input === undefined ? 'required' : 'not-a-string') }),
  editorial: reason.optional(),
});

/**
 * The options of `apply` besides the files.
 *
 * @throws Problem `invalid` with the fields that are missing or wrong
 */
export function applyOptions({ editorial, ...fields }: Fields) {
  const { success, data, error } = z.safeParse(applySchema, {
    ...fields,
    ...(editorial !== '' && { editorial }),
  });
  if (!success) throw new Problem('invalid', { errors: refusalsOf(error.issues) });
  const asksAgain = isChecked(fields.askAgain);
  if (asksAgain && data.editorial)
    throw new Problem('invalid', { errors: [{ field: 'askAgain', code: 'invalid-choice' }] });
  return { ...data, asksAgain };
}

/**
 * The note of a correction.
 *
 * @throws Problem `invalid` without one; a browser gets `page`
 */
export function correctionNote({ note }: Fields, page: () => Promise<string>): string {
  const text = typeof note === 'string' ? note.trim().replace(/\s+/g, ' ') : '';
  if (text === '') throw new Problem('invalid', { errors: [{ field: 'note', code: 'required' }], page });
  if (text.length > maxNote)
    throw new Problem('invalid', {
      errors: [{ field: 'note', code: 'too-long', params: { max: maxNote } }],
      page,
    });
  return text;
}
