import type { VNode } from 'preact';
import { campaignPath, type LocalizedSettings, textLanguage } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import { likelyCountry } from '../../i18n/countries.ts';
import { texts } from '../../i18n/texts.ts';
import { checkedField } from '../../sign-on/checked-field.ts';
import { signOnKinds } from '../../sign-on/sign-on.ts';
import { trapFields } from '../../sign-on/trap-fields.ts';
import { CheckboxField, type FieldError, type FormState, type FormValues, RadioField } from './field.tsx';
import { listedSentence } from './form-sentences.ts';
import { langAttribute } from './lang-attribute.ts';
import { NewsletterField, QuestionFields } from './question-fields.tsx';
import {
  OrganizationFields,
  onlyKind,
  PersonFields,
  PlaceFields,
  PublicNameField,
} from './sign-on-fields.tsx';

interface SignOnFormProps {
  settings: LocalizedSettings;
  /** Hash of the letter above the form. When the form is shown again, it is among the values. */
  letterHash?: string | undefined;
  values?: FormValues;
  errors?: readonly FieldError[];
  /** When personal data is deleted, from `deletionTimeText`. */
  deletion: string;
  /** Whether the page's script says how long the form was open. */
  isTimed?: boolean;
}

/**
 * The form for signing. If both organizations and people may sign, it has the fields of both, and each group says
 * whom it is for. In browsers with the stylesheet, it first asks who signs and then shows the right fields. The
 * server checks all answers, so that everyone gets the same messages.
 */
export function SignOnForm(props: SignOnFormProps): VNode {
  const { settings, values = {}, errors = [], deletion, isTimed = false } = props;
  const { letterHash = values.letter } = props;
  const { slug, language, signatories } = settings;
  const t = texts(language);
  const form: FormState = { language, values, errors };
  const country = likelyCountry(settings.timeZone);
  const forBoth = signatories.organizations && signatories.individuals;
  return (
    <form method="post" action={`/api/campaigns/${slug}/sign-ons`} novalidate>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="source" value={values.source ?? ''} />
      {letterHash && <input type="hidden" name="letter" value={letterHash} />}
      {isTimed && <input type="hidden" name={trapFields.elapsed} value="" />}
      <input type="hidden" name={checkedField} value={values[checkedField] ?? ''} />
      <Honeypot label={t.form.leaveEmpty} />
      {forBoth && (
        <RadioField
          form={form}
          name="kind"
          isRequired
          choices={signOnKinds.map((kind) => ({ value: kind, label: t.form.kinds[kind] }))}
        />
      )}
      <div class="after-kind">
        {signatories.organizations && <OrganizationFields form={form} forBoth={forBoth} country={country} />}
        <PersonFields form={form} signatories={signatories} country={country} />
        {forBoth && (
          <fieldset>
            <legend class="group">{t.form.place}</legend>
            <PlaceFields form={form} country={country} />
          </fieldset>
        )}
        {signatories.individuals && <PublicNameField form={form} forBoth={forBoth} />}
        <QuestionFields form={form} settings={settings} kind={onlyKind(settings)} />
        {signatories.organizations && (
          <div class="for-organizations">
            <CheckboxField form={form} name="authorized" isRequired={!forBoth}>
              {settings.attestation === undefined ? (
                t.form.attestation
              ) : (
                <span {...langAttribute(textLanguage(settings, 'attestation'), language)}>
                  {settings.attestation}
                </span>
              )}
            </CheckboxField>
          </div>
        )}
        <NewsletterField form={form} settings={settings} />
        <p class="note">
          {privacySentence(settings, deletion)} {settings.showSignatories && `${listedSentence(settings)} `}
          <a href={`${campaignPath(settings)}privacy/`}>{t.form.privacyMore}</a>
        </p>
        <button class="button" type="submit">
          {t.form.submit}
        </button>
      </div>
    </form>
  );
}

/**
 * A field that people neither see nor hear nor reach. A program that fills in every field reveals itself. Without the
 * stylesheet, its label says what to do.
 */
function Honeypot({ label }: { label: string }): VNode {
  const { honeypot } = trapFields;
  return (
    <p class="spare">
      <label for={honeypot}>{label}</label>{' '}
      <input type="text" id={honeypot} name={honeypot} value="" tabIndex={-1} autocomplete="off" />
    </p>
  );
}

function privacySentence({ language, signatories }: Settings, deletion: string): string {
  const { privacyBoth, privacyOrganizations, privacyPeople } = texts(language).form;
  if (signatories.organizations && signatories.individuals) return privacyBoth(deletion);
  return signatories.organizations ? privacyOrganizations(deletion) : privacyPeople(deletion);
}
