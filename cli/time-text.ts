import { longTime } from '../shared/i18n/formats.ts';

/** An instant as organizers read it in their terminal, in the campaign's time zone; with plain spaces, so that it can be searched for. */
export const timeText = (instant: string, timeZone: string): string =>
  longTime('en', timeZone, instant).replaceAll('\u00a0', ' ');
