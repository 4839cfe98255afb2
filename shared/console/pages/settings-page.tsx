import type { ComponentChildren, VNode } from 'preact';
import { type OrganizerRole, organizerRoles } from '../../campaign/settings.ts';
import type { CampaignYaml } from '../../campaign-folder/campaign-yaml.ts';
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
}

/** A form for the settings that change most often. It writes keys of `campaign.yaml` and rows of the press list. */
export function settingsPage({ frame, viewer, settings, version, isApplied }: SettingsProps): string {
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
        <p class="lead">
          {s.lead} <a href={`/console/${slug}/texts`}>{t.texts.title}</a>
        </p>
        <form method="post" action={`/console/${slug}/settings`} data-unsaved="no">
          <input type="hidden" name="version" value={version} />
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
                  value={valueIn(settings, name)}
                  {...(type === 'number' && { min: '1', inputmode: 'numeric' as const })}
                />
              </div>
            ))}
          </fieldset>
          <Organizers language={language} organizers={settings.organizers} />
          <fieldset>
            <legend class="group">{s.newContact}</legend>
            <p class="note">{s.newContactHint}</p>
            <Field name="contact.email" label={s.email} type="email" />
            <Field name="contact.name" label={s.name} />
            <Field name="contact.outlet" label={s.outlet} />
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
}: Pick<CampaignFrame, 'language'> & Pick<CampaignYaml, 'organizers'>): VNode {
  const s = consoleTexts(language).settings;
  return (
    <>
      <h2>{s.organizers}</h2>
      {organizers.map(({ name, email, role = 'owner' }, index) => (
        <fieldset>
          <legend>
            <bdi>{name}</bdi>
          </legend>
          <Field name={`organizers.${index}.name`} label={s.name} value={name} />
          <Field name={`organizers.${index}.email`} label={s.email} type="email" value={email} />
          <RoleField language={language} name={`organizers.${index}.role`} current={role} />
          <Tick name={`organizers.${index}.remove`}>{s.remove}</Tick>
        </fieldset>
      ))}
      <fieldset>
        <legend>{s.newOrganizer}</legend>
        <Field name="organizer.name" label={s.name} />
        <Field name="organizer.email" label={s.email} type="email" />
        <RoleField language={language} name="organizer.role" current="editor" />
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
}: Pick<CampaignFrame, 'language'> & { name: string; current: OrganizerRole }): VNode {
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
