import * as z from 'zod';

export const questionTypes = ['text', 'number', 'choice', 'checkbox'] as const;
export const questionAudiences = ['organizations', 'individuals', 'both'] as const;

/** A question of the campaign's own on the form. Its answers are for organizers alone. */
export const questionSchema = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(questionTypes),
  /** For `choice`. What is chosen is stored as it stands here, whatever language it was chosen in. */
  options: z.array(z.string()).optional(),
  for: z.enum(questionAudiences),
  required: z.boolean(),
});
export type Question = z.infer<typeof questionSchema>;

/** The words on the page after confirming. */
export const thanksSchema = z.object({
  text: z.string(),
  link: z.object({ label: z.string(), url: z.string() }).optional(),
});
export type Thanks = z.infer<typeof thanksSchema>;

/** A question's words in another language. Options are in the order of the question's own. */
export const translatedQuestionSchema = z.object({
  label: z.string().optional(),
  options: z.array(z.string()).optional(),
});

/** A question as one language puts it: each option with its stored value. */
export interface ShownQuestion extends Omit<Question, 'options'> {
  options: { value: string; label: string }[];
  /** Whether its words are those of the language that is asked for. */
  isTranslated: boolean;
}

/** The questions for organizations or for people. */
export const questionsFor = <T extends Pick<Question, 'for'>>(
  questions: readonly T[],
  kind: 'organization' | 'individual',
): T[] =>
  questions.filter(
    (each) => each.for === 'both' || each.for === (kind === 'organization' ? 'organizations' : 'individuals'),
  );
