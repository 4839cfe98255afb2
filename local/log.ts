export type Fields = Record<string, string | number | boolean | undefined>;

/**
 * Writes one event of the stack's own. Fields never hold an address, a token, a path or a body: a route is named by
 * its key, a row or a mail not at all.
 */
export type Log = (event: string, fields?: Fields) => void;

/** One JSON line per event, or for people `time event key=value …`. */
export function newLog(
  write: (line: string) => void,
  pretty: boolean,
  now: () => Date = () => new Date(),
): Log {
  return (event, fields = {}) => {
    const at = now().toISOString();
    write(
      pretty
        ? `${at.slice(11, 23)} ${[event, ...pairs(fields)].join(' ')}\n`
        : `${JSON.stringify({ at, event, ...fields })}\n`,
    );
  };
}

const pairs = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));

/**
 * What may be told of an error that came from elsewhere: its name and no more, since messages of the SDK quote items.
 */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
