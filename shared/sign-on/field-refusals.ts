import type * as z from 'zod';

/** Why a field is refused. The words for each code are in the locale files (`errors`). */
export const refusalCodes = [
  'required',
  'too-long',
  'invalid-email',
  'unknown-top-level-domain',
  'email-typo',
  'invalid-website',
  'invalid-country',
  'invalid-choice',
  'not-authorized',
  'not-for-individuals',
  'unknown-field',
  'control-characters',
  'email-as-organization',
  'email-as-name',
  'email-in-field',
  'link-in-name',
  'link-in-field',
  'not-a-string',
  'invalid-number',
  'not-answers',
  'answers-too-long',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface FieldRefusal {
  field: string;
  code: RefusalCode;
  /** What the message names: the limit in bytes, the values to choose from, the end of a domain, what may be meant. */
  params?: { max?: number; choices?: readonly string[]; end?: string; suggestion?: string };
}

/** Bytes (UTF-8) that one field may have, so that a row stays small. */
export const maxFieldBytes = 200;

/** A body with thousands of unknown fields does not get as many errors. */
export const maxRefusals = 50;

const isRefusalCode = (message: string): message is RefusalCode =>
  refusalCodes.some((code) => code === message);

/**
 * The first mistake of each field, in the order in which zod found them. Our schemas give a refusal code where zod has
 * a message.
 */
export function refusalsOf(issues: readonly z.core.$ZodIssue[]): FieldRefusal[] {
  const byField = new Map<string, FieldRefusal>();
  for (const refusal of issues.flatMap(refusalsOfIssue))
    if (!byField.has(refusal.field)) byField.set(refusal.field, refusal);
  return [...byField.values()].slice(0, maxRefusals);
}

function refusalsOfIssue(issue: z.core.$ZodIssue): FieldRefusal[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => ({ field, code: 'unknown-field' }));
  const field = issue.path.join('.');
  const code = isRefusalCode(issue.message) ? issue.message : 'not-a-string';
  if (code === 'too-long') return [{ field, code, params: { max: maxFieldBytes } }];
  if (code === 'invalid-choice' && issue.code === 'invalid_value')
    return [{ field, code, params: { choices: issue.values.map(String) } }];
  return [{ field, code }];
}
