import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-made-up';

/** A stage of the tests: what its file says, if it has one, and the flags of the synthesis. */
interface Variant {
  stage: string;
  file?: string;
  flags?: Record<string, string>;
}

const prodFile = `
alarmEmails: [operator@example.org]
mail: { domains: [example.org] }
`;

/** Each option of a stage is in at least one of these. */
const variants = {
  /** Nothing is given. */
  dev: { stage: 'dev' },
  prodByFlags: {
    stage: 'prod',
    flags: {
      domain: 'sign.example.org',
      certificateArn,
      mailDomain: 'letters.example.org',
      alarmEmail: 'operator@example.org',
    },
  },
  prod: { stage: 'prod', file: prodFile },
  prodInAnotherRegion: {
    stage: 'prod',
    file: prodFile.replace('[example.org]', '[{ name: example.org, mailFrom: bounce-eu }]'),
    flags: { region: 'eu-west-1' },
  },
  staging: {
    stage: 'staging',
    file: `
mail:
  domains: [{ name: example.org, existing: true }]
  shareOfSendingRate: 0.2
`,
  },
  everyOption: {
    stage: 'prod',
    file: `
account: "111122223333"
region: eu-central-1
alarmEmails: [operator@example.org, second@example.org]
runbookUrl: https://git.example.org/undersigned/docs/runbook.md
mail:
  domains:
    - example.org
    - { name: letters.example.net, mailFrom: returned }
    - { name: example.com, existing: true }
  shareOfSendingRate: 0.8
domain: { name: sign.example.org, certificateArn: "${certificateArn}" }
hostedZone: { id: Z0123456789ABC, name: example.org }
webAclArn: arn:aws:wafv2:us-east-1:111122223333:global/webacl/letters/00000000-made-up
limits: { networkFree: 1, networkBurst: 50, networkPerHour: 20, hurriedSeconds: 5, signOnsPerSecond: 100 }
logRetentionDays: 90
warmThroughput: { readUnitsPerSecond: 12000, writeUnitsPerSecond: 10000 }
keepData: true
protected: true
`,
    flags: { version: 'v1.2-3-gabcdef' },
  },
  everythingExists: {
    stage: 'shared',
    file: `
keepData: true
mail: { domains: [{ name: example.org, existing: true }], configurationSet: letters }
restoredTable:
  name: letters-restored
  streamArn: arn:aws:dynamodb:us-east-1:111122223333:table/letters-restored/stream/2026-11-28T12:00:00.000
`,
  },
  longestName: { stage: 'twelveletter', flags: { region: 'ap-southeast-2' } },
} satisfies Record<string, Variant>;
export type VariantName = keyof typeof variants;

const isVariantName = (name: string): name is VariantName => name in variants;
export const variantNames = Object.keys(variants).filter(isVariantName);

/** The context of a variant, after writing its file into a folder of its own below `folder`. */
export function contextOf(name: VariantName, folder: string): Record<string, string> {
  const { stage, file, flags }: Variant = variants[name];
  const stagesFolder = join(folder, name);
  mkdirSync(stagesFolder, { recursive: true });
  if (file !== undefined) writeFileSync(join(stagesFolder, `${stage}.yaml`), file);
  return { stage, stagesFolder, ...flags };
}
