import { Failure, failureOf } from '../../shared/failure.ts';
import { runbookSectionOf } from '../runbook-section.ts';

/** What one check found. `cure` is present unless the state is `ok`. */
export interface Finding {
  /** Name of the check, for programs: `dkim`. */
  check: string;
  /** `stops`: emails or publication do not work until this is corrected. */
  state: 'ok' | 'warning' | 'stops';
  /** One or two sentences. */
  says: string;
  cure?: string;
}

/** What was read, or why it could not be read. */
export type ReadResult<T> = { value: T } | { unread: Failure };

/** Reads without throwing. `permission` is IAM's name of the call, such as `ses:GetAccount`. */
export async function tryRead<T>(permission: string, read: () => Promise<T>): Promise<ReadResult<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { unread: unreadBecause(error, permission) };
  }
}

/** Network errors have only a code, no name of their own. */
function unreadBecause(error: unknown, permission: string): Failure {
  const isPlain = error instanceof Error && error.name === 'Error' && 'code' in error;
  return isPlain ? new Failure('unavailable', permission, String(error.code)) : failureOf(error, permission);
}

export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says });

export const warning = (check: string, says: string, cure: string): Finding => ({
  check,
  state: 'warning',
  says,
  cure,
});

export const stops = (check: string, says: string, cure: string): Finding => ({
  check,
  state: 'stops',
  says,
  cure,
});

/**
 * Checks what was read. If it could not be read, the finding is a warning, because nothing is known about it, unless the
 * answer says that it is gone or damaged.
 */
export function checkResult<T>(
  check: string,
  reading: ReadResult<T>,
  judge: (value: T) => Finding[],
): Finding[] {
  return 'value' in reading ? judge(reading.value) : [unreadFinding(check, reading.unread)];
}

/** Cure of what a deployment does not bring back. */
export const changedByHand = '“What somebody changed by hand” in docs/runbook.md.';

/** Why something could not be read, and what to do. */
export function unreadFinding(check: string, { kind, operation, code, item, attributes }: Failure): Finding {
  if (/^AccessDenied|^UnauthorizedOperation|^AuthorizationError/.test(code))
    return warning(
      check,
      `Not checked: your AWS credentials do not permit ${operation}.`,
      'Run it with the credentials of the person who deploys the stage. Step 1 of docs/deploy.md lists the permissions.',
    );
  if (code === outputMissing)
    return warning(
      check,
      `Not checked: the stack has no output ${operation}.`,
      'Deploy the stage with this version of the repository.',
    );
  if (code === 'UnreadableItem')
    return stops(
      check,
      `The record ${item} of the table cannot be read${attributes ? ` (wrong: ${attributes})` : ''}.`,
      `“${runbookSectionOf(item)}” in docs/runbook.md.`,
    );
  if (/NotFound|DoesNotExist/.test(code))
    return stops(
      check,
      `${operation} answered ${code}: what the stage made does not exist. Somebody has deleted it.`,
      changedByHand,
    );
  if (kind === 'throttled')
    return warning(
      check,
      `Not checked: ${operation} was asked too often (${code}).`,
      'Run `campaign doctor` again in a minute.',
    );
  if (kind === 'refused')
    return warning(
      check,
      `Not checked: ${operation} was refused (${code}).`,
      'The AWS documentation of this call says what the code means.',
    );
  return warning(
    check,
    `Not checked: ${operation} did not answer (${code}).`,
    'Check the network of this machine, then run `campaign doctor` again.',
  );
}

const outputMissing = 'OutputMissing';

/** Used if the outputs of a stage lack what a check needs. */
export const notInOutputs = (output: string): ReadResult<never> => ({
  unread: new Failure('refused', output, outputMissing),
});
