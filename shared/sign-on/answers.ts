import * as z from 'zod';
import { type Question, questionsFor } from '../campaign/questions.ts';
import { showsNothing } from '../visible-text.ts';
import type { FieldRefusal, RefusalCode } from './field-refusals.ts';
import { readTick } from './tick.ts';
import { unlimitedLine } from './typed-text.ts';

/** Answers to a campaign's questions by the question's id; an option as `campaign.yaml` has it. */
export const answersSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type Answers = z.infer<typeof answersSchema>;

/** Bytes (UTF-8) that all answers of one sign-on may have together, so that its row stays small. */
export const maxAnswerBytes = 300;

const prefix = 'answers.';

/** The name of a question's field in a form and of its column in a table. */
export const answerField = (id: string): `answers.${string}` => `${prefix}${id}`;

/**
 * Parts what was sent into the answers by question and the other fields. A program sends `answers: { members: 120 }`, a
 * form `answers.members=120`.
 */
export function separateAnswers({ answers, ...body }: Record<string, unknown>): {
  fields: Record<string, unknown>;
  typed: Map<string, unknown>;
  refusal?: FieldRefusal;
} {
  const isAnswer = ([field]: [string, unknown]) => field.startsWith(prefix);
  const entries = Object.entries(body);
  const fields = Object.fromEntries(entries.filter((entry) => !isAnswer(entry)));
  const fromForm = entries
    .filter(isAnswer)
    .map(([field, value]): [string, unknown] => [field.slice(prefix.length), value]);
  if (answers === undefined || answers === null || answers === '')
    return { fields, typed: new Map(fromForm) };
  if (typeof answers !== 'object' || Array.isArray(answers))
    return { fields, typed: new Map(fromForm), refusal: { field: 'answers', code: 'not-answers' } };
  return { fields, typed: new Map([...fromForm, ...Object.entries(answers)]) };
}

export interface CheckedAnswers {
  answers: Answers;
  errors: FieldRefusal[];
}

/**
 * Reads answers against a campaign's questions. With `kept`, of a correction: what is not given stays, also the
 * answer to a question that the campaign no longer asks. An answer to a question for others is left aside, since a form
 * without script sends all it has.
 */
export function readAnswers(
  typed: ReadonlyMap<string, unknown>,
  {
    questions,
    kind,
    kept,
  }: { questions: readonly Question[]; kind: 'organization' | 'individual'; kept?: Answers },
): CheckedAnswers {
  const answers = new Map(Object.entries(kept ?? {}));
  const errors: FieldRefusal[] = [...typed.keys()]
    .filter((id) => !questions.some((question) => question.id === id))
    .map((id) => ({ field: answerField(id), code: 'unknown-field' }));
  for (const question of questionsFor(questions, kind)) {
    const { id, required } = question;
    const given = typed.get(id);
    if (kept && !typed.has(id)) continue;
    const read = isBlank(given) ? { value: undefined } : readAnswer(given, question);
    if ('refusal' in read) errors.push(read.refusal);
    else if (required && (read.value === undefined || read.value === false))
      errors.push({ field: answerField(id), code: 'required' });
    else if (read.value === undefined) answers.delete(id);
    else answers.set(id, read.value);
  }
  return { answers: Object.fromEntries(answers), errors: [...errors, ...tooLong(answers)] };
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && showsNothing(value));

type CheckedAnswer = { value: string | number | boolean } | { refusal: FieldRefusal };

function readAnswer(given: unknown, { id, type, options = [] }: Question): CheckedAnswer {
  const refused = (code: RefusalCode, params?: FieldRefusal['params']): CheckedAnswer => ({
    refusal: { field: answerField(id), code, ...(params && { params }) },
  });
  switch (type) {
    case 'text': {
      const { data, error } = unlimitedLine.safeParse(given);
      return data === undefined
        ? refused(error?.issues[0]?.message === 'control-characters' ? 'control-characters' : 'not-a-string')
        : { value: data };
    }
    case 'number': {
      const value = readNumber(given);
      return value === undefined ? refused('invalid-number') : { value };
    }
    case 'choice': {
      const value = options.find((option) => option === given);
      return value === undefined ? refused('invalid-choice', { choices: options }) : { value };
    }
    case 'checkbox': {
      const value = readTick(given);
      return value === undefined ? refused('invalid-choice', { choices: ['true', 'false'] }) : { value };
    }
  }
}

/** A number that is stored exactly as it is. */
function readNumber(given: unknown): number | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string' || !/^-?\d{1,15}(\.\d{1,6})?$/.test(text.trim())) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(Math.trunc(value)) ? value : undefined;
}

const sizeOf = (value: unknown): number => Buffer.byteLength(String(value));

/** All together; the longest answer is the one to shorten. */
function tooLong(answers: ReadonlyMap<string, string | number | boolean>): FieldRefusal[] {
  const total = [...answers.values()].reduce((sum: number, value) => sum + sizeOf(value), 0);
  if (total <= maxAnswerBytes) return [];
  const [longest] = [...answers].toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  return [
    { field: answerField(longest?.[0] ?? ''), code: 'answers-too-long', params: { max: maxAnswerBytes } },
  ];
}
