import { type Gate, gateObstacles } from '../campaign/gate.ts';
import { Failure } from '../failure.ts';
import { log } from '../log.ts';
import { agreedToOtherLetter, askSignOn } from '../operations/applying/ask-again.ts';
import { countSignOns } from '../operations/counting/count-sign-ons.ts';
import { listedSignOns } from '../operations/listing/listed-sign-ons.ts';
import { newPromotionCheck } from '../operations/listing/promotion-check.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { claimSnapshot, returnToCollecting } from '../operations/publishing/publication-transitions.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import { readLogos, readText, readTranslations } from '../table/texts.ts';
import { signOnRows } from './sign-on-rows.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { newSnapshotIds, type Snapshot } from './snapshot.ts';

/**
 * Makes sure that an opened gate has a claimed snapshot: counts again, writes a snapshot, claims it. The first claimed
 * snapshot wins; a later caller continues from it.
 *
 * @returns the gate with its snapshot; undefined if the recount found too few (it is collecting again) or the lease is
 * lost
 */
export async function ensureClaimedSnapshot(
  dependencies: SiteDependencies,
  lease: Lease,
  gate: Gate,
): Promise<Gate | undefined> {
  if (gate.snapshot) return gate;
  const { store, now, newUlid, privateFiles } = dependencies;
  const { key, list, ...found } = await recountUntilComplete(dependencies, lease);
  if (gateObstacles({ ...gate, ...found }, now()).includes('threshold')) {
    log('error', 'recount short', { slug: gate.slug, count: found.organizations + found.individuals });
    await returnToCollecting(store, lease, { gate, found, now: now(), newUlid });
    return undefined;
  }
  const snapshot: Snapshot = { ...(await frozenTexts(store, gate, now())), ...found, ...list };
  await privateFiles.put({
    key,
    body: JSON.stringify(snapshot),
    contentType: 'application/json',
    cacheControl: 'no-store',
  });
  await claimSnapshot(store, lease, { key, ...found, publishedAt: snapshot.publishedAt });
  const claimed = await readGate(store, gate.slug);
  return claimed?.snapshot && claimed.lease === lease.leaseId ? claimed : undefined;
}

type Recounted = Pick<Snapshot, 'organizations' | 'individuals'> & {
  /** Of the snapshot, in private files. */
  key: string;
  list: Pick<Snapshot, 'parts' | 'signatories'>;
};

/** Reads all rows again if an organizer's decision made the reading leave an organization out. */
async function recountUntilComplete(dependencies: SiteDependencies, lease: Lease): Promise<Recounted> {
  for (;;) {
    const { isComplete, ...recounted } = await recount(dependencies, lease);
    if (isComplete) return recounted;
    log('info', 'recount repeated', { slug: lease.slug });
  }
}

/** Rows that are counted at once. */
const countedAtOnce = 980;

/**
 * Reads every eligible sign-on consistently, one for each organization, and settles outstanding counts. Whoever agreed
 * to another letter than the one that is frozen is asked again and not printed. They signed while `apply`
 * was asking the others.
 */
async function recount(
  dependencies: SiteDependencies,
  lease: Lease,
): Promise<Recounted & { isComplete: boolean }> {
  const { store, privateFiles, now, newUlid } = dependencies;
  const { slug } = lease;
  const key = `snapshots/${slug}/${newUlid()}.json`;
  const letters = (await readSettings(store, slug))?.letters;
  const rows = signOnRows(dependencies, lease);
  const { add, list } = newSnapshotIds(privateFiles, key);
  const promotions = newPromotionCheck(store, slug);
  const found = { organizations: 0, individuals: 0 };
  async function* counted(): AsyncGenerator<SignOn> {
    let uncounted: SignOn[] = [];
    for await (const signOn of rows.readAll()) {
      if (signOn.eligible === 'yes' && agreedToOtherLetter(signOn, letters)) {
        await askSignOn(store, { signOn, letters, now: now(), newUlid });
        continue;
      }
      promotions.takeRow(signOn);
      if (signOn.eligible !== signOn.counted) uncounted.push(signOn);
      if (uncounted.length === countedAtOnce) {
        await countSignOns(store, slug, uncounted, { now, newUlid });
        uncounted = [];
      }
      yield signOn;
    }
    await countSignOns(store, slug, uncounted, { now, newUlid });
  }
  for await (const signOn of listedSignOns(counted())) {
    if (signOn.kind === 'organization') found.organizations++;
    else found.individuals++;
    await add(signOn.id);
  }
  return { ...found, key, list: list(), isComplete: !(await promotions.hasMissedOne()) };
}

type FrozenTexts = Omit<Snapshot, 'organizations' | 'individuals' | 'parts' | 'signatories'>;

async function frozenTexts(store: Store, gate: Gate, now: Date): Promise<FrozenTexts> {
  const { slug, thresholdOrganizations, thresholdIndividuals } = gate;
  const campaign = await readSettings(store, slug);
  if (!campaign) throw new Failure('refused', 'freeze', 'NoSettings');
  const { settings } = campaign;
  const of = { slug, language: settings.language };
  const letter = await readText(store, { ...of, document: 'letter' });
  const release = await readText(store, { ...of, document: 'release' });
  const logos = await readLogos(store, settings);
  const translations = await readTranslations(store, settings);
  if (letter === undefined || release === undefined) throw new Failure('refused', 'freeze', 'NoTexts');
  return {
    slug,
    publishedAt: now.toISOString(),
    thresholdOrganizations,
    thresholdIndividuals,
    settings,
    letter,
    release,
    ...(logos.length > 0 && { logos }),
    ...(translations.length > 0 && { translations }),
  };
}
