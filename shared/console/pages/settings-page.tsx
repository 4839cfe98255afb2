import type { ComponentChildren, VNode } from 'preact';
import { organizerRoles } from '../../campaign/settings.ts';
import type { CampaignYaml } from '../../campaign-folder/campaign-yaml.ts';
import type { WordedMistake } from '../../campaign-folder/mistakes.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { type FormKey, valueIn } from '../folder/settings-form.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

interface SettingsProps {
  frame: CampaignFrame;
  viewer: Viewer;
  settings: CampaignYaml;
  version: string;
  isApplied?: boolean;
  /** Why what was typed was not applied. */
  mistakes?: readonly WordedMistake[];
  /** What was typed, by the fields' names. It is shown instead of the settings. */
  typed?: TypedFields;
}

type TypedFields = Readonly<Record<string, unknown>>;

const typedText = (typed: TypedFields | undefined, name: string, otherwise: string): string => {
  const value = typed?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
};

/** A form for the settings that change most often. It writes keys of `campaign.yaml` and rows of the press list. */
export function settingsPage({
  frame,
  viewer,
  settings,
  version,
  isApplied,
  mistakes = [],
  typed,
}: SettingsProps): string {
  const { language, slug, title } = frame;
  const t = consoleTexts(language);
  const s = t.settings;
  const kinds = (['organizations', 'individuals'] as const).filter((kind) => settings.signatories[kind]);
  const fields: { name: FormKey; type: 'datetime-local' | 'number' }[] = [
    ...(['opens', 'closes', 'notBefore'] as const).map((name) => ({ name, type: 'datetime-local' as const })),
    ...kinds.map((name) => ({ name, type: 'number' as const })),
  ];
  return renderConsole({
    language,
    title: `${s.title} – ${title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="settings" />,
    children: (
      <>
        <h1>{s.title}</h1>
        {isApplied && (
          <p class="box" role="status">
            {t.texts.applied.updated}
          </p>
        )}
        {mistakes.length > 0 && (
          <div class="box" role="alert">
            <p>{t.texts.refused}</p>
            <ul>
              {mistakes.map(({ message, cure }) => (
                <li>
                  {message} {cure}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p class="lead">
          {s.lead} <a href={`/console/${slug}/texts`}>{t.texts.title}</a>
        </p>
        <form
          method="post"
          action={`/console/${slug}/settings`}
          data-unsaved={mistakes.length > 0 ? 'yes' : 'no'}
        >
          <input type="hidden" name="version" value={version} />
          <fieldset>
            <legend class="group">{s.page}</legend>
            <Field
              name="title"
              label={s.fields.title}
              value={typedText(typed, 'title', valueIn(settings, 'title'))}
            />
            <div class="field">
              <label for="visibility">{s.fields.visibility}</label>
              <select id="visibility" name="visibility">
                {(['public', 'link'] as const).map((each) => (
                  <option
                    value={each}
                    selected={each === typedText(typed, 'visibility', valueIn(settings, 'visibility'))}
                  >
                    {s.visibilities[each]}
                  </option>
                ))}
              </select>
            </div>
          </fieldset>
          <fieldset>
            <legend class="group">{s.publication}</legend>
            <p class="note">{s.times(settings.timeZone)}</p>
            {fields.map(({ name, type }) => (
              <div class="field">
                <label for={name}>{s.fields[name]}</label>
                <input
                  type={type}
                  id={name}
                  name={name}
                  value={typedText(typed, name, valueIn(settings, name))}
                  {...(type === 'number' && { min: '1', inputmode: 'numeric' as const })}
                />
              </div>
            ))}
          </fieldset>
          <Organizers language={language} organizers={settings.organizers} typed={typed} />
          <fieldset>
            <legend class="group">{s.newContact}</legend>
            <p class="note">{s.newContactHint}</p>
            <Field
              name="contact.email"
              label={s.email}
              type="email"
              value={typedText(typed, 'contact.email', '')}
            />
            <Field name="contact.name" label={s.name} value={typedText(typed, 'contact.name', '')} />
            <Field name="contact.outlet" label={s.outlet} value={typedText(typed, 'contact.outlet', '')} />
            <Tick name="contact.embargoed">{s.embargoed}</Tick>
          </fieldset>
          <button class="button" type="submit">
            {t.texts.apply}
          </button>
        </form>
      </>
    ),
  });
}

function Organizers({
  language,
  organizers,
  typed,
}: Pick<CampaignFrame, 'language'> &
  Pick<CampaignYaml, 'organizers'> & { typed: TypedFields | undefined }): VNode {
  const s = consoleTexts(language).settings;
  return (
    <>
      <h2>{s.organizers}</h2>
      {organizers.map(({ name, email, role = 'owner' }, index) => (
        <fieldset>
          <legend>
            <bdi>{name}</bdi>
          </legend>
          <Field
            name={`organizers.${index}.name`}
            label={s.name}
            value={typedText(typed, `organizers.${index}.name`, name)}
          />
          <Field
            name={`organizers.${index}.email`}
            label={s.email}
            type="email"
            value={typedText(typed, `organizers.${index}.email`, email)}
          />
          <RoleField
            language={language}
            name={`organizers.${index}.role`}
            current={typedText(typed, `organizers.${index}.role`, role)}
          />
          <Tick name={`organizers.${index}.remove`}>{s.remove}</Tick>
        </fieldset>
      ))}
      <fieldset>
        <legend>{s.newOrganizer}</legend>
        <Field name="organizer.name" label={s.name} value={typedText(typed, 'organizer.name', '')} />
        <Field
          name="organizer.email"
          label={s.email}
          type="email"
          value={typedText(typed, 'organizer.email', '')}
        />
        <RoleField
          language={language}
          name="organizer.role"
          current={typedText(typed, 'organizer.role', 'editor')}
        />
      </fieldset>
    </>
  );
}

const idOf = (name: string): string => name.replaceAll('.', '-');

function Field({
  name,
  label,
  type = 'text',
  value,
}: {
  name: string;
  label: string;
  type?: 'text' | 'email';
  value?: string;
}): VNode {
  const given = { id: idOf(name), name, autocomplete: 'off', ...(value !== undefined && { value }) } as const;
  return (
    <div class="field">
      <label for={idOf(name)}>{label}</label>
      {type === 'email' ? <input type="email" {...given} /> : <input type="text" {...given} />}
    </div>
  );
}

function Tick({ name, children }: { name: string; children: ComponentChildren }): VNode {
  return (
    <div class="field">
      <label class="option">
        <input type="checkbox" name={name} />
        <span>{children}</span>
      </label>
    </div>
  );
}

function RoleField({
  language,
  name,
  current,
}: Pick<CampaignFrame, 'language'> & { name: string; current: string }): VNode {
  const t = consoleTexts(language);
  return (
    <div class="field">
      <label for={idOf(name)}>{t.settings.role}</label>
      <select id={idOf(name)} name={name}>
        {organizerRoles.map((each) => (
          <option value={each} selected={each === current}>
            {t.roles[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
