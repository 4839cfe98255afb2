import { isObject, parseJson } from './json.ts';

export type Fields = Record<string, string | number | boolean | undefined>;
export type Level = 'INFO' | 'WARN' | 'ERROR';

/**
 * Logs one event of the stack. Fields never contain an address, a token, a path or a body: a route is logged by its
 * key, rows and mails not at all.
 */
export type Log = (event: string, fields?: Fields, level?: Level) => void;

/** Writes one JSON line per event, with the `timestamp` and `level` that Lambda expects of its functions' lines. */
export function newLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (event, fields = {}, level = 'INFO') =>
    write(`${JSON.stringify({ timestamp: now().toISOString(), level, event, ...fields })}\n`);
}

/**
 * Returns log lines as people read them: `time [level] event key=value …`. Lines that are not JSON stay as they are.
 * Stored lines of earlier versions, with `at` for the time and levels in lower case, are read too.
 */
export const prettyLines = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => prettyLine(line) ?? line)
    .join('\n');

function prettyLine(line: string): string | undefined {
  const parsed = line.startsWith('{') ? parseJson(line) : undefined;
  if (!isObject(parsed)) return undefined;
  const { timestamp, at, level, event, message, ...fields } = parsed;
  const time = timestamp ?? at;
  if (typeof time !== 'string') return undefined;
  const severity = String(level ?? 'INFO').toUpperCase();
  return [
    time.slice(11, 23),
    ...(severity === 'INFO' ? [] : [severity]),
    ...[event, message].filter((text) => text !== undefined).map(plain),
    ...Object.entries(fields).map(([name, value]) => `${name}=${plain(value)}`),
  ].join(' ');
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
