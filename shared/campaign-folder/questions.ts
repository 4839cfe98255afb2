import * as z from 'zod';
import { questionAudiences, questionTypes } from '../campaign/questions.ts';
import { plainLine, webAddress } from './fields.ts';
import { saying } from './issue-words.ts';

const maxQuestions = 5;

/** Two ids or options with the same folded form could not be told apart in a table. */
const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

/** Names that the form, the API, imports and exports use for something else, folded. */
const reservedIds = new Set(
  [
    ...[
      'kind',
      'organizationName',
      'website',
      'scope',
      'name',
      'title',
      'email',
      'city',
      'region',
      'country',
    ],
    ...['publicName', 'authorized', 'language', 'letter', 'answers', 'newsletter', 'newsletterAt', 'source'],
    ...[
      'comments',
      'seconds',
      'emailChecked',
      'id',
      'status',
      'signedOn',
      'evidence',
      'shown',
      'constructor',
    ],
    ...['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'prototype', 'toLocaleString'],
  ].map(folded),
);

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/)
  .refine(
    (name) => !reservedIds.has(folded(name)),
    saying((t, value) => t.values.reservedId(String(value))),
  );

const option = plainLine(100);

const areDistinct = (texts: readonly string[]): boolean => new Set(texts.map(folded)).size === texts.length;

const question = z
  .strictObject({
    id,
    label: plainLine(200),
    type: z.enum(questionTypes),
    options: z
      .array(option)
      .min(2)
      .max(20)
      .refine(
        areDistinct,
        saying((t) => t.values.sameOptions),
      )
      .optional(),
    for: z.enum(questionAudiences).default('both'),
    required: z.boolean().default(false),
  })
  .refine(({ type, options }) => type !== 'choice' || options !== undefined, {
    path: ['options'],
    ...saying((t) => t.values.noOptions),
  })
  .refine(({ type, options }) => type === 'choice' || options === undefined, {
    path: ['options'],
    ...saying((t) => t.values.onlyForChoice),
  });

/** `questions` of `campaign.yaml`. */
export const questions = z
  .array(question)
  .max(maxQuestions)
  .refine(
    (all) => areDistinct(all.map((each) => each.id)),
    saying((t) => t.values.sameIds),
  );

/** `thanks` of `campaign.yaml` and of a translated letter. */
export const thanks = z.strictObject({
  text: plainLine(500),
  link: z.strictObject({ label: plainLine(100), url: webAddress }).optional(),
});

/** `questions` of a translated letter: the words of each question by its id. */
export const translatedQuestions = z.record(
  z.string(),
  z.strictObject({ label: plainLine(200).optional(), options: z.array(option).optional() }),
);
