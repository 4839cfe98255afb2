import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { type Catalog, texts } from '../../i18n/texts.ts';

export type FormValues = Record<string, string>;

/** A refused field and the words that stand beside it. */
export interface FieldError {
  field: string;
  message: string;
}

/** A field of every form, or the campaign's own question. */
export type FieldName = keyof Catalog['fields'] | `answers.${string}`;

/** What every field of a form has to know: what was typed, and what was wrong with it. */
export interface FormState {
  language: Language;
  values: FormValues;
  errors: readonly FieldError[];
}

interface FieldProps {
  form: FormState;
  name: FieldName;
  /** Of the campaign's own question; other fields have theirs in the catalogue. */
  label?: ComponentChildren;
  hint?: string;
  /** Unmarked fields are required, the others say that they are optional. */
  isRequired?: boolean;
  /** True where the group around it says whom it is for. */
  isUnmarked?: boolean;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email';
  inputMode?: 'url' | 'email' | 'decimal';
  autoComplete: string;
  autoCapitalize?: 'none' | 'words';
  /** What the key below right on a phone says. Only for the last field: it submits, whatever it says. */
  enterKeyHint?: 'send';
  /** Answers to choose from, or to type something else instead. */
  suggestions?: readonly string[];
}

/** The id of a field, to which a summary of errors leads. Ids have no dots. */
export const fieldId = (name: string): string => name.replace('.', '-');

const errorOf = ({ errors }: FormState, name: FieldName): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

/** Attributes that tie a field to its hint and its problem for whoever does not see them. */
function descriptionOf({ form, name, hint }: FieldProps): {
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
} {
  const isWrong = errorOf(form, name) !== undefined;
  const id = fieldId(name);
  const ids = [hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ');
  return { ...(ids && { 'aria-describedby': ids }), ...(isWrong && { 'aria-invalid': 'true' }) };
}

const fieldClass = ({ form, name }: FieldProps): string =>
  errorOf(form, name) === undefined ? 'field' : 'field wrong';

const isCatalogued = (name: FieldName, t: Catalog): name is keyof Catalog['fields'] =>
  Object.hasOwn(t.fields, name);

function LabelText({ form, name, label, isRequired, isUnmarked }: FieldProps): VNode {
  const t = texts(form.language);
  return (
    <>
      {label ?? (isCatalogued(name, t) ? t.fields[name].label : name)}
      {!isRequired && !isUnmarked && (
        <>
          {' '}
          <span class="quiet">{t.form.optional}</span>
        </>
      )}
    </>
  );
}

function Remarks({ form, name, hint }: FieldProps): VNode {
  const error = errorOf(form, name);
  return (
    <>
      {hint && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="problem" id={`${fieldId(name)}-problem`}>
          <span class="hidden">{texts(form.language).form.error}</span> {error}
        </p>
      )}
    </>
  );
}

/**
 * A line of text. Its id is that of its name, so that the error summary can lead to it. What is typed are names and addresses,
 * which no dictionary knows: nothing is marked as misspelt. There is no limit in the browser, since it would cut off what
 * somebody pastes without a word.
 */
export function TextField(props: TextFieldProps): VNode {
  const {
    type = 'text',
    inputMode,
    autoComplete,
    autoCapitalize,
    enterKeyHint,
    suggestions,
    ...field
  } = props;
  const { form, name, isRequired } = field;
  const attributes = {
    id: fieldId(name),
    name,
    value: form.values[name] ?? '',
    autocomplete: autoComplete,
    spellcheck: false,
    dir: 'auto' as const,
    ...(inputMode && { inputmode: inputMode }),
    ...(autoCapitalize && { autocapitalize: autoCapitalize }),
    ...(enterKeyHint && { enterkeyhint: enterKeyHint }),
    ...(suggestions && { list: `${fieldId(name)}-suggestions` }),
    ...(isRequired && { required: true }),
    ...descriptionOf(field),
  };
  return (
    <div class={fieldClass(field)}>
      <label for={fieldId(name)}>
        <LabelText {...field} />
      </label>
      <Remarks {...field} />
      {type === 'email' ? <input type="email" {...attributes} /> : <input type="text" {...attributes} />}
      {suggestions && (
        <datalist id={`${fieldId(name)}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}

export interface Choice {
  value: string;
  label: string;
}

const isSimple = (value: string): boolean => /^[a-z]+$/.test(value);

/** One of a few answers. The first has the field's own id, the others append their value if it may stand in one. */
export function RadioField({
  choices,
  chosen,
  ...field
}: FieldProps & { choices: readonly Choice[]; chosen?: string | undefined }): VNode {
  const { form, name, isRequired } = field;
  const value = form.values[name] ?? chosen;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: only as a radiogroup, which ARIA in HTML allows it to be, may a fieldset be invalid
    <fieldset role="radiogroup" class={fieldClass(field)} {...descriptionOf(field)}>
      <legend>
        <LabelText {...field} />
      </legend>
      <Remarks {...field} />
      {choices.map((choice, index) => (
        <label class="option">
          <input
            type="radio"
            id={
              index === 0
                ? fieldId(name)
                : `${fieldId(name)}-${isSimple(choice.value) ? choice.value : index}`
            }
            name={name}
            value={choice.value}
            checked={value === choice.value}
            {...(isRequired && { required: true })}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of many answers; `empty` is what stands there while none is chosen. */
export function SelectField({
  choices,
  empty,
  autoComplete,
  ...field
}: FieldProps & { choices: readonly Choice[]; empty: string; autoComplete?: string }): VNode {
  const { form, name, isRequired } = field;
  const value = form.values[name] ?? '';
  return (
    <div class={fieldClass(field)}>
      <label for={fieldId(name)}>
        <LabelText {...field} />
      </label>
      <Remarks {...field} />
      <select
        id={fieldId(name)}
        name={name}
        {...(autoComplete && { autocomplete: autoComplete })}
        {...(isRequired && { required: true })}
        {...descriptionOf(field)}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A box to tick; its label is a sentence to agree with. */
export function CheckboxField({ children, ...field }: FieldProps & { children: ComponentChildren }): VNode {
  const { form, name, isRequired } = field;
  return (
    <div class={fieldClass(field)}>
      <Remarks {...field} />
      <label class="option">
        <input
          type="checkbox"
          id={fieldId(name)}
          name={name}
          value="on"
          checked={form.values[name] === 'on' || form.values[name] === 'true'}
          {...(isRequired && { required: true })}
          {...descriptionOf(field)}
        />
        <span>{children}</span>
      </label>
    </div>
  );
}
