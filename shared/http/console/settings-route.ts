import {
  type FormKey,
  filesWithSettings,
  formKeys,
  settingsInYaml,
  type TypedSettings,
} from '../../console/folder/settings-form.ts';
import type { Fields } from '../form.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, seeOther } from '../response.ts';
import { appliedResponse, applyFiles } from './apply-files.ts';
import type { CampaignRequest } from './console-request.ts';
import { isChecked } from './folder-body.ts';
import { type FolderContext, storedFolderOf } from './folder-request.ts';
import { frameOf } from './sign-on-routes.ts';

/**
 * The form for the settings that change most often. Files with mistakes by today's rules must be corrected in their
 * editors first.
 */
export async function showSettings(request: CampaignRequest, context: FolderContext) {
  const { files, version } = await storedFolderOf(request, context);
  const settings = settingsInYaml(files.get('campaign.yaml') ?? '');
  if (!settings) return seeOther(`/console/${request.slug}/texts`);
  const { settingsPage } = await import('../../console/pages/settings-page.tsx');
  const isApplied = request.queryStringParameters?.applied === 'updated';
  return htmlResponse(
    200,
    settingsPage({ frame: frameOf(request), viewer: request.session, settings, version, isApplied }),
  );
}

/**
 * Applies the form's changes. Mistakes are shown in the form with what was typed, and consequences to confirm with the
 * files that it would write.
 */
export async function saveSettings(request: CampaignRequest, context: FolderContext) {
  const { version } = request.fields;
  if (typeof version !== 'string')
    throw new Problem('invalid', { errors: [{ field: 'version', code: 'required' }] });
  const folder = await storedFolderOf(request, context);
  const files = filesWithSettings(folder.files, typedSettings(request.fields));
  const settings = settingsInYaml(folder.files.get('campaign.yaml') ?? '');
  const applied = await applyFiles(request, context, {
    folder,
    files,
    version,
    ...(settings && {
      mistakesPage: async (mistakes) => {
        const { settingsPage } = await import('../../console/pages/settings-page.tsx');
        const { fields: typed, session: viewer } = request;
        return settingsPage({ frame: frameOf(request), viewer, settings, version, mistakes, typed });
      },
    }),
  });
  return await appliedResponse(request, context, applied, 'settings');
}

const maxOrganizers = 50;

function typedSettings(fields: Fields): TypedSettings {
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const given = (Object.keys(formKeys) as FormKey[]).filter((key) => fields[key] !== undefined);
  const organizer = (prefix: string) => ({
    name: text(`${prefix}.name`),
    email: text(`${prefix}.email`),
    role: text(`${prefix}.role`),
  });
  const sent = Array.from({ length: maxOrganizers }, (_, index) => `organizers.${index}`);
  const known = sent.findIndex((prefix) => fields[`${prefix}.email`] === undefined);
  return {
    values: Object.fromEntries(given.map((key) => [key, text(key)])),
    organizers: sent
      .slice(0, known === -1 ? maxOrganizers : known)
      .map((prefix) => ({ ...organizer(prefix), isRemoved: isChecked(fields[`${prefix}.remove`]) })),
    newOrganizer: organizer('organizer'),
    newContact: {
      email: text('contact.email'),
      name: text('contact.name'),
      outlet: text('contact.outlet'),
      embargoed: isChecked(fields['contact.embargoed']),
    },
  };
}
