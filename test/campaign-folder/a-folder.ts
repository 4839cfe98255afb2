import { mistakesIn, warningsIn } from '../../shared/campaign-folder/in-words.ts';
import type { Mistake, WordedMistake } from '../../shared/campaign-folder/mistakes.ts';
import { readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import type { Localized } from '../../shared/i18n/mistakes/texts.ts';

export const aCampaignYaml = `format: 1
slug: harbor-trees
title: Letter on the Trees
summary: Keep the trees.
language: en
timeZone: America/New_York
signatories: { organizations: true, individuals: false }
publication:
  threshold: { organizations: 170 }
  notBefore: 2026-12-02T10:00
review: none
sender: { name: Shoreline Coalition, address: letters@example.org, replyTo: press@example.org }
organizers: [{ name: Ana Ruiz, email: ana@example.org }]
privacy: { contact: privacy@example.org, deletePersonalDataAfterDays: 180 }
`;

export const aLetter = `---
recipient: [Harbor Commission, 1 Pier Road]
subject: Keep the Trees
closing: ["Respectfully,"]
---
Dear Members of the Commission:

Keep the trees.
`;

export const aRelease = `---
headline: "{{ organizations.count }} Organizations Urge Commission to Keep the Trees"
contacts: [{ name: Ana Ruiz, organization: Harbor Families, phone: 555-0142, email: ana@example.org }]
quotes: [{ text: "Keep them,", attribution: said Ana Ruiz., approved: true }]
---
They [sent a letter]({{ letter.url }}).
`;

export const aPressList = 'email,name,outlet,embargoed\ndesk@example.com,,The Example Ledger,no\n';

/** A campaign's folder without a mistake, but for the files that a test gives; `null` takes one away. */
export function aFolder(changed: Record<string, string | null> = {}): Map<string, string> {
  const files = new Map<string, string>();
  const valid = {
    'campaign.yaml': aCampaignYaml,
    'letter.md': aLetter,
    'release.md': aRelease,
    'press-list.csv': aPressList,
  };
  for (const [name, content] of Object.entries({ ...valid, ...changed }))
    if (content !== null) files.set(name, content);
  return files;
}

/** What was found in files, in English. */
export const inEnglish = <Checked extends { mistakes: Mistake[]; warnings: Localized<string>[] }>({
  mistakes,
  warnings,
  ...checked
}: Checked) => ({
  ...checked,
  mistakes: mistakesIn('en', mistakes),
  warnings: warningsIn('en', warnings),
});

export const read = (changed: Record<string, string | null> = {}, folder = 'harbor-trees') =>
  inEnglish(readCampaign(aFolder(changed), folder));

/** `campaign.yaml` with other lines: they replace those that begin with the same key, or are added. */
export function yamlWith(...lines: string[]): string {
  let yaml = aCampaignYaml;
  for (const line of lines) {
    const key = /^[^:]*/.exec(line)?.[0] ?? '';
    const old = new RegExp(`^${key}:.*\n(  .*\n)*`, 'm');
    yaml = old.test(yaml) ? yaml.replace(old, `${line}\n`) : `${yaml}${line}\n`;
  }
  return yaml;
}

/** Reads a folder with other lines in `campaign.yaml`. */
export const readYamlWith = (...lines: string[]) => read({ 'campaign.yaml': yamlWith(...lines) });

/** Mistakes as one short line each. */
export const told = ({ mistakes }: { mistakes: WordedMistake[] }): string[] =>
  mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`);
