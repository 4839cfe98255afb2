import type { Campaign } from '../campaign/campaign.ts';
import { EPOCH } from '../campaign/gate.ts';

/**
 * Warnings about times of a campaign that are past at `now`. Usually a year or a day is wrong. A campaign that is
 * applied again may have them rightly.
 */
export function pastTimeWarnings({ settings, gate }: Campaign, now: Date): string[] {
  const at = now.toISOString();
  const isOver = settings.closesAt !== undefined && settings.closesAt <= at;
  const isTimeOver = gate.notBefore !== EPOCH && gate.notBefore <= at;
  return [
    ...(isOver ? ['closes is in the past. Nobody can sign, and the page says that signing has closed.'] : []),
    ...(isTimeOver
      ? ['publication.notBefore is in the past. The letter is published as soon as enough have signed.']
      : []),
  ];
}
