import type { VNode } from 'preact';
import { campaignPath, type LocalSettings, languageOf } from '../campaign/in-language.ts';
import type { Settings } from '../campaign/settings.ts';
import { publicNames, scopes, signOnKinds } from '../sign-on/sign-on.ts';
import { countries } from './countries.ts';
import {
  CheckboxField,
  type FieldError,
  type FieldName,
  type FormState,
  type FormValues,
  RadioField,
  SelectField,
  TextField,
} from './field.tsx';
import { langOf } from './lang.ts';
import { texts } from './locales/texts.ts';

interface SignOnFormProps {
  settings: LocalSettings;
  values?: FormValues;
  errors?: readonly FieldError[];
  /** When personal data is deleted, as `deletionTime` says it. */
  deletion: string;
}

/** Names of the fields that a campaign's form shows. */
export function shownFields({ signatories: { organizations, individuals } }: Settings): FieldName[] {
  return [
    ...(organizations && individuals ? (['kind'] as const) : []),
    ...(organizations ? (['organizationName', 'website', 'scope', 'title', 'authorized'] as const) : []),
    ...(individuals ? (['publicName'] as const) : []),
    ...(['name', 'email', 'city', 'region', 'country'] as const),
  ];
}

/**
 * The form that signs. Where both organizations and people may sign, it shows what both need, each group saying whom
 * it is for; where the style is understood, choosing one hides what is for the other. Checks are the server's, so
 * that everybody gets the same words.
 */
export function SignOnForm({ settings, values = {}, errors = [], deletion }: SignOnFormProps): VNode {
  const { slug, language, signatories } = settings;
  const t = texts(language);
  const form: FormState = { language, values, errors };
  const forBoth = signatories.organizations && signatories.individuals;
  return (
    <form method="post" action={`/api/campaigns/${slug}/sign-ons`} novalidate>
      <input type="hidden" name="language" value={language} />
      {forBoth && (
        <RadioField
          form={form}
          name="kind"
          isRequired
          choices={signOnKinds.map((kind) => ({ value: kind, label: t.form.kinds[kind] }))}
        />
      )}
      {signatories.organizations && <OrganizationFields form={form} forBoth={forBoth} />}
      <PersonFields form={form} signatories={signatories} />
      {forBoth && (
        <fieldset>
          <legend class="group">{t.form.place}</legend>
          <PlaceFields form={form} />
        </fieldset>
      )}
      {signatories.individuals && <PublicNameField form={form} forBoth={forBoth} />}
      {signatories.organizations && (
        <div class="for-organizations">
          <CheckboxField form={form} name="authorized" isRequired={!forBoth}>
            {settings.attestation === undefined ? (
              t.form.attestation
            ) : (
              <span {...langOf(languageOf(settings, 'attestation'), language)}>{settings.attestation}</span>
            )}
          </CheckboxField>
        </div>
      )}
      <p class="note">
        {privacySentence(settings, deletion)}{' '}
        <a href={`${campaignPath(settings)}privacy/`}>{t.form.privacyMore}</a>
      </p>
      <button class="button" type="submit">
        {t.form.submit}
      </button>
    </form>
  );
}

function OrganizationFields({ form, forBoth }: { form: FormState; forBoth: boolean }): VNode {
  const t = texts(form.language);
  return (
    <fieldset class="for-organizations">
      <legend class="group">{t.form.organization}</legend>
      {forBoth && <p class="hint">{t.form.onlyOrganizations}</p>}
      <TextField
        form={form}
        name="organizationName"
        hint={t.form.hints.organizationName}
        autoComplete="organization"
        isRequired={!forBoth}
        isUnmarked
      />
      <TextField form={form} name="website" hint={t.form.hints.website} inputMode="url" autoComplete="url" />
      <RadioField
        form={form}
        name="scope"
        choices={scopes.map((scope) => ({ value: scope, label: t.form.scopes[scope] }))}
      />
      {!forBoth && <PlaceFields form={form} />}
    </fieldset>
  );
}

function PersonFields({
  form,
  signatories,
}: {
  form: FormState;
  signatories: Settings['signatories'];
}): VNode {
  const t = texts(form.language);
  const onlyOrganizations = !signatories.individuals;
  return (
    <fieldset>
      <legend class="group">{t.form.you}</legend>
      <TextField
        form={form}
        name="name"
        autoComplete="name"
        isRequired
        {...(onlyOrganizations && { hint: t.form.hints.name })}
      />
      {signatories.organizations && (
        <div class="for-organizations">
          <TextField form={form} name="title" hint={t.form.hints.title} autoComplete="organization-title" />
        </div>
      )}
      <TextField
        form={form}
        name="email"
        type="email"
        inputMode="email"
        hint={t.form.hints.email}
        autoComplete="email"
        isRequired
      />
      {!signatories.organizations && <PlaceFields form={form} />}
    </fieldset>
  );
}

function PlaceFields({ form }: { form: FormState }): VNode {
  const t = texts(form.language);
  return (
    <>
      <TextField form={form} name="city" autoComplete="address-level2" />
      <TextField form={form} name="region" autoComplete="address-level1" />
      <SelectField
        form={form}
        name="country"
        autoComplete="country"
        empty={t.form.chooseCountry}
        choices={countries(form.language).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

function PublicNameField({ form, forBoth }: { form: FormState; forBoth: boolean }): VNode {
  const t = texts(form.language);
  return (
    <div class="for-people">
      <RadioField
        form={form}
        name="publicName"
        chosen="full"
        isUnmarked
        {...(forBoth && { hint: t.form.onlyPeople })}
        choices={publicNames.map((shown) => ({ value: shown, label: t.form.publicNames[shown] }))}
      />
    </div>
  );
}

function privacySentence({ language, signatories }: Settings, deletion: string): string {
  const { privacyBoth, privacyOrganizations, privacyPeople } = texts(language).form;
  if (signatories.organizations && signatories.individuals) return privacyBoth(deletion);
  return signatories.organizations ? privacyOrganizations(deletion) : privacyPeople(deletion);
}
