import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Node } from 'constructs';
import { parse, YAMLParseError } from 'yaml';
import { conflictsOf } from './conflicts.ts';
import { givenFlags, isObject, unknownFlags, withFlags } from './flags.ts';
import { type MailDomain, type Settings, settingsSchema } from './settings.ts';
import { mistakeText, WrongSetting } from './wrong-setting.ts';

/** One deployment of the system: what its file and the flags say, completed with defaults. */
export interface Stage extends Omit<Settings, 'mail' | 'keepData' | 'protected'> {
  /** The name of the stack and the prefix of everything in it. */
  name: string;
  mailDomains: MailDomain[];
  /** An existing SES configuration set to use. Without it, the stack creates one. */
  configurationSet?: string;
  /** The share of the account's sending rate that this stage uses, above 0 and at most 1. */
  shareOfSendingRate: number;
  /** Whether stored data outlives the stack. */
  keepsData: boolean;
  /** Whether that is the default, and nobody has said it. */
  keepsDataByDefault: boolean;
  /** Whether stack and table are protected from deletion. */
  isProtected: boolean;
  /** What happens to a resource that stores data when it is removed from the stack. */
  removal: RemovalPolicy;
  /** The file that the settings come from, if there is one: `stages/prod.yaml`. */
  file?: string;
  /** What `-c version=<text>` says of the code that is deployed. */
  version?: string;
}

/** Where the runbook says what to do: an address, or the path in the repository. */
export const runbookLink = ({ runbookUrl = 'docs/runbook.md' }: Stage, section: string): string =>
  `${runbookUrl}#${section}`;

const defaultFolder = join(import.meta.dirname, '..', '..', 'stages');

/**
 * Reads the stage that `-c stage=<name>` names (`dev` without it) from `stages/<name>.yaml` and the other flags. `-c
 * stagesFolder=<path>` reads another folder.
 *
 * @throws WrongSetting for the mistakes in it, each with file or flag, key and what to write
 */
export function readStage(node: Pick<Node, 'tryGetContext' | 'getAllContext'>): Stage {
  const unknown = unknownFlags(node);
  if (unknown.length > 0) throw new WrongSetting(unknown);
  const name = readName(node);
  const { path, file, settings } = readFile(name, node.tryGetContext('stagesFolder'));
  const flags = givenFlags(node);
  const parsed = settingsSchema.safeParse(withFlags(settings, flags));
  if (!parsed.success)
    throw new WrongSetting(parsed.error.issues.map((issue) => mistakeText(issue, { name, file, flags })));

  const { mail, keepData, protected: isProtected, ...others } = parsed.data;
  const isProduction = name === 'prod';
  const keepsData = keepData ?? isProduction;
  const mailDomains = mail.domains ?? defaultMailDomains(others.domain?.name, isProduction);
  const missing = [
    ...(isProduction && others.alarmEmails.length === 0
      ? [
          'alarmEmails: stage prod needs an address that gets the alarms. Write alarmEmails: [operator@example.org]',
        ]
      : []),
    ...(mailDomains.length === 0
      ? [
          'mail.domains: stage prod needs the domain that its mails come from. Write mail: { domains: [example.org] }',
        ]
      : []),
  ];
  const mistakes = [
    ...(missing.length > 0 && file === undefined
      ? [
          'does not exist, so the stage has no settings. Copy stages/prod.example.yaml, and write them there. If you had this file, you are in another version of the repository: bring the file back',
        ]
      : missing),
    ...conflictsOf({ ...others, mailDomains }),
  ];
  if (mistakes.length > 0) throw new WrongSetting(mistakes.map((mistake) => `${path}: ${mistake}.`));

  return {
    ...others,
    name,
    mailDomains,
    ...(mail.configurationSet && { configurationSet: mail.configurationSet }),
    shareOfSendingRate: mail.shareOfSendingRate,
    keepsData,
    keepsDataByDefault: keepData === undefined,
    isProtected,
    // A first deployment that fails must leave nothing that prevents the second.
    removal: keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    ...(file && { file }),
    ...readVersion(node.tryGetContext('version')),
  };
}

function readVersion(given: unknown): { version?: string } {
  if (given === undefined || given === '') return {};
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(String(given)))
    throw new WrongSetting([
      `-c version: "${String(given)}" must be 1 to 100 letters, digits, ".", "_" or "-".`,
    ]);
  return { version: String(given) };
}

/**
 * The stage's name. CloudFormation names resources after the stack, and seems to shorten `undersigned-<stage>` to 24
 * characters where a name may have 64. The commands find rules and alarms by that name, so it must not be shortened.
 */
function readName(node: Pick<Node, 'tryGetContext'>): string {
  const given: unknown = node.tryGetContext('stage');
  const name = given === undefined || given === '' ? 'dev' : String(given);
  if (!/^[a-z][a-z0-9]{0,11}$/.test(name))
    throw new WrongSetting([
      `-c stage: "${name}" must be 1 to 12 lower-case letters and digits, and begin with a letter.`,
    ]);
  return name;
}

/** `path` names the file for people, whether it exists or not. `file` is the same, if it exists. */
function readFile(
  name: string,
  folder: unknown,
): { path: string; file?: string; settings: Record<string, unknown> } {
  const isElsewhere = typeof folder === 'string' && folder !== '';
  if (isElsewhere && !existsSync(folder))
    throw new WrongSetting([`-c stagesFolder: there is no folder ${folder}. Correct the path.`]);
  const location = join(isElsewhere ? folder : defaultFolder, `${name}.yaml`);
  const file = isElsewhere ? location : `stages/${name}.yaml`;
  if (!existsSync(location)) {
    if (existsSync(location.replace(/yaml$/, 'yml')))
      throw new WrongSetting([`${file.replace(/yaml$/, 'yml')}: is not read. Rename it to ${name}.yaml.`]);
    return { path: file, settings: {} };
  }
  try {
    const settings: unknown = parse(readFileSync(location, 'utf8')) ?? {};
    if (isObject(settings)) return { path: file, file, settings };
  } catch (error) {
    if (error instanceof YAMLParseError && error.code === 'MULTIPLE_DOCS')
      throw new WrongSetting([`${file}: consists of several parts. Take out the lines "---".`]);
    throw new WrongSetting([`${file}: is not YAML. ${error instanceof Error ? error.message : ''}`.trim()]);
  }
  throw new WrongSetting([`${file}: must consist of lines such as "region: us-east-1".`]);
}

/** Emails come from the site's own domain unless the stage says otherwise. A stage for trials need not say anything. */
function defaultMailDomains(site: string | undefined, isProduction: boolean): MailDomain[] {
  const name = site ?? (isProduction ? undefined : 'example.org');
  return name === undefined ? [] : [{ name, existing: false, mailFrom: 'bounce' }];
}
