import type { Gate } from './gate.ts';
import { erasureDate } from './retention.ts';
import type { Settings } from './settings.ts';
import { campaignStatus } from './status.ts';

/** What a time in the settings brings about. */
export interface NextEvent {
  event: 'opens' | 'closes' | 'publication' | 'erasure';
  at: string;
}

/**
 * What time alone brings about in a campaign, the earliest first: signing opens and closes, the publication time of a
 * letter that is not published, and the erasure of personal data.
 */
export function nextEvents(settings: Settings, gate: Gate, now: Date): NextEvent[] {
  const { opensAt, closesAt } = settings;
  const isCollecting = ['scheduled', 'collecting', 'closed'].includes(campaignStatus(settings, gate, now));
  const erasure = gate.erasureId === undefined ? erasureDate(settings, gate.publishedAt) : undefined;
  const times: [NextEvent['event'], string | undefined][] = [
    ['opens', opensAt],
    ['closes', closesAt],
    ['publication', isCollecting ? gate.notBefore : undefined],
    ['erasure', erasure],
  ];
  return times
    .flatMap(([event, at]) => (at !== undefined && at > now.toISOString() ? [{ event, at }] : []))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}
