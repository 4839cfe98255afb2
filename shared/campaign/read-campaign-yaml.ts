import { campaignKeys } from './campaign-keys.ts';
import { type CampaignYaml, campaignYamlSchema, kindsSchema, timesSchema } from './campaign-yaml.ts';
import { type GateSettings, noTime } from './gate.ts';
import { instantOf, minuteAfter } from './local-time.ts';
import { keyOf, type Mistake, type Path } from './mistakes.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import type { Settings } from './settings.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const file = 'campaign.yaml';

export interface CampaignYamlReading {
  settings?: Settings;
  /** What else decides about publication, but for the quotes: those stand in the release. */
  gate?: Omit<GateSettings, 'quotesApproved'>;
  mistakes: Mistake[];
  warnings: string[];
}

/**
 * Reads `campaign.yaml`: each key by itself, then against the others and against `folder`, what the folder is called.
 * Local times become instants, defaults are filled in.
 */
export function readCampaignYaml(text: string, folder: string): CampaignYamlReading {
  const yaml = readYaml(file, text);
  if (yaml.isBroken) return { mistakes: yaml.mistakes, warnings: [] };
  const parsed = campaignYamlSchema.safeParse(yaml.value ?? {});
  const mistakes = [
    ...yaml.mistakes,
    ...schemaMistakes(file, yaml, parsed.error?.issues ?? [], campaignKeys),
    ...folderMistakes(yaml, folder),
    ...timeMistakes(yaml),
    ...kindMistakes(yaml),
    ...liquidMistakes(yaml),
  ];
  if (!parsed.success || mistakes.length > 0) return { mistakes, warnings: [] };
  return {
    settings: settingsOf(parsed.data),
    gate: gateOf(parsed.data),
    mistakes,
    warnings: warningsOf(parsed.data),
  };
}

function mistake(yaml: YamlSource, path: Path, message: string, cure: string): Mistake {
  return { file, line: yaml.lineOf(path), key: keyOf(path), message: `${keyOf(path)} ${message}.`, cure };
}

function folderMistakes(yaml: YamlSource, folder: string): Mistake[] {
  const slug = campaignYamlSchema.shape.slug.safeParse(fieldOf(yaml, 'slug'));
  if (!slug.success || slug.data === folder) return [];
  const cure = `Write slug: ${folder}, or rename the folder to ${slug.data}.`;
  return [mistake(yaml, ['slug'], `is ${slug.data}, but the folder is called ${folder}`, cure)];
}

function fieldOf(yaml: YamlSource, name: string): unknown {
  if (typeof yaml.value !== 'object' || yaml.value === null) return undefined;
  return Object.entries(yaml.value).find(([key]) => key === name)?.[1];
}

function timeMistakes(yaml: YamlSource): Mistake[] {
  const times = timesSchema.safeParse(yaml.value);
  if (!times.success) return [];
  const { timeZone, opens, closes, publication } = times.data;
  const given: [Path, string | undefined][] = [
    [['opens'], opens],
    [['closes'], closes],
    [['publication', 'notBefore'], publication.notBefore],
  ];
  const mistakes = given.flatMap(([path, local]) => {
    if (!local || instantOf(local, timeZone)) return [];
    const cure = 'Clocks are put forward over it; give a time before or after that.';
    return [
      mistake(yaml, path, `does not exist: there is no ${local.replace('T', ' ')} in ${timeZone}`, cure),
    ];
  });
  const from = opens && instantOf(opens, timeZone);
  const until = closes && instantOf(closes, timeZone);
  if (from && until && until < from)
    mistakes.push(mistake(yaml, ['closes'], 'is before opens', 'Let it close after it opens.'));
  return mistakes;
}

function kindMistakes(yaml: YamlSource): Mistake[] {
  const kinds = kindsSchema.safeParse(yaml.value);
  if (!kinds.success) return [];
  const { signatories, publication } = kinds.data;
  return (['organizations', 'individuals'] as const)
    .filter((kind) => publication.threshold[kind] !== undefined && !signatories[kind])
    .map((kind) =>
      mistake(
        yaml,
        ['publication', 'threshold', kind],
        `can never be reached, since signatories.${kind} is false`,
        `Write signatories: { ${kind}: true }, or take this threshold out.`,
      ),
    );
}

/** Numbers and dates can be named in letter and release alone: title and summary are shown while people still sign. */
function liquidMistakes(yaml: YamlSource): Mistake[] {
  return ['title', 'summary', 'attestation']
    .filter((key) => /\{[{%]/.test(String(fieldOf(yaml, key))))
    .map((key) =>
      mistake(
        yaml,
        [key],
        'has Liquid in it',
        'Write plain text here; {{ }} is for letter.md and release.md.',
      ),
    );
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
    list,
    organizers,
  } = yaml;
  const opensAt = yaml.opens && instantOf(yaml.opens, timeZone);
  const closes = yaml.closes && instantOf(yaml.closes, timeZone);
  const { contact, deletePersonalDataAfterDays, postalAddress } = yaml.privacy;
  return {
    ...{ slug, title, summary, language, timeZone, signatories, visibility, showProgress, list, organizers },
    ...(opensAt && { opensAt }),
    // Its minute is included, so signing ends with the first instant after it.
    ...(closes && { closesAt: minuteAfter(closes) }),
    ...(yaml.attestation && { attestation: yaml.attestation }),
    sender: { ...yaml.sender, replyTo: yaml.sender.replyTo ?? yaml.sender.address },
    privacy: { contact, deletePersonalDataAfterDays, ...(postalAddress && { postalAddress }) },
  };
}

function gateOf({ publication, timeZone }: CampaignYaml): Omit<GateSettings, 'quotesApproved'> {
  const { threshold, notBefore } = publication;
  return {
    thresholdOrganizations: threshold.organizations ?? 0,
    thresholdIndividuals: threshold.individuals ?? 0,
    notBefore: (notBefore && instantOf(notBefore, timeZone)) ?? noTime,
  };
}

function warningsOf({ publication, review }: CampaignYaml): string[] {
  const warnings: string[] = [];
  if (!publication.notBefore)
    warnings.push(
      'publication.notBefore is not given: everything is published at whatever hour the last signature comes.',
    );
  if (review === undefined)
    warnings.push('review is not given: for now it is none. Write review: none to say so.');
  return warnings;
}
