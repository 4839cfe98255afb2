import { Failure, failureOf } from '../../shared/failure.ts';

/** What one check found. A cure is present unless the state is `ok`. */
export interface Finding {
  /** Name of the check, for programs: `dkim`. */
  check: string;
  /** `stops`: mail or publication does not work before it is cured. */
  state: 'ok' | 'warning' | 'stops';
  /** One or two sentences. */
  says: string;
  cure?: string;
}

/** What was read, or why it could not be read. */
export type Reading<T> = { value: T } | { unread: Failure };

/** Reads without throwing. `permission` is IAM's name of the call, such as `ses:GetAccount`. */
export async function tryReading<T>(permission: string, read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { unread: unreadBecause(error, permission) };
  }
}

/** Errors of the network are plain, and have only a code. */
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

/** Checks what was read. What could not be read is a warning, since nothing is known of it. */
export function checkReading<T>(
  check: string,
  reading: Reading<T>,
  judge: (value: T) => Finding[],
): Finding[] {
  return 'value' in reading ? judge(reading.value) : [unreadFinding(check, reading.unread)];
}

function unreadFinding(check: string, { operation, code }: Failure): Finding {
  if (/^AccessDenied|^UnauthorizedOperation|^AuthorizationError/.test(code))
    return warning(
      check,
      `Not checked: your AWS credentials do not permit ${operation}.`,
      'Run it with the credentials of who deploys. Step 1 of docs/deploy.md lists the permissions.',
    );
  return warning(
    check,
    `Not checked: ${operation} did not answer (${code}).`,
    'Check the network of this machine, then run `campaign doctor` again.',
  );
}

/** For a stage whose outputs lack what a check needs. */
export const notInOutputs = (output: string): Reading<never> => ({
  unread: new Failure('refused', output, 'OutputMissing'),
});
