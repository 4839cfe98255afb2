import type { Campaign } from '../campaign/campaign.ts';
import { EPOCH } from '../campaign/gate.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';

/**
 * Warnings about times of a campaign that are past at `now`. Usually a year or a day is wrong. A campaign that is
 * applied again may have them rightly.
 */
export function pastTimeWarnings({ settings, gate }: Campaign, now: Date): Localized<string>[] {
  const at = now.toISOString();
  const isOver = settings.closesAt !== undefined && settings.closesAt <= at;
  const isTimeOver = gate.notBefore !== EPOCH && gate.notBefore <= at;
  const warnings: Localized<string>[] = [];
  if (isOver) warnings.push((t) => t.warnings.isClosed);
  if (isTimeOver) warnings.push((t) => t.warnings.isDue);
  return warnings;
}
