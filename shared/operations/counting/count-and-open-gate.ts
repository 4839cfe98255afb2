import type { Context } from '../../context.ts';
import { readGate } from '../../table/gate.ts';
import type { Store } from '../../table/table.ts';
import { countSignOns, type UncountedSignOn } from './count-sign-ons.ts';
import { notifyBelowThreshold } from './notify-below-threshold.ts';
import { notifyMilestones } from './notify-milestones.ts';
import { openGateIfDue } from './open-gate.ts';

/**
 * Counts, and then always reads the gate: whoever counts the last sign-on opens it. If the function dies in between,
 * its batch comes again and finds the gate still shut.
 *
 * @returns how many sign-ons were counted or uncounted
 */
export async function countAndOpenGate(
  { store, now, newUlid }: { store: Store } & Pick<Context, 'now' | 'newUlid'>,
  slug: string,
  uncounted: Iterable<UncountedSignOn>,
): Promise<number> {
  const moved = await countSignOns(store, slug, uncounted, { now, newUlid });
  const gate = await readGate(store, slug);
  if (!gate) return moved;
  // First, so that an error in what follows cannot delay a publication.
  await openGateIfDue(store, gate, now());
  await notifyMilestones(store, gate, { now: now(), newUlid });
  await notifyBelowThreshold(store, gate, { now: now(), newUlid });
  return moved;
}
