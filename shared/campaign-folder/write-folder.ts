import { stringify as csv } from 'csv-stringify/sync';
import { stringify as yaml } from 'yaml';
import type { InvitedEntry, PressEntry, TranslatedTexts } from '../campaign/campaign.ts';
import { EPOCH, type GateSettings } from '../campaign/gate.ts';
import { localTimeOf, minuteBefore } from '../campaign/local-time.ts';
import type { Settings } from '../campaign/settings.ts';
import { textFile } from './check-files.ts';

export interface FolderContent {
  settings: Settings;
  gate: GateSettings;
  /** `campaign.yaml` as it was written; without it, it is made of the settings. */
  source?: string | undefined;
  letter: string | undefined;
  release: string | undefined;
  translations: TranslatedTexts[];
  press: PressEntry[];
  invited?: InvitedEntry[];
}

/** A campaign as the text files of its folder (format 1), by name: `readCampaign` makes the same campaign of them. */
export function folderFiles({
  settings,
  gate,
  source,
  letter,
  release,
  translations,
  press,
  invited = [],
}: FolderContent): Map<string, string> {
  const files: [string, string | undefined][] = [
    ['campaign.yaml', source ?? yaml(withoutEmpty(campaignYaml(settings, gate)), { lineWidth: 0 })],
    ['letter.md', letter],
    ['release.md', release],
    ...translations.flatMap((texts): [string, string | undefined][] => [
      [textFile('letter', texts.language), texts.letter],
      [textFile('release', texts.language), texts.release],
    ]),
    ['press-list.csv', press.length === 0 ? undefined : pressList(press)],
    ['invited.csv', invited.length === 0 ? undefined : invitedList(invited)],
  ];
  return new Map(files.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

function campaignYaml(settings: Settings, gate: GateSettings) {
  const { slug, title, summary, language, timeZone, signatories, visibility, showProgress } = settings;
  const { delivery, letterUrl, review = 'none', list, attestation, sender, organizers, privacy } = settings;
  const { showSignatories, questions, newsletter, thanks } = settings;
  const { logo, color } = settings.branding ?? {};
  const local = (instant: string | undefined) => instant && localTimeOf(instant, timeZone);
  const { window } = gate;
  return {
    format: 1,
    ...{ slug, title, summary, language, timeZone, signatories },
    opens: local(settings.opensAt),
    closes: settings.closesAt && local(minuteBefore(settings.closesAt)),
    ...{ visibility, showProgress },
    publication: {
      threshold: {
        organizations: gate.thresholdOrganizations || undefined,
        individuals: gate.thresholdIndividuals || undefined,
      },
      notBefore: gate.notBefore === EPOCH ? undefined : local(gate.notBefore),
      atNotBefore: { organizations: gate.atNotBeforeOrganizations, individuals: gate.atNotBeforeIndividuals },
      window: window && { days: window.days, from: window.from, to: window.to },
    },
    ...{ delivery, letterUrl, review, list, attestation, showSignatories, questions, newsletter, thanks },
    ...{ sender, organizers },
    branding: { logo: logo?.file, color },
    privacy,
  };
}

/** Without keys that have no value, and without groups in which nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value)
    .map(([key, inner]): [string, unknown] => [key, withoutEmpty(inner)])
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const pressList = (press: readonly PressEntry[]): string =>
  csv(
    press.map(({ email, name = '', outlet = '', embargoed }) => [
      email,
      name,
      outlet,
      embargoed ? 'yes' : 'no',
    ]),
    { header: true, columns: ['email', 'name', 'outlet', 'embargoed'] },
  );

const byName = new Intl.Collator('en', { numeric: true });

/** By name, since the table does not keep the order of the file. */
const invitedList = (invited: readonly InvitedEntry[]): string =>
  csv(
    invited
      .toSorted((one, other) => byName.compare(one.organization, other.organization))
      .map(({ organization, email = '', website = '' }) => [organization, email, website]),
    { header: true, columns: ['organization', 'email', 'website'] },
  );
