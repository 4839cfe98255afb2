import { languages } from '../i18n/language.ts';
import { EPOCH, type GateSettings } from './gate.ts';
import { localTimeOf, minuteBefore } from './local-time.ts';
import type { PublicationWindow } from './publication-window.ts';
import type { Question, Thanks } from './questions.ts';
import type { Settings } from './settings.ts';

/** A key of `campaign.yaml` whose value has changed. */
export interface Change {
  key: string;
  before?: string;
  after?: string;
}

export interface CampaignConfiguration {
  settings: Settings;
  gate: GateSettings;
}

/** The differences between two states of a campaign's settings, by key and in the file's own words. */
export function changesBetween(
  before: CampaignConfiguration | undefined,
  after: CampaignConfiguration,
): Change[] {
  const oldValues = new Map(before ? valuesOf(before) : []);
  const newValues = new Map(valuesOf(after));
  return [...new Set([...newValues.keys(), ...oldValues.keys()])]
    .filter((key) => oldValues.get(key) !== newValues.get(key))
    .map((key) => {
      const [from, to] = [oldValues.get(key), newValues.get(key)];
      return { key, ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
    });
}

const organizerText = ({ name, email, role = 'owner' }: Settings['organizers'][number]): string =>
  `${name} <${email}>${role === 'owner' ? '' : ` (${role})`}`;

function valuesOf({ settings, gate }: CampaignConfiguration): [string, string][] {
  const { timeZone, signatories, list, sender, privacy } = settings;
  const local = (instant: string | undefined) => instant && localTimeOf(instant, timeZone);
  const values: [string, unknown][] = [
    ['title', settings.title],
    ['summary', settings.summary],
    ['language', settings.language],
    ['timeZone', timeZone],
    ['signatories.organizations', signatories.organizations],
    ['signatories.individuals', signatories.individuals],
    ['opens', local(settings.opensAt)],
    ['closes', settings.closesAt && local(minuteBefore(settings.closesAt))],
    ['visibility', settings.visibility],
    ['showProgress', settings.showProgress],
    ['publication.threshold.organizations', gate.thresholdOrganizations || undefined],
    ['publication.threshold.individuals', gate.thresholdIndividuals || undefined],
    ['publication.notBefore', gate.notBefore === EPOCH ? undefined : local(gate.notBefore)],
    ['publication.atNotBefore.organizations', gate.atNotBeforeOrganizations],
    ['publication.atNotBefore.individuals', gate.atNotBeforeIndividuals],
    ['publication.window', gate.window && windowText(gate.window)],
    ['delivery.by', settings.delivery?.by],
    ['delivery.to', settings.delivery?.to.join(', ') || undefined],
    ['delivery.cc', settings.delivery?.cc.join(', ') || undefined],
    ['letterUrl', settings.letterUrl],
    ['review', settings.review ?? 'none'],
    ['list.groupBy', list.groupBy],
    ['list.leads', list.leads.join(', ') || undefined],
    ['attestation', settings.attestation],
    ['showSignatories', settings.showSignatories ?? 'after-publication'],
    ...(settings.questions ?? []).map((question): [string, unknown] => [
      `questions.${question.id}`,
      questionText(question),
    ]),
    ['newsletter', settings.newsletter],
    ['thanks', settings.thanks && thanksText(settings.thanks)],
    ['branding.logo', settings.branding?.logo?.file],
    ['branding.color', settings.branding?.color],
    ['sender.name', sender.name],
    ['sender.address', sender.address],
    ['sender.replyTo', sender.replyTo],
    ['organizers', settings.organizers.map(organizerText).join(', ')],
    ['privacy.contact', privacy.contact],
    ['privacy.deletePersonalDataAfterDays', privacy.deletePersonalDataAfterDays],
    ['privacy.postalAddress', privacy.postalAddress],
    ...languages.flatMap((language): [string, unknown][] => {
      const { title, summary, attestation, newsletter, thanks } = settings.translations?.[language] ?? {};
      const words = { title, summary, attestation, newsletter, thanks: thanks && thanksText(thanks) };
      return Object.entries(words).map(([key, value]) => [`${key} in letter.${language}.md`, value]);
    }),
    ['quotes approved', gate.quotesApproved],
  ];
  return values.flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
}

const questionText = ({ label, type, options = [], required, ...question }: Question): string =>
  [
    label,
    `(${type}${options.length > 0 ? `: ${options.join(', ')}` : ''}; ${question.for}${required ? '; required' : ''})`,
  ].join(' ');

const thanksText = ({ text, link }: Thanks): string => (link ? `${text} ${link.label}: ${link.url}` : text);

const windowText = ({ days, from, to }: PublicationWindow): string => `${days.join(', ')} ${from}–${to}`;
