import { likelyAddress, unknownTopLevelDomain } from './email-typos.ts';
import type { FieldRefusal } from './field-refusals.ts';
import {
  type AcceptedSubmission,
  type RefusedSubmission,
  readSubmission,
  type SubmissionSettings,
} from './submission.ts';

/** Reads a form as `readSubmission` does, and refuses an address whose top-level domain does not exist. */
export function readNewSubmission(
  body: Record<string, unknown>,
  settings: SubmissionSettings,
): AcceptedSubmission | RefusedSubmission {
  const read = readSubmission(body, settings);
  const end = read.ok ? unknownTopLevelDomain(read.email) : undefined;
  if (end === undefined) return read;
  return { ok: false, errors: [{ field: 'email', code: 'unknown-top-level-domain', params: { end } }] };
}

/** Asks whether another address was meant. Once, unless the address has changed. `checked`: field of the form. */
export function typoQuestion(email: string, checked: unknown): FieldRefusal | undefined {
  const isOther = typeof checked === 'string' && checked.includes('@') && checked !== email;
  const wasAsked = checked !== undefined && checked !== '' && !isOther;
  const suggestion = wasAsked ? undefined : likelyAddress(email);
  return suggestion === undefined
    ? undefined
    : { field: 'email', code: 'email-typo', params: { suggestion } };
}
