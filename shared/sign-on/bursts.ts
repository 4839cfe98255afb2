import type { SignOn } from './sign-on.ts';

/** Sign-ons of one network within ten minutes that an organizer is told of: a meeting's table brings fewer. */
const leastBurst = 10;

const tenMinutes = 10 * 60_000;

/** Where words came from: the mark of a network, and when they were sent. */
export type Origin = NonNullable<SignOn['signedFrom']>;

/** Where the words that wait for their button came from; undefined where that is not kept. */
export const submissionOrigin = ({ network, requestedAt }: SignOn): Origin | undefined =>
  network === undefined ? undefined : { network, at: requestedAt };

/** Where a sign-on came from: what is signed, or else what was typed. A change that somebody else may have typed is no part of it. */
export const originOf = (signOn: SignOn): Origin | undefined =>
  signOn.signed ? signOn.signedFrom : submissionOrigin(signOn);

/**
 * How many sign-ons came from the same network within ten minutes before or after each, itself counted; only where they
 * are ten and more, and in the order given. Pure; its time grows with n log n, however many share a network.
 */
export function burstsAmong(origins: readonly (Origin | undefined)[]): (number | undefined)[] {
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
    let [first, end] = [0, 0];
    for (const { index, time } of sent) {
      while ((sent[first]?.time ?? time) < time - tenMinutes) first++;
      while (end < sent.length && (sent[end]?.time ?? time) <= time + tenMinutes) end++;
      if (end - first >= leastBurst) bursts[index] = end - first;
    }
  }
  return bursts;
}
