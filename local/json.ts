import { readFileSync } from 'node:fs';

/** Whether parsed JSON is an object and neither a list nor null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parsed text, or undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parsed content of a file. Throws if the file is missing or is not JSON. */
export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
