import { Temporal } from 'temporal-polyfill';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The form `2026-11-01T09:00`, whether or not that day exists. */
export function looksLikeLocalTime(text: string): boolean {
  return form.test(text);
}

/** `2026-11-01T09:00`: a day and minute of the calendar, in any zone. */
export function isLocalTime(text: string): boolean {
  return form.test(text) && plain(text) !== undefined;
}

/**
 * A name of the IANA time zone database. Offsets such as +02:00 and Etc/GMT-2 are refused, since they have no daylight
 * saving time, and the sign of the latter is the opposite of what people expect.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || /^etc\/gmt[+-]?[1-9]/i.test(name)) return false;
  try {
    // `Intl` knows old names such as AST that Temporal refuses.
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a text that people type: a local time of the zone (2026-12-02T10:00), or an instant with its offset
 * (2026-12-02T15:00:00Z). ISO 8601 UTC with milliseconds; `undefined` if it is neither, or clocks skip it.
 */
export function readInstant(text: string, timeZone: string): string | undefined {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (!isInstant) return instantOf(text, timeZone);
  // `Date` would read the 30th of February as the 2nd of March.
  return unlessInvalid(() => isoUtc(Temporal.Instant.from(text)));
}

/**
 * The first instant of a day (2026-12-02) in a zone: not midnight where clocks skip it. `undefined` if the text is no
 * day of the calendar.
 */
export function startOfDay(day: string, timeZone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  return unlessInvalid(() =>
    isoUtc(Temporal.PlainDate.from(day, { overflow: 'reject' }).toZonedDateTime(timeZone)),
  );
}

/**
 * The instant of a local time (ISO 8601 UTC with milliseconds); `undefined` if clocks skip it in that zone. If it
 * occurs twice, the earlier one.
 */
export function instantOf(localTime: string, timeZone: string): string | undefined {
  const local = plain(localTime);
  if (!local) return undefined;
  const zoned = unlessInvalid(() => local.toZonedDateTime(timeZone, { disambiguation: 'earlier' }));
  return zoned?.toPlainDateTime().equals(local) ? isoUtc(zoned) : undefined;
}

/** The local time (`2026-11-01T09:00`) of an instant, as `campaign.yaml` writes it. */
export function localTimeOf(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The first instant after the minute that begins at `instant`. */
export function minuteAfter(instant: string): string {
  return new Date(Date.parse(instant) + 60_000).toISOString();
}

/** The start of the minute that ends at `instant`. */
export function minuteBefore(instant: string): string {
  return new Date(Date.parse(instant) - 60_000).toISOString();
}

const isoUtc = ({ epochMilliseconds }: { epochMilliseconds: number }): string =>
  new Date(epochMilliseconds).toISOString();

const plain = (text: string): Temporal.PlainDateTime | undefined =>
  unlessInvalid(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' }));

/** Temporal throws a RangeError for texts that are no time, and for times that it cannot represent. */
function unlessInvalid<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
