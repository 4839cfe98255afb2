import * as z from 'zod';
import { type Letters, lettersSchema } from '../campaign/letter-hashes.ts';
import { type Settings, settingsSchema } from '../campaign/settings.ts';
import { settingsKey } from './keys.ts';
import type { Store } from './table.ts';

/**
 * The settings item: what `campaign.yaml` says, and beside it whether signing is paused or over, and which letter is
 * shown.
 */
export const settingsItemSchema = z.object({
  settings: settingsSchema,
  paused: z.boolean(),
  /** Absent where the last `apply` was before hashes were kept. */
  letters: lettersSchema.optional(),
  /** Taken down: nobody can sign, and no mail goes out. Stands here, too, since whoever takes sign-ons sees no gate. */
  takenDown: z.boolean().optional(),
});

export interface CampaignSettings {
  settings: Settings;
  paused: boolean;
  letters?: Letters | undefined;
  takenDown?: boolean | undefined;
}

/** Reads a campaign's settings consistently, past any cache. */
export const readSettings = (store: Store, slug: string): Promise<CampaignSettings | undefined> =>
  store.get(settingsItemSchema, settingsKey(slug));

const cacheMilliseconds = 5000;

/**
 * Reads a campaign's settings at most every five seconds, so that a crowd's submissions cost one write each.
 * An unknown slug is asked for again each time: it may be applied at any moment.
 */
export function cachedSettings(
  store: Store,
  now: () => Date,
): (slug: string) => Promise<CampaignSettings | undefined> {
  const cache = new Map<string, { readAt: number; value: CampaignSettings }>();
  return async (slug) => {
    const cached = cache.get(slug);
    if (cached && now().getTime() - cached.readAt < cacheMilliseconds) return cached.value;
    const value = await readSettings(store, slug);
    if (value) cache.set(slug, { readAt: now().getTime(), value });
    return value;
  };
}
