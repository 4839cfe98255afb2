import { EPOCH, type GateSettings } from '../campaign/gate.ts';
import { instantOf, minuteAfter } from '../campaign/local-time.ts';
import { weekdays } from '../campaign/publication-window.ts';
import type { Settings } from '../campaign/settings.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
import { conflictMistakes } from './campaign-conflicts.ts';
import { campaignKeys } from './campaign-keys.ts';
import { type CampaignYaml, campaignYamlSchema } from './campaign-yaml.ts';
import type { Mistake } from './mistakes.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import { readYaml } from './yaml-source.ts';

const file = 'campaign.yaml';

export interface CheckedCampaignYaml {
  settings?: Settings;
  /** What else decides about publication, but for the quotes: those stand in the release. */
  gate?: Omit<GateSettings, 'quotesApproved'>;
  /** The coalition's logo, by its file, and its color. */
  branding?: CampaignYaml['branding'];
  mistakes: Mistake[];
  warnings: Localized<string>[];
}

/**
 * Reads `campaign.yaml`: each key by itself, then against the others and against `folder`, what the folder is called.
 * Local times become instants, defaults are filled in.
 */
export function readCampaignYaml(text: string, folder: string): CheckedCampaignYaml {
  const yaml = readYaml(file, text);
  if (yaml.isBroken) return { mistakes: yaml.mistakes, warnings: [] };
  if (yaml.value === null || yaml.value === undefined)
    return { mistakes: [{ file, line: 1, words: (t) => t.files.empty }], warnings: [] };
  const parsed = campaignYamlSchema.safeParse(yaml.value ?? {});
  const mistakes = [
    ...yaml.mistakes,
    ...schemaMistakes(file, yaml, parsed.error?.issues ?? [], campaignKeys),
    ...conflictMistakes(yaml, folder),
  ];
  if (!parsed.success || mistakes.length > 0) return { mistakes, warnings: [] };
  return {
    settings: settingsOf(parsed.data),
    gate: gateOf(parsed.data),
    ...(parsed.data.branding && { branding: parsed.data.branding }),
    mistakes,
    warnings: warningsOf(parsed.data),
  };
}

function settingsOf(yaml: CampaignYaml): Settings {
  const {
    slug,
    title,
    summary,
    language,
    timeZone,
    signatories,
    visibility,
    showProgress,
    review,
    list,
    organizers,
  } = yaml;
  const opensAt = yaml.opens && instantOf(yaml.opens, timeZone);
  const closes = yaml.closes && instantOf(yaml.closes, timeZone);
  const { contact, deletePersonalDataAfterDays, postalAddress } = yaml.privacy;
  return {
    ...{ slug, title, summary, language, timeZone, signatories, visibility, showProgress },
    ...{ review, list, organizers },
    ...(opensAt && { opensAt }),
    // Its minute is included, so signing ends with the first instant after it.
    ...(closes && { closesAt: minuteAfter(closes) }),
    ...(yaml.attestation && { attestation: yaml.attestation }),
    ...(yaml.showSignatories === 'always' && { showSignatories: yaml.showSignatories }),
    ...(yaml.questions && yaml.questions.length > 0 && { questions: yaml.questions }),
    ...(yaml.newsletter && { newsletter: yaml.newsletter }),
    ...(yaml.thanks && { thanks: yaml.thanks }),
    ...(yaml.delivery && { delivery: yaml.delivery }),
    ...(yaml.letterUrl && { letterUrl: yaml.letterUrl }),
    sender: { ...yaml.sender, replyTo: yaml.sender.replyTo ?? yaml.sender.address },
    privacy: { contact, deletePersonalDataAfterDays, ...(postalAddress && { postalAddress }) },
  };
}

function gateOf({ publication, delivery, timeZone }: CampaignYaml): Omit<GateSettings, 'quotesApproved'> {
  const { threshold, notBefore, atNotBefore, window } = publication;
  return {
    thresholdOrganizations: threshold.organizations ?? 0,
    thresholdIndividuals: threshold.individuals ?? 0,
    notBefore: (notBefore && instantOf(notBefore, timeZone)) ?? EPOCH,
    ...(atNotBefore?.organizations && { atNotBeforeOrganizations: atNotBefore.organizations }),
    ...(atNotBefore?.individuals && { atNotBeforeIndividuals: atNotBefore.individuals }),
    // In the order of the week, each once: two ways to write the same hours are no change.
    ...(window && {
      window: { ...window, timeZone, days: weekdays.filter((day) => window.days.includes(day)) },
    }),
    ...(delivery && { delivery: delivery.by }),
  };
}

function warningsOf({ publication, delivery }: CampaignYaml): Localized<string>[] {
  const warnings: Localized<string>[] = [];
  if (!publication.notBefore && !publication.window) warnings.push((t) => t.warnings.atAnyHour);
  if (delivery?.by === 'hand' && delivery.to.length + delivery.cc.length > 0)
    warnings.push((t) => t.warnings.byHand);
  return warnings;
}
