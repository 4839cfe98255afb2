import type { Gate } from './gate.ts';
import type { Settings } from './settings.ts';
import { campaignStatus, openness } from './status.ts';

const day = 24 * 60 * 60_000;

/**
 * When a campaign's personal data is erased: this many days after publication or close, whichever is later. Undefined
 * as long as there is neither.
 */
export function deletionDate(
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
 * Whether the date has come and no erasure has begun. A letter that may still be published keeps its signers. If
 * signing was opened again after an erasure, later sign-ons are erased the next day.
 */
export function isErasureDue(settings: Settings, paused: boolean, gate: Gate, now: Date): boolean {
  if (gate.erasureId !== undefined) return false;
  const status = campaignStatus(settings, gate, now);
  if (status !== 'published' && status !== 'taken-down' && status !== 'closed') return false;
  const date = deletionDate(settings, gate.publishedAt);
  if (date === undefined || date > now.toISOString()) return false;
  if (gate.erasedAt === undefined) return true;
  return openness(settings, paused, now) === 'open' && Date.parse(gate.erasedAt) + day <= now.getTime();
}
