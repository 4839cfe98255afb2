import * as z from 'zod';
import type { Gate } from '../../campaign/gate.ts';
import { afterPrefix, campaignPartition, historyKey, prefixes } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

/** By how much counts change. */
export interface CountChange {
  organizations: number;
  individuals: number;
}

const hourMilliseconds = 3_600_000;

/**
 * Adds a change of the counts to its hour, in the transaction of the change, so that it is neither lost nor added
 * twice. The condition fails only for an hour that was damaged, since DynamoDB compares a number only with numbers.
 */
export const historyUpdate = (
  slug: string,
  { organizations, individuals }: CountChange,
  now: Date,
): Update => ({
  key: historyKey(slug, now.toISOString().slice(0, 13)),
  update: 'ADD organizations :organizations, individuals :individuals',
  condition: `(attribute_not_exists(organizations) OR organizations < :anyNumber)
    AND (attribute_not_exists(individuals) OR individuals < :anyNumber)`,
  values: {
    ':organizations': organizations,
    ':individuals': individuals,
    ':anyNumber': Number.MAX_SAFE_INTEGER,
  },
});

const hourSchema = z.object({ SK: z.string(), organizations: z.int(), individuals: z.int() });

/** How many were counted at an instant. */
export interface HistoryPoint extends CountChange {
  at: string;
}

/** Hours with changes that one page shows: six weeks of a campaign whose counts change every hour. */
const maxHours = 1000;

/**
 * The counts at the end of each hour in which they changed, the earliest first. The last one equals the gate's counts.
 * The number of items read is limited; of a longer history, the latest part is read.
 */
export async function readHistory(
  store: Store,
  { slug, organizations, individuals }: Pick<Gate, 'slug' | 'organizations' | 'individuals'>,
  now: Date,
): Promise<HistoryPoint[]> {
  const { items } = await store.query(hourSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.history,
    newestFirst: true,
    limit: maxHours,
    consistent: false,
  });
  const left = { organizations, individuals };
  const points = items.map((hour): HistoryPoint => {
    const begins = Date.parse(`${afterPrefix(hour.SK)}:00:00.000Z`);
    const at = new Date(Math.min(begins + hourMilliseconds, now.getTime())).toISOString();
    const point = { at, ...left };
    left.organizations -= hour.organizations;
    left.individuals -= hour.individuals;
    return point;
  });
  return points.reverse();
}
