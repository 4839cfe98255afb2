import * as z from 'zod';
import type { Settings } from '../campaign/settings.ts';
import { readTypedAddress } from '../email-address.ts';
import { countryCodes } from '../i18n/country-codes.ts';
import { languages } from '../i18n/language.ts';
import { showsNothing } from '../visible-text.ts';
import { type Answers, answersSchema, readAnswers, separateAnswers } from './answers.ts';
import { type FieldRefusal, maxRefusals, refusalsOf } from './field-refusals.ts';
import { type Details, publicNames, type SignOn, scopes, signOnKinds } from './sign-on.ts';
import { tick } from './tick.ts';
import { besideNameLine, lineReadBy, organizationNameLine, personNameLine } from './typed-text.ts';
import { readWebsite } from './website.ts';

const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: 'invalid-choice' }).optional();

const readCountry = (typed: string): string | undefined =>
  countryCodes.find((code) => code === typed.toUpperCase());

/**
 * Hash of the letter above which the form was filled in. Nobody types it, so nobody is refused for it: a malformed hash
 * is ignored. A hash of an unknown letter does no harm, since the button is then for the current letter.
 */
const letter = z
  .string()
  .regex(/^[\w-]{43}$/)
  .optional()
  .catch(undefined);

/** Which link brought somebody. Nobody types it, so nobody is refused for it either. */
export const source = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .optional()
  .catch(undefined);

const person = {
  letter,
  answers: answersSchema.optional(),
  newsletter: tick.optional(),
  source,
  name: personNameLine,
  title: besideNameLine.optional(),
  email: lineReadBy(readTypedAddress, 'invalid-email'),
  city: besideNameLine.optional(),
  region: besideNameLine.optional(),
  country: lineReadBy(readCountry, 'invalid-country').optional(),
  language: z.enum(languages, { error: 'invalid-choice' }).optional(),
  scope: choice(scopes),
  publicName: choice(publicNames),
};

/**
 * Body of a submission for an organization. A form without script sends every field, so the choices for individuals are
 * accepted and ignored.
 */
export const organizationSubmissionSchema = z.strictObject({
  kind: z.literal('organization').optional(),
  organizationName: organizationNameLine,
  website: lineReadBy(readWebsite, 'invalid-website').optional(),
  authorized: z.literal([true, 'on'], { error: 'not-authorized' }),
  ...person,
});

/** Body of a submission for a person. `scope` and `authorized` are accepted and ignored. */
export const individualSubmissionSchema = z.strictObject({
  kind: z.literal('individual').optional(),
  authorized: z.literal([true, false, 'on'], { error: 'invalid-choice' }).optional(),
  ...person,
});

export interface AcceptedSubmission {
  ok: true;
  kind: SignOn['kind'];
  email: string;
  details: Details;
  /** Hash of the letter that was shown, if it was sent. */
  letter: string | undefined;
}

export interface RefusedSubmission {
  ok: false;
  /** At least one, one for each field. */
  errors: FieldRefusal[];
}

export type SubmissionSettings = Pick<Settings, 'signatories' | 'language' | 'questions' | 'newsletter'>;

/**
 * Reads a submission, JSON or form, against what the campaign accepts. Text is trimmed and in Unicode's composed form,
 * blank fields count as absent, the website is a whole URL, the address one that SES takes. `kept` are the answers
 * of the sign-on that a correction is for: they stay where none is given. Never throws.
 */
export function readSubmission(
  body: Record<string, unknown>,
  settings: SubmissionSettings,
  kept?: Answers,
): AcceptedSubmission | RefusedSubmission {
  const { fields, typed: typedAnswers, refusal: notAnswers } = separateAnswers(body);
  const { kind: typedKind, ...typed } = withoutBlanks(fields);
  const { kind, refusal } = readKind(typedKind, settings.signatories);
  // Without a kind, the other mistakes are still found.
  const assumed = kind ?? ('organizationName' in typed ? 'organization' : 'individual');
  const read =
    assumed === 'organization' ? readForOrganization(typed, settings) : readForIndividual(typed, settings);
  const { questions = [] } = settings;
  const answered = readAnswers(typedAnswers, { questions, kind: assumed, ...(kept && { kept }) });
  const errors = [
    ...(refusal ? [refusal] : []),
    ...(read.ok ? [] : read.errors),
    ...(notAnswers ? [notAnswers] : answered.errors),
  ];
  if (!read.ok || errors.length > 0) return { ok: false, errors: errors.slice(0, maxRefusals) };
  const { newsletter, ...details } = read.details;
  return {
    ...read,
    details: {
      ...details,
      ...(Object.keys(answered.answers).length > 0 && { answers: answered.answers }),
      // Where the campaign has no such box, nobody was asked.
      ...(newsletter !== undefined && settings.newsletter !== undefined && { newsletter }),
    },
  };
}

const isLeftEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && showsNothing(value));

/** Known fields that are empty. Any other field is unknown, whatever its value. */
const withoutBlanks = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([field, value]) => !Object.hasOwn(organizationSubmissionSchema.shape, field) || !isLeftEmpty(value),
    ),
  );

function readKind(
  typed: unknown,
  { organizations, individuals }: Settings['signatories'],
): { kind?: SignOn['kind']; refusal?: FieldRefusal } {
  const taken = signOnKinds.filter((kind) => (kind === 'organization' ? organizations : individuals));
  if (typed === undefined) {
    const [only, another] = taken;
    return only && !another ? { kind: only } : { refusal: { field: 'kind', code: 'required' } };
  }
  const kind = taken.find((one) => one === typed);
  return kind ? { kind } : { refusal: { field: 'kind', code: 'invalid-choice', params: { choices: taken } } };
}

function readForOrganization(
  typed: Record<string, unknown>,
  settings: Pick<Settings, 'language'>,
): AcceptedSubmission | RefusedSubmission {
  const { success, data, error } = organizationSubmissionSchema.safeParse(typed);
  if (!success) return { ok: false, errors: refusalsOf(error.issues) };
  const { kind, email, authorized, publicName, letter, language = settings.language, ...rest } = data;
  return { ok: true, kind: 'organization', email, letter, details: { ...rest, language } };
}

function readForIndividual(
  typed: Record<string, unknown>,
  settings: Pick<Settings, 'language'>,
): AcceptedSubmission | RefusedSubmission {
  const { success, data, error } = individualSubmissionSchema.safeParse(typed);
  if (!success) return { ok: false, errors: refusalsOf(error.issues).map(forIndividuals) };
  const { kind, email, letter, authorized, scope, ...rest } = data;
  const { publicName = 'full', language = settings.language, ...others } = rest;
  return { ok: true, kind: 'individual', email, letter, details: { ...others, publicName, language } };
}

/** An organization's name was typed on purpose, so it is not ignored silently. */
const forIndividuals = (refusal: FieldRefusal): FieldRefusal =>
  refusal.code === 'unknown-field' && Object.hasOwn(organizationSubmissionSchema.shape, refusal.field)
    ? { field: refusal.field, code: 'not-for-individuals' }
    : refusal;
