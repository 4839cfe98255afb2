import type * as z from 'zod';
import type { GivenFlag } from './flags.ts';

/**
 * Settings that cannot work. The sentences are where each setting is checked: settings.ts, conflicts.ts, stage.ts and
 * flags.ts. The message has one line for each mistake, with its file or flag, its key, and what to write.
 */
export class WrongSetting extends Error {
  constructor(mistakes: string[]) {
    super(mistakes.join('\n'));
  }
}

/** One mistake as a sentence for the operator. */
export function mistakeText(
  issue: z.core.$ZodIssue,
  { name, file, flags }: { name: string; file: string | undefined; flags: GivenFlag[] },
): string {
  const key = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  const path = key.join('').replace(/^\./, '');
  const flag = flags.find((given) => given.path.every((part, index) => issue.path[index] === part));
  const place = flag ? `-c ${flag.name}` : `${file ?? `stages/${name}.yaml`}: ${path}`;
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((unknownKey) => `"${unknownKey}"`).join(', ');
    const holder = path === '' ? place.replace(/ $/, '') : `${place}:`;
    return `${holder} ${unknown} is no setting. Correct the spelling or take it out; docs/deploy.md lists all settings.`;
  }
  return `${place}: ${issue.message}.`.replace(/\.\.$/, '.');
}
