import { type Gate, waitingFor } from '../campaign/gate.ts';
import { oncePerOrganization, signatoryOf } from '../content/signatories.ts';
import { Failure } from '../failure.ts';
import { log } from '../log.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readGate } from '../store/gate.ts';
import type { Lease } from '../store/lease.ts';
import { claimSnapshot, returnToCollecting } from '../store/publication.ts';
import { readSettings } from '../store/settings.ts';
import { allSignOns } from '../store/sign-ons.ts';
import type { Store } from '../store/table.ts';
import { countSignOns } from '../store/tally.ts';
import { readText } from '../store/texts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Sees to it that an opened gate has its claimed snapshot: counts again, freezes, claims. The first snapshot that is
 * claimed wins; whoever comes second goes on from it.
 *
 * @returns the gate with its snapshot, or none when the recount fell short (it is collecting again) or the lease is lost
 */
export async function claimedGate(
  dependencies: SiteDependencies,
  lease: Lease,
  gate: Gate,
): Promise<Gate | undefined> {
  if (gate.snapshot) return gate;
  const { store, now, newUlid } = dependencies;
  const eligible = await recount(dependencies, lease);
  const found = numbersOf(eligible);
  if (waitingFor({ ...gate, ...found }, now()).includes('threshold')) {
    log('error', 'recount short', { slug: gate.slug, count: found.organizations + found.individuals });
    await returnToCollecting(store, lease, { gate, found, now: now(), newUlid });
    return undefined;
  }
  const snapshot = await freeze(store, gate, eligible, now());
  const key = `snapshots/${gate.slug}/${newUlid()}.json`;
  await dependencies.privateFiles.put({
    key,
    body: JSON.stringify(snapshot),
    contentType: 'application/json',
    cacheControl: 'no-store',
  });
  await claimSnapshot(store, lease, { key, ...found, publishedOn: snapshot.publishedOn });
  const claimed = await readGate(store, gate.slug);
  return claimed?.snapshot && claimed.lease === lease.mark ? claimed : undefined;
}

/** Every eligible sign-on, read consistently, one for each organization; counts that are still owed are settled. */
async function recount({ store, newUlid }: SiteDependencies, lease: Lease): Promise<SignOn[]> {
  const { slug } = lease;
  const eligible: SignOn[] = [];
  const uncounted: SignOn[] = [];
  for await (const signOn of allSignOns(store, slug)) {
    await lease.keep();
    if (signOn.eligible !== signOn.counted) uncounted.push(signOn);
    if (signOn.eligible === 'yes') eligible.push(signOn);
  }
  await countSignOns(store, slug, uncounted, newUlid);
  return oncePerOrganization(eligible);
}

function numbersOf(signOns: SignOn[]): { organizations: number; individuals: number } {
  const organizations = signOns.filter(({ kind }) => kind === 'organization').length;
  return { organizations, individuals: signOns.length - organizations };
}

async function freeze(store: Store, gate: Gate, eligible: SignOn[], now: Date): Promise<Snapshot> {
  const { slug, thresholdOrganizations, thresholdIndividuals } = gate;
  const campaign = await readSettings(store, slug);
  if (!campaign) throw new Failure('refused', 'freeze', 'NoSettings');
  const { settings } = campaign;
  const of = { slug, language: settings.language };
  const letter = await readText(store, { ...of, document: 'letter' });
  const release = await readText(store, { ...of, document: 'release' });
  if (letter === undefined || release === undefined) throw new Failure('refused', 'freeze', 'NoTexts');
  return {
    slug,
    publishedOn: now.toISOString(),
    ...numbersOf(eligible),
    thresholdOrganizations,
    thresholdIndividuals,
    settings,
    letter,
    release,
    signatories: eligible.map((signOn) => signatoryOf(signOn, null)),
  };
}
