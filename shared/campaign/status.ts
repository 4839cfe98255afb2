import { type Gate, isThresholdReached } from './gate.ts';
import type { Settings } from './settings.ts';

/** A campaign's status as outsiders see it (`progress.json`, `status`). */
export type CampaignStatus =
  | 'scheduled'
  | 'collecting'
  | 'publishing'
  | 'published'
  | 'closed'
  | 'taken-down';

/**
 * `closed` means ended without publication. A published campaign stays `published` after its close. One that has enough
 * for its set time still waits for it.
 */
export function campaignStatus(settings: Settings, gate: Gate, now: Date): CampaignStatus {
  if (gate.status !== 'collecting') return gate.status;
  const at = now.toISOString();
  if (settings.opensAt && at < settings.opensAt) return 'scheduled';
  const atItsTime = new Date(Math.max(now.getTime(), Date.parse(gate.notBefore)));
  const mayBePublished = gate.forced === 'yes' || isThresholdReached(gate, atItsTime);
  if (settings.closesAt && at >= settings.closesAt && !mayBePublished) return 'closed';
  return 'collecting';
}

export type Openness = 'open' | 'not-open-yet' | 'closed' | 'paused';

/** Whether a new sign-on is accepted at `now`, and why not. */
export function openness(settings: Settings, paused: boolean, now: Date): Openness {
  const at = now.toISOString();
  if (settings.opensAt && at < settings.opensAt) return 'not-open-yet';
  if (settings.closesAt && at >= settings.closesAt) return 'closed';
  return paused ? 'paused' : 'open';
}

/** A campaign as it was read, and when. */
export interface CampaignState {
  settings: Settings;
  paused: boolean;
  gate: Gate;
  now: Date;
}

/**
 * Status and openness in one word. If it differs from what the pages show, time or a command has changed the campaign.
 */
export const renderedStateOf = ({ settings, paused, gate, now }: CampaignState): string =>
  `${campaignStatus(settings, gate, now)} ${openness(settings, paused, now)}`;
