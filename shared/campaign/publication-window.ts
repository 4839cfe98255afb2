import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** As `campaign.yaml` writes them. A week begins on Monday (ISO 8601). */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Hours in which a campaign may be published, in local time of its time zone. */
export const publicationWindowSchema = z.object({
  timeZone: z.string(),
  days: z.array(z.enum(weekdays)),
  /** `09:00`: the first minute inside. */
  from: z.string(),
  /** `17:00`: the first minute after it. `24:00` is the end of the day. */
  to: z.string(),
});
export type PublicationWindow = z.infer<typeof publicationWindowSchema>;

/** Whether the local time in the window's zone is inside the window. */
export const isInWindow = (window: PublicationWindow, at: Date): boolean =>
  isWithin(window, zonedAt(window, at));

function isWithin({ days, from, to }: PublicationWindow, local: Temporal.ZonedDateTime): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return days.some((day) => weekdays.indexOf(day) + 1 === local.dayOfWeek) && from <= time && time < to;
}

const zonedAt = ({ timeZone }: PublicationWindow, at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** Two weeks, since clocks that are put forward can skip a window of one day in a week. */
const daysAhead = 15;

/**
 * The first instant at or after `at` that is inside the window. A window opens at its `from` (perhaps twice in the
 * night when clocks are put back), or when clocks are put forward over it.
 */
export function nextOpening(window: PublicationWindow, at: Date): Date | undefined {
  const start = zonedAt(window, at);
  if (isWithin(window, start)) return at;
  const [hour = 0, minute = 0] = window.from.split(':').map(Number);
  const openings: Temporal.ZonedDateTime[] = [];
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const opening = start.toPlainDate().add({ days: ahead }).toPlainDateTime({ hour, minute });
    for (const disambiguation of ['earlier', 'later'] as const)
      openings.push(opening.toZonedDateTime(window.timeZone, { disambiguation }));
  }
  const end = start.add({ days: daysAhead });
  for (let change = nextClockChange(start); change; change = nextClockChange(change)) {
    if (Temporal.ZonedDateTime.compare(change, end) > 0) break;
    openings.push(change);
  }
  const [first] = openings
    .filter((opening) => Temporal.ZonedDateTime.compare(opening, start) > 0 && isWithin(window, opening))
    .toSorted(Temporal.ZonedDateTime.compare);
  return first && new Date(first.epochMilliseconds);
}

const nextClockChange = (after: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null =>
  after.getTimeZoneTransition('next');
