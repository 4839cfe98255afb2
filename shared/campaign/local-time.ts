import { Temporal } from 'temporal-polyfill';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Written as `2026-11-01T09:00`, whether there is such a day or not. */
export function looksLikeLocalTime(text: string): boolean {
  return form.test(text);
}

/** `2026-11-01T09:00`: a day and minute that the calendar has, in whatever zone. */
export function isLocalTime(text: string): boolean {
  return form.test(text) && plain(text) !== undefined;
}

/** A name of the IANA time zone database; offsets such as +02:00 are none, since they know no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Zones of the United States as people name them, with or without "Time", and the zone that has their daylight saving time. */
const commonZones: readonly [pattern: RegExp, zone: string][] = [
  [/^(est|edt|et|us\/eastern|est5edt|eastern)$/, 'America/New_York'],
  [/^(cst|cdt|ct|us\/central|cst6cdt|central)$/, 'America/Chicago'],
  [/^(mst|mdt|mt|us\/mountain|mst7mdt|mountain)$/, 'America/Denver'],
  [/^(pst|pdt|pt|us\/pacific|pst8pdt|pacific)$/, 'America/Los_Angeles'],
  [/^(akst|akdt|us\/alaska|alaska)$/, 'America/Anchorage'],
  [/^(hst|us\/hawaii|hawaii)$/, 'Pacific/Honolulu'],
];

/**
 * The IANA zone that somebody means who writes `EST` or `Central Time`. Some of these are names of the IANA database, too, but of
 * zones without daylight saving time: a campaign would open an hour late in summer.
 */
export function timeZoneOfAbbreviation(name: string): string | undefined {
  const plainName = name
    .toLowerCase()
    .replace(/\b(standard|daylight|time)\b/g, '')
    .replace(/\s+/g, '');
  return commonZones.find(([pattern]) => pattern.test(plainName))?.[1];
}

/**
 * The instant of a local time (ISO 8601 UTC with milliseconds), `undefined` if clocks skip it in that zone. Of two,
 * when clocks are set back, the earlier one.
 */
export function instantOf(localTime: string, timeZone: string): string | undefined {
  const local = plain(localTime);
  if (!local) return undefined;
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) return undefined;
  return new Date(zoned.epochMilliseconds).toISOString();
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

/** The minute that ends at `instant`: the other way round. */
export function minuteBefore(instant: string): string {
  return new Date(Date.parse(instant) - 60_000).toISOString();
}

function plain(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
