import type { VNode } from 'preact';
import { campaignPath, type LocalSettings, languageOf } from '../campaign/in-language.ts';
import type { Settings } from '../campaign/settings.ts';
import { publicNames, scopes, signOnKinds } from '../sign-on/sign-on.ts';
import { trapFields } from '../sign-on/suspicions.ts';
import { countries, likelyCountry } from './countries.ts';
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
import { regionsOf } from './regions.ts';

interface SignOnFormProps {
  settings: LocalSettings;
  values?: FormValues;
  errors?: readonly FieldError[];
  /** When personal data is deleted, as `deletionTime` says it. */
  deletion: string;
  /** Whether the page's script says how long the form was open. */
  isTimed?: boolean;
}

const place = ['city', 'region', 'country'] as const;

/** Names of the fields that a campaign's form shows, from the top down. */
export function shownFields({ signatories: { organizations, individuals } }: Settings): FieldName[] {
  const forBoth = organizations && individuals;
  return [
    ...(forBoth ? (['kind'] as const) : []),
    ...(organizations ? (['organizationName', 'website', 'scope'] as const) : []),
    ...(organizations && !forBoth ? place : []),
    'name',
    ...(organizations ? (['title'] as const) : []),
    'email',
    ...(individuals ? place : []),
    ...(individuals ? (['publicName'] as const) : []),
    ...(organizations ? (['authorized'] as const) : []),
  ];
}

/** Errors in the order in which the form has their fields; what it has no field for comes last. */
export function inPageOrder(errors: readonly FieldError[], settings: Settings): FieldError[] {
  const fields: string[] = shownFields(settings);
  const rank = ({ field }: FieldError): number =>
    fields.includes(field) ? fields.indexOf(field) : fields.length;
  return errors.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * The form that signs. Where both organizations and people may sign, it shows what both need, each group saying whom
 * it is for; where the style is understood, choosing one hides what is for the other. Checks are the server's, so
 * that everybody gets the same words.
 */
export function SignOnForm(props: SignOnFormProps): VNode {
  const { settings, values = {}, errors = [], deletion, isTimed = false } = props;
  const { slug, language, signatories } = settings;
  const t = texts(language);
  const form: FormState = { language, values, errors };
  const country = likelyCountry(settings.timeZone);
  const forBoth = signatories.organizations && signatories.individuals;
  return (
    <form method="post" action={`/api/campaigns/${slug}/sign-ons`} novalidate>
      <input type="hidden" name="language" value={language} />
      {isTimed && <input type="hidden" name={trapFields.elapsed} value="" />}
      <Honeypot label={t.form.leaveEmpty} />
      {forBoth && (
        <RadioField
          form={form}
          name="kind"
          isRequired
          choices={signOnKinds.map((kind) => ({ value: kind, label: t.form.kinds[kind] }))}
        />
      )}
      {signatories.organizations && <OrganizationFields form={form} forBoth={forBoth} country={country} />}
      <PersonFields form={form} signatories={signatories} country={country} />
      {forBoth && (
        <fieldset>
          <legend class="group">{t.form.place}</legend>
          <PlaceFields form={form} country={country} />
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

/**
 * A field that people neither see nor hear nor reach; a program that fills in whatever it finds gives itself away. Where
 * the style is missing, its label says what to do.
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

interface GroupProps {
  form: FormState;
  /** Where most signers will be. */
  country: string | undefined;
}

export function OrganizationFields({ form, forBoth, country }: GroupProps & { forBoth: boolean }): VNode {
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
        autoCapitalize="words"
        isRequired={!forBoth}
        isUnmarked
      />
      <TextField
        form={form}
        name="website"
        hint={t.form.hints.website}
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
      />
      <RadioField
        form={form}
        name="scope"
        choices={scopes.map((scope) => ({ value: scope, label: t.form.scopes[scope] }))}
      />
      {!forBoth && <PlaceFields form={form} country={country} />}
    </fieldset>
  );
}

export function PersonFields({
  form,
  country,
  signatories,
  isCorrection = false,
}: GroupProps & { signatories: Settings['signatories']; isCorrection?: boolean }): VNode {
  const t = texts(form.language);
  const onlyOrganizations = !signatories.individuals;
  return (
    <fieldset>
      <legend class="group">{t.form.you}</legend>
      <TextField
        form={form}
        name="name"
        autoComplete="name"
        autoCapitalize="words"
        isRequired
        {...(onlyOrganizations && { hint: t.form.hints.name })}
      />
      {signatories.organizations && (
        <div class="for-organizations">
          <TextField form={form} name="title" hint={t.form.hints.title} autoComplete="organization-title" />
        </div>
      )}
      {!isCorrection && (
        <TextField
          form={form}
          name="email"
          type="email"
          inputMode="email"
          hint={t.form.hints.email}
          autoComplete="email"
          isRequired
          {...(onlyOrganizations && { enterKeyHint: 'send' as const })}
        />
      )}
      {!signatories.organizations && <PlaceFields form={form} country={country} />}
    </fieldset>
  );
}

/**
 * A phone shows the regions of the likely country while one types, without script, and whoever is elsewhere types theirs:
 * a closed list would have to know which country was chosen, which a page without script cannot.
 */
function PlaceFields({ form, country }: GroupProps): VNode {
  const t = texts(form.language);
  const regions = regionsOf(country);
  return (
    <>
      <TextField form={form} name="city" autoComplete="address-level2" autoCapitalize="words" />
      <TextField
        form={form}
        name="region"
        autoComplete="address-level1"
        autoCapitalize="words"
        {...(regions.length > 0 && { suggestions: regions })}
      />
      <SelectField
        form={form}
        name="country"
        autoComplete="country"
        empty={t.form.chooseCountry}
        choices={countries(form.language, country).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

export function PublicNameField({ form, forBoth }: { form: FormState; forBoth: boolean }): VNode {
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
