import type { VNode } from 'preact';
import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import { countries } from '../../i18n/countries.ts';
import { regionsOf } from '../../i18n/regions.ts';
import { texts } from '../../i18n/texts.ts';
import { publicNames, type SignOn, scopes } from '../../sign-on/sign-on.ts';
import {
  type FieldError,
  type FieldName,
  type FormState,
  RadioField,
  SelectField,
  TextField,
} from './field.tsx';
import { questionFieldNames } from './question-fields.tsx';

const place = ['city', 'region', 'country'] as const;

/** Names of the fields of a campaign's form, from top to bottom. */
export function shownFields(settings: LocalizedSettings): FieldName[] {
  const { organizations, individuals } = settings.signatories;
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
    ...questionFieldNames(settings, onlyKind(settings)),
    ...(organizations ? (['authorized'] as const) : []),
    ...(settings.newsletter === undefined ? [] : (['newsletter'] as const)),
  ];
}

/** The only kind of signer that may sign. Undefined if both kinds may. */
export function onlyKind({
  signatories: { organizations, individuals },
}: Settings): SignOn['kind'] | undefined {
  if (organizations && individuals) return undefined;
  return organizations ? 'organization' : 'individual';
}

/** Errors in the order of the form's fields. Errors about other fields come last. */
export function inPageOrder(errors: readonly FieldError[], settings: LocalizedSettings): FieldError[] {
  const fields: string[] = shownFields(settings);
  const rank = ({ field }: FieldError): number =>
    fields.includes(field) ? fields.indexOf(field) : fields.length;
  return errors.toSorted((one, other) => rank(one) - rank(other));
}

interface GroupProps {
  form: FormState;
  /** The country of most signers. */
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
 * A phone suggests the regions of the likely country while a person types. A person in another country types another
 * region. A closed list would have to depend on the chosen country, which a page without script cannot know.
 */
export function PlaceFields({ form, country }: GroupProps): VNode {
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
