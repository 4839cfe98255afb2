import { type CampaignYaml, campaignYamlSchema } from '../../campaign-folder/campaign-yaml.ts';
import { setInYaml } from '../../campaign-folder/edit-yaml.ts';
import { readYaml } from '../../campaign-folder/yaml-source.ts';

/** The part of `campaign.yaml` that the settings form shows. Undefined if the file has mistakes by today's rules. */
export function settingsInYaml(text: string): CampaignYaml | undefined {
  const parsed = campaignYamlSchema.safeParse(readYaml('campaign.yaml', text).value);
  return parsed.success ? parsed.data : undefined;
}

/** Fields of the form by their name, with their place in the file. */
export const formKeys = {
  title: ['title'],
  visibility: ['visibility'],
  opens: ['opens'],
  closes: ['closes'],
  notBefore: ['publication', 'notBefore'],
  organizations: ['publication', 'threshold', 'organizations'],
  individuals: ['publication', 'threshold', 'individuals'],
} as const;
export type FormKey = keyof typeof formKeys;

const isNumber = (field: FormKey): boolean => field === 'organizations' || field === 'individuals';

/** The value of a field in the form. */
export function valueIn(settings: CampaignYaml, field: FormKey): string {
  const { title, visibility, opens, closes, publication } = settings;
  const { threshold, notBefore } = publication;
  const values = { title, visibility, opens, closes, notBefore, ...threshold };
  return String(values[field] ?? '');
}

/** What was typed in the form. Fields that were not sent are absent. */
export interface TypedSettings {
  values: Partial<Record<FormKey, string>>;
  organizers: { name: string; email: string; role: string; isRemoved: boolean }[];
  newOrganizer: { name: string; email: string; role: string };
  newContact: { email: string; name: string; outlet: string; embargoed: boolean };
}

/** The files with the form's changes. Keys keep their place in the files, and comments stay. */
export function filesWithSettings(
  files: ReadonlyMap<string, string>,
  { values, organizers, newOrganizer, newContact }: TypedSettings,
): Map<string, string> {
  const before = files.get('campaign.yaml') ?? '';
  const settings = settingsInYaml(before);
  if (!settings) return new Map(files);
  let yaml = before;
  for (const [field, path] of fieldsOf()) {
    const typed = values[field]?.trim();
    if (typed === undefined || typed === valueIn(settings, field)) continue;
    const value = isNumber(field) && /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
    yaml = setInYaml(yaml, path, typed === '' ? undefined : value);
  }
  for (const [index, { name, email, role = 'owner' }] of settings.organizers.entries()) {
    const typed = organizers[index];
    if (!typed || typed.isRemoved) continue;
    const path = ['organizers', index];
    if (typed.name !== name) yaml = setInYaml(yaml, [...path, 'name'], typed.name);
    if (typed.email !== email) yaml = setInYaml(yaml, [...path, 'email'], typed.email);
    if (typed.role !== role) yaml = setInYaml(yaml, [...path, 'role'], typed.role);
  }
  const isNew = newOrganizer.name !== '' || newOrganizer.email !== '';
  if (isNew) yaml = setInYaml(yaml, ['organizers', settings.organizers.length], newOrganizer);
  for (let index = settings.organizers.length - 1; index >= 0; index--)
    if (organizers[index]?.isRemoved) yaml = setInYaml(yaml, ['organizers', index], undefined);
  const changed = new Map(files).set('campaign.yaml', yaml);
  const { email, name, outlet } = newContact;
  if ([email, name, outlet].every((typed) => typed === '')) return changed;
  return changed.set('press-list.csv', withContact(files.get('press-list.csv'), newContact));
}

const fieldsOf = () => Object.entries(formKeys) as [FormKey, (typeof formKeys)[FormKey]][];

const header = ['email', 'name', 'outlet', 'embargoed'];

/** A press list with one more row, in its own columns. */
function withContact(list: string | undefined, contact: TypedSettings['newContact']): string {
  const text = list?.trimEnd() || header.join(',');
  const columns = (text.split('\n')[0] ?? '').split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
  const cells: Record<string, string> = { ...contact, embargoed: contact.embargoed ? 'yes' : 'no' };
  const row = columns.map((column) => `"${(cells[column.toLowerCase()] ?? '').replaceAll('"', '""')}"`);
  return `${text}\n${row.join(',')}\n`;
}
