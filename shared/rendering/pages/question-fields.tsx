import type { VNode } from 'preact';
import { type LocalizedSettings, shownQuestions, textLanguage } from '../../campaign/localized-settings.ts';
import { questionsFor, type ShownQuestion } from '../../campaign/questions.ts';
import { texts } from '../../i18n/texts.ts';
import { answerField } from '../../sign-on/answers.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import {
  CheckboxField,
  type FieldName,
  type FormState,
  RadioField,
  SelectField,
  TextField,
} from './field.tsx';
import { langAttribute } from './lang-attribute.ts';

/** With more options than this, the question is a list to open. */
const maxRadios = 6;

interface QuestionsProps {
  form: FormState;
  settings: LocalizedSettings;
  /** The kind of signer, if the form is for one kind. Otherwise each question says whom it is for. */
  kind?: SignOn['kind'] | undefined;
  /**
   * In the form for corrections, a box becomes two choices, because a form without script cannot send that a box was
   * cleared.
   */
  isCorrection?: boolean;
}

/** The questions that a form shows. */
const questionsOn = (settings: LocalizedSettings, kind: SignOn['kind'] | undefined): ShownQuestion[] =>
  kind === undefined ? shownQuestions(settings) : questionsFor(shownQuestions(settings), kind);

/** Names of the question fields of a form, from top to bottom. */
export const questionFieldNames = (settings: LocalizedSettings, kind?: SignOn['kind']): FieldName[] =>
  questionsOn(settings, kind).map(({ id }) => answerField(id));

/** The campaign's own questions. Nothing if it has none. */
export function QuestionFields({ form, settings, kind, isCorrection = false }: QuestionsProps): VNode | null {
  const t = texts(form.language).form;
  const questions = questionsOn(settings, kind);
  if (questions.length === 0) return null;
  const audiences = new Set(questions.map((question) => question.for));
  const [only] = audiences.size === 1 && kind === undefined ? audiences : [];
  return (
    <fieldset {...audienceClass(only ?? 'both')}>
      <legend class="group">{t.questions}</legend>
      <p class="hint">{t.questionsHint}</p>
      {questions.map((question) => {
        const field = (
          <QuestionField {...{ form, settings, question, isCorrection }} isForAll={kind !== undefined} />
        );
        return question.for === 'both' || kind !== undefined || only ? (
          field
        ) : (
          <div {...audienceClass(question.for)}>{field}</div>
        );
      })}
    </fieldset>
  );
}

function audienceClass(audience: ShownQuestion['for']): { class?: string } {
  if (audience === 'both') return {};
  return { class: audience === 'organizations' ? 'for-organizations' : 'for-people' };
}

interface QuestionProps extends Omit<QuestionsProps, 'kind'> {
  question: ShownQuestion;
  /** Whether everyone who sees the form has to answer the required questions. */
  isForAll: boolean;
}

function QuestionField({ form, settings, question, isForAll, isCorrection }: QuestionProps): VNode {
  const { id, type, options, required, isTranslated } = question;
  const t = texts(form.language).form;
  const { own = settings } = settings;
  const label = isTranslated ? (
    question.label
  ) : (
    <span {...langAttribute(own.language, form.language)}>{question.label}</span>
  );
  const { signatories } = settings;
  const isForBoth = signatories.organizations && signatories.individuals;
  const isRequired = required && (question.for === 'both' || isForAll || !isForBoth);
  const props = { form, name: answerField(id), label, isRequired, isUnmarked: required };
  const yesOrNo = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  switch (type) {
    case 'text':
      return <TextField {...props} autoComplete="off" />;
    case 'number':
      return <TextField {...props} autoComplete="off" inputMode="decimal" />;
    case 'choice':
      return options.length > maxRadios ? (
        <SelectField {...props} empty={t.chooseAnswer} choices={options} />
      ) : (
        <RadioField {...props} choices={options} />
      );
    case 'checkbox':
      if (isCorrection) return <RadioField {...props} choices={yesOrNo} />;
      return (
        <CheckboxField {...props}>
          {label}
          {!required && (
            <>
              {' '}
              <span class="quiet">{t.optional}</span>
            </>
          )}
        </CheckboxField>
      );
  }
}

/** The box for news, which is never ticked in advance. Nothing if the campaign has none. */
export function NewsletterField({ form, settings, isCorrection = false }: QuestionsProps): VNode | null {
  const { newsletter } = settings;
  if (newsletter === undefined) return null;
  const t = texts(form.language).form;
  const words = (
    <span {...langAttribute(textLanguage(settings, 'newsletter'), form.language)}>{newsletter}</span>
  );
  if (!isCorrection)
    return (
      <CheckboxField form={form} name="newsletter">
        {words}
      </CheckboxField>
    );
  return (
    <RadioField
      form={form}
      name="newsletter"
      label={words}
      chosen="no"
      isUnmarked
      choices={[
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ]}
    />
  );
}
