import type { SignOn } from './sign-on.ts';

/** Sign-ons of one network within ten minutes that an organizer is told of. A table at a meeting brings fewer. */
const minBurst = 10;

const tenMinutes = 10 * 60_000;

/** The origin of a submission: the mark of its network, and when it was sent. */
export type SubmissionOrigin = NonNullable<SignOn['signedOrigin']>;

/** The origin of the submission that waits for confirmation. Undefined if it is not stored. */
export const submissionOrigin = ({ network, requestedAt }: SignOn): SubmissionOrigin | undefined =>
  network === undefined ? undefined : { network, at: requestedAt };

/**
 * The origin of a sign-on, signed or not. A change that waits does not count, since somebody else may have typed it.
 */
export const originOf = (signOn: SignOn): SubmissionOrigin | undefined =>
  signOn.signed ? signOn.signedOrigin : submissionOrigin(signOn);

/**
 * For each sign-on: the most sign-ons that came from its network in any ten minutes that include it, if that is ten or
 * more. In the given order. Pure; takes n log n time.
 */
export function burstsAmong(origins: readonly (SubmissionOrigin | undefined)[]): (number | undefined)[] {
  const byNetwork = new Map<string, { index: number; time: number }[]>();
  for (const [index, origin] of origins.entries()) {
    if (!origin) continue;
    const sent = { index, time: Date.parse(origin.at) };
    const others = byNetwork.get(origin.network);
    if (others) others.push(sent);
    else byNetwork.set(origin.network, [sent]);
  }
  const bursts = new Array<number | undefined>(origins.length).fill(undefined);
  for (const sent of byNetwork.values()) {
    sent.sort((one, other) => one.time - other.time);
    const most = fullestWindows(sent.map(({ time }) => time));
    for (const [place, { index }] of sent.entries()) {
      const signOns = most[place] ?? 0;
      if (signOns >= minBurst) bursts[index] = signOns;
    }
  }
  return bursts;
}

/** For each of these ascending times: how many are in the fullest ten minutes that include it. */
function fullestWindows(times: readonly number[]): number[] {
  let end = 0;
  const windows = times.map((time, start) => {
    while (end < times.length && (times[end] ?? time) <= time + tenMinutes) end++;
    return { time, size: end - start };
  });
  // Windows that begin at most ten minutes before, each fuller than all later ones.
  const fullest: typeof windows = [];
  let first = 0;
  return windows.map((window) => {
    while (fullest.length > first && (fullest.at(-1)?.size ?? 0) <= window.size) fullest.pop();
    fullest.push(window);
    while ((fullest[first]?.time ?? window.time) < window.time - tenMinutes) first++;
    return fullest[first]?.size ?? window.size;
  });
}
