import { Failure, failureOf } from '../../shared/failure.ts';

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

/** Checks what was read. If it could not be read, the finding is a warning, because nothing is known about it. */
export function checkResult<T>(
  check: string,
  reading: ReadResult<T>,
  judge: (value: T) => Finding[],
): Finding[] {
  return 'value' in reading ? judge(reading.value) : [unreadFinding(check, reading.unread)];
}

function unreadFinding(check: string, { operation, code }: Failure): Finding {
  if (/^AccessDenied|^UnauthorizedOperation|^AuthorizationError/.test(code))
    return warning(
      check,
      `Not checked: your AWS credentials do not permit ${operation}.`,
      'Run it with the credentials of the person who deploys the stage. Step 1 of docs/deploy.md lists the permissions.',
    );
  return warning(
    check,
    `Not checked: ${operation} did not answer (${code}).`,
    'Check the network of this machine, then run `campaign doctor` again.',
  );
}

/** Used if the outputs of a stage lack what a check needs. */
export const notInOutputs = (output: string): ReadResult<never> => ({
  unread: new Failure('refused', output, 'OutputMissing'),
});
