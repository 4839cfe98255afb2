import type { SignOn } from './sign-on.ts';

/** Sign-ons of one network within ten minutes that an organizer is told of: a meeting's table brings fewer. */
const minBurst = 10;

const tenMinutes = 10 * 60_000;

/** Where words came from: the mark of a network, and when they were sent. */
export type SubmissionOrigin = NonNullable<SignOn['signedOrigin']>;

/** Where the words that wait for their button came from; undefined where that is not kept. */
export const submissionOrigin = ({ network, requestedAt }: SignOn): SubmissionOrigin | undefined =>
  network === undefined ? undefined : { network, at: requestedAt };

/** Where a sign-on came from, signed or not. A change that waits, which somebody else may have typed, is no part of it. */
export const originOf = (signOn: SignOn): SubmissionOrigin | undefined =>
  signOn.signed ? signOn.signedOrigin : submissionOrigin(signOn);

/**
 * The most sign-ons that came from the same network in any ten minutes that each is among; only where they are ten and more,
 * and in the order given. Pure; its time grows with n log n, however many share a network.
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

/** Of each of these times, which ascend, how many the fullest ten minutes have that it is among. */
function fullestWindows(times: readonly number[]): number[] {
  let end = 0;
  const windows = times.map((time, start) => {
    while (end < times.length && (times[end] ?? time) <= time + tenMinutes) end++;
    return { time, size: end - start };
  });
  // Windows that begin at most ten minutes before, each fuller than all that begin after it.
  const fullest: typeof windows = [];
  let first = 0;
  return windows.map((window) => {
    while (fullest.length > first && (fullest.at(-1)?.size ?? 0) <= window.size) fullest.pop();
    fullest.push(window);
    while ((fullest[first]?.time ?? window.time) < window.time - tenMinutes) first++;
    return fullest[first]?.size ?? window.size;
  });
}
