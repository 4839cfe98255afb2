import type { Gate } from './gate.ts';
import type { Settings } from './settings.ts';
import { campaignStatus, openness } from './status.ts';

const day = 24 * 60 * 60_000;

/**
 * When a campaign's personal data is erased: this many days after publication or close, whichever is later. Undefined
 * as long as there is neither.
 */
export function erasureDate(
  { closesAt, privacy }: Pick<Settings, 'closesAt' | 'privacy'>,
  publishedAt: string | undefined,
): string | undefined {
  const last = [closesAt, publishedAt]
    .filter((instant) => instant !== undefined)
    .sort()
    .at(-1);
  return last && new Date(Date.parse(last) + privacy.deletePersonalDataAfterDays * day).toISOString();
}

/**
 * Whether the date has come and no erasure has begun. A letter that may still be published keeps its signers. What is
 * stored during an erasure or after it is erased a day later: sign-ons if signing was opened again, imported ones,
 * and lists.
 */
export function isErasureDue(settings: Settings, paused: boolean, gate: Gate, now: Date): boolean {
  const { erasureId, erasedAt, personalDataAt = '' } = gate;
  if (erasureId !== undefined) return false;
  const status = campaignStatus(settings, gate, now);
  if (status !== 'published' && status !== 'taken-down' && status !== 'closed') return false;
  const date = erasureDate(settings, gate.publishedAt);
  if (date === undefined || date > now.toISOString()) return false;
  if (erasedAt === undefined) return true;
  // An import can take a while, and an erasure too: what began less than a day before its end may not be erased.
  const hasMore =
    openness(settings, paused, now) === 'open' || Date.parse(personalDataAt) + day > Date.parse(erasedAt);
  const last = Date.parse(personalDataAt > erasedAt ? personalDataAt : erasedAt);
  return hasMore && last + day <= now.getTime();
}
