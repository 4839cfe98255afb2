import * as z from 'zod';

const yes = [true, 'on', 'true', 'yes'] as const;
const no = [false, 'off', 'false', 'no'] as const;

/**
 * Whether a box was ticked, as programs (`true`), forms (`on`) and tables (`yes`) say it; undefined: it says neither.
 */
export function readTick(given: unknown): boolean | undefined {
  const said = typeof given === 'string' ? given.trim().toLowerCase() : given;
  if (yes.some((word) => word === said)) return true;
  return no.some((word) => word === said) ? false : undefined;
}

/** A box that was ticked or not. */
export const tick = z.pipe(
  z.literal([...yes, ...no], { error: 'invalid-choice' }),
  z.transform((given) => readTick(given) === true),
);
