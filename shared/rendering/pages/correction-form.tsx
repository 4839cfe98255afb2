import type { VNode } from 'preact';
import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import { likelyCountry } from '../../i18n/countries.ts';
import { texts } from '../../i18n/texts.ts';
import { answerField } from '../../sign-on/answers.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { renderDocument } from './document.tsx';
import type { FieldError, FormState, FormValues } from './field.tsx';
import { ErrorSummary } from './form-page.tsx';
import { NewsletterField, QuestionFields } from './question-fields.tsx';
import {
  inPageOrder,
  OrganizationFields,
  PersonFields,
  PublicNameField,
  shownFields,
} from './sign-on-fields.tsx';

interface CorrectionFormProps {
  settings: LocalizedSettings;
  kind: SignOn['kind'];
  token: string;
  values: FormValues;
  errors?: readonly FieldError[];
}

/** Stored details as values of the form's fields. */
export const formValuesOf = ({
  agreedTo,
  answers,
  newsletter,
  newsletterAt,
  ...details
}: Details): FormValues =>
  Object.fromEntries([
    ...Object.entries(details).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    ...Object.entries(answers ?? {}).map(([id, value]) => [answerField(id), inForm(value)]),
    ...(newsletter === undefined ? [] : [['newsletter', inForm(newsletter)]]),
  ]);

const inForm = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** Every field that can be corrected. Address and kind identify the sign-on, so they cannot be. */
export function CorrectionForm({ settings, kind, token, values, errors = [] }: CorrectionFormProps): VNode {
  const { language } = settings;
  const form: FormState = { language, values, errors };
  const country = likelyCountry(settings.timeZone);
  return (
    <form method="post" action={`/api/sign-ons/${token}/correct`} novalidate>
      {kind === 'organization' && <OrganizationFields form={form} forBoth={false} country={country} />}
      <PersonFields form={form} signatories={signatoriesOf(kind)} country={country} isCorrection />
      {kind === 'individual' && <PublicNameField form={form} forBoth={false} />}
      <QuestionFields form={form} settings={settings} kind={kind} isCorrection />
      <NewsletterField form={form} settings={settings} isCorrection />
      <button class="button" type="submit">
        {texts(language).signOn.correct}
      </button>
    </form>
  );
}

const signatoriesOf = (kind: SignOn['kind']) => ({
  organizations: kind === 'organization',
  individuals: kind === 'individual',
});

/** The form again after a refusal, with everything that was typed. */
export function correctionPage(props: CorrectionFormProps): string {
  const { kind, token } = props;
  const settings = { ...props.settings, signatories: signatoriesOf(kind) };
  const { language, title } = settings;
  const errors = inPageOrder(props.errors ?? [], settings);
  const t = texts(language);
  return renderDocument({
    language,
    title: `${t.form.error} ${t.signOn.correctTitle} – ${title}`,
    isIndexed: false,
    campaign: settings,
    children: (
      <>
        <ErrorSummary
          errors={errors}
          language={language}
          fieldNames={shownFields(settings).filter((field) => field !== 'email' && field !== 'authorized')}
        />
        <h1>{t.signOn.correctTitle}</h1>
        <CorrectionForm {...props} settings={settings} errors={errors} />
        <p>
          <a href={`/api/sign-ons/${token}`}>{t.signOn.correctBack}</a>
        </p>
      </>
    ),
  });
}
