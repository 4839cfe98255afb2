import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { type Catalog, texts } from '../../i18n/texts.ts';

export type FormValues = Record<string, string>;

/** A refused field with the message next to it. */
export interface FieldError {
  field: string;
  message: string;
}

/** A field of a form, or one of the campaign's own questions. */
export type FieldName = keyof Catalog['fields'] | `answers.${string}`;

/** What every field needs to know about its form: the typed values and the errors. */
export interface FormState {
  language: Language;
  values: FormValues;
  errors: readonly FieldError[];
}

interface FieldProps {
  form: FormState;
  name: FieldName;
  /** The label of a campaign's own question. Other fields have theirs in the catalog. */
  label?: ComponentChildren;
  hint?: string;
  /** Fields are required by default. The others say that they are optional. */
  isRequired?: boolean;
  /** True if the group around the field says whom it is for. */
  isUnmarked?: boolean;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email';
  inputMode?: 'url' | 'email' | 'decimal';
  autoComplete: string;
  autoCapitalize?: 'none' | 'words';
  /** What a phone's enter key says. Only for the last field, because the key submits the form. */
  enterKeyHint?: 'send';
  /** Suggested answers. The signer can type another one. */
  suggestions?: readonly string[];
}

/** The id of a field, for the links of an error summary. Ids have no dots. */
export const fieldId = (name: string): string => name.replace('.', '-');

const errorOf = ({ errors }: FormState, name: FieldName): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

/** Attributes that connect a field to its hint and its error for screen readers. */
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
 * A line of text. Its id comes from its name, so that the error summary can link to it. Names and addresses are not
 * in dictionaries, so spelling is not checked. The browser sets no length limit, because it would cut off pasted text
 * without a message.
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

/** One of a few answers. The first has the field's own id. The others append their value if it may be part of an id. */
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

/** One of many answers. `empty` is shown while none is chosen. */
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

/** A box to tick. Its label is a sentence to agree with. */
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
