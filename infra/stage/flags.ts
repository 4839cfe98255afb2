import type { Node } from 'constructs';
import * as z from 'zod';

interface Flag {
  /** The place of the value in a stage file. */
  path: string[];
  /**
   * Converts the text after `-c name=` to that value. Text that cannot be converted stays text, and the schema
   * refuses it.
   */
  read: (text: string) => unknown;
}

const text = (value: string): string => value;
const list = (value: string): string[] => value.split(',').map((part) => part.trim());
const numberOf = (value: string): unknown => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : value);
const booleanOf = (value: string): unknown =>
  value === 'true' || value === 'false' ? value === 'true' : value;

/** Settings that `-c <name>=<value>` sets for one synthesis. They override the stage file. */
const flags: Record<string, Flag> = {
  account: { path: ['account'], read: text },
  region: { path: ['region'], read: text },
  alarmEmail: { path: ['alarmEmails'], read: list },
  mailDomain: { path: ['mail', 'domains'], read: list },
  domain: { path: ['domain', 'name'], read: text },
  certificateArn: { path: ['domain', 'certificateArn'], read: text },
  webAclArn: { path: ['webAclArn'], read: text },
  networkFree: { path: ['limits', 'networkFree'], read: numberOf },
  networkBurst: { path: ['limits', 'networkBurst'], read: numberOf },
  networkPerHour: { path: ['limits', 'networkPerHour'], read: numberOf },
  hurriedSeconds: { path: ['limits', 'hurriedSeconds'], read: numberOf },
  signOnsPerSecond: { path: ['limits', 'signOnsPerSecond'], read: numberOf },
  keepData: { path: ['keepData'], read: booleanOf },
  protected: { path: ['protected'], read: booleanOf },
};

/** Flags that are not settings: two choose the file, and one says which version is deployed. */
const otherFlags = ['stage', 'stagesFolder', 'version'];

/**
 * What of the context looks like a flag and is none, such as a misspelled one, which would be ignored. The CDK's own
 * context has punctuation in its names.
 */
export const unknownFlags = (node: Pick<Node, 'getAllContext'>): string[] =>
  Object.keys(z.record(z.string(), z.unknown()).parse(node.getAllContext()))
    .filter((name) => /^[A-Za-z]+$/.test(name) && !(name in flags) && !otherFlags.includes(name))
    .map(
      (name) =>
        `-c ${name}: is no flag. Correct the spelling, or write the setting into the stage file; docs/deploy.md lists all flags.`,
    );

export interface GivenFlag {
  name: string;
  path: string[];
  value: unknown;
}

/** The flags of this synthesis, including the context of `cdk.json`. An empty text means "not given". */
export function givenFlags(node: Pick<Node, 'tryGetContext'>): GivenFlag[] {
  return Object.entries(flags).flatMap(([name, { path, read }]) => {
    const given: unknown = node.tryGetContext(name);
    if (given === undefined || given === null || given === '') return [];
    return [{ name, path, value: typeof given === 'string' ? read(given) : given }];
  });
}

/** The settings with the flags applied. The settings that were passed in do not change. */
export function withFlags(settings: Record<string, unknown>, given: GivenFlag[]): Record<string, unknown> {
  return given.reduce((merged, { path, value }) => setAt(merged, path, value), settings);
}

function setAt(
  settings: Record<string, unknown>,
  [key = '', ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...settings, [key]: value };
  const inner = settings[key];
  return { ...settings, [key]: setAt(isObject(inner) ? inner : {}, rest, value) };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
