import { localTimeOf } from '../shared/campaign/local-time.ts';
import { longTime } from '../shared/i18n/formats.ts';

/**
 * An instant in the campaign's time zone with the zone's name, as in "December 2, 2026 at 10:00 AM EST". It has plain
 * spaces, so that a search finds it.
 */
export const timeText = (instant: string, timeZone: string): string =>
  longTime('en', timeZone, instant).replaceAll('\u00a0', ' ');

/** An instant in the campaign's time zone for a table, as in "2026-12-02 10:00". The table names the time zone. */
export const minuteText = (instant: string, timeZone: string): string =>
  localTimeOf(instant, timeZone).replace('T', ' ');
