import { isObject, parseJson } from './json.ts';

export type Fields = Record<string, string | number | boolean | undefined>;
export type Level = 'INFO' | 'WARN' | 'ERROR';

/**
 * Logs one event of the stack. Fields never contain an address, a token, a path or a body. A route is logged by its
 * key. Rows and emails are not logged.
 */
export type Log = (event: string, fields?: Fields, level?: Level) => void;

/** Writes one JSON line per event, with `timestamp` and `level`, as Lambda expects from its functions. */
export function newLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (event, fields = {}, level = 'INFO') =>
    write(`${JSON.stringify({ timestamp: now().toISOString(), level, event, ...fields })}\n`);
}

/**
 * Formats log lines for people: `time [level] event key=value …`. Lines that are not JSON stay as they are. Lines of
 * earlier versions, with `at` for the time and levels in lower case, are also read.
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
