import { burstsAmong, type Origin, originOf } from '../../sign-on/bursts.ts';
import { type Evidence, suspicion } from '../../sign-on/evidence.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type Standing, standingOf, standings } from '../../sign-on/standing.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

export interface ListedSignOn {
  signOn: SignOn;
  standing: Standing;
  /** What speaks against it: what was found at its button, and whether it came in a burst from one network. */
  evidence: Evidence[];
  /** 0 and more: how much speaks against it. */
  suspicion: number;
}

/**
 * A campaign's sign-ons as organizers look through them: what waits for their review first, the most suspicious on top,
 * then the rest by where it stands and by time. Reads all of them: for a person who asks, not for a request of the site.
 */
export async function listSignOns(
  store: Store,
  { slug, now, standing: wanted }: { slug: string; now: Date; standing?: Standing | undefined },
): Promise<ListedSignOn[]> {
  const found: { signOn: SignOn; standing: Standing; index: number }[] = [];
  const origins: (Origin | undefined)[] = [];
  for await (const signOn of allSignOns(store, slug)) {
    if (hasExpired(signOn.expiresAt, now)) continue;
    const standing = standingOf(signOn);
    if (wanted === undefined || standing === wanted) found.push({ signOn, standing, index: origins.length });
    origins.push(originOf(signOn));
  }
  const bursts = burstsAmong(origins);
  const listed = found.map(({ signOn, standing, index }): ListedSignOn => {
    const evidence = evidenceOf(signOn, bursts[index]);
    return { signOn, standing, evidence, suspicion: suspicion(evidence) };
  });
  return listed.toSorted(inOrder);
}

const evidenceOf = ({ flags = [] }: SignOn, signOns: number | undefined): Evidence[] =>
  signOns === undefined ? flags : [...flags, { flag: 'burst', signOns }];

const order: readonly Standing[] = ['waiting', ...standings.filter((standing) => standing !== 'waiting')];

function inOrder(one: ListedSignOn, other: ListedSignOn): number {
  const byStanding = order.indexOf(one.standing) - order.indexOf(other.standing);
  if (byStanding !== 0) return byStanding;
  const bySuspicion = one.standing === 'waiting' ? other.suspicion - one.suspicion : 0;
  return bySuspicion || timeOf(one.signOn).localeCompare(timeOf(other.signOn));
}

const timeOf = ({ confirmedAt, requestedAt }: SignOn): string => confirmedAt ?? requestedAt;
