import type { ApiEvent } from './event.ts';

/**
 * The content of a body by field: texts from a form, any values from JSON. It has no prototype, so `__proto__` is a
 * field like any other.
 */
export type Fields = Record<string, unknown>;

/** Fields without a prototype. A field that is given twice becomes a list, which no schema accepts as text. */
export function fieldsOf(pairs: Iterable<readonly [string, unknown]>): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of pairs) {
    const earlier = fields[name];
    if (!(name in fields)) fields[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else fields[name] = [earlier, value];
  }
  return fields;
}

/**
 * Reads `application/x-www-form-urlencoded`. Unlike `URLSearchParams`, it refuses text that is not UTF-8 instead of
 * replacing it.
 *
 * @throws URIError for an escape that is broken or not UTF-8
 */
export function readForm(text: string): Fields {
  const decoded = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));
  const pairs = text.split('&').filter((pair) => pair !== '');
  return fieldsOf(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))] as const;
    }),
  );
}

/**
 * What was typed, for a form that shows it again: the first value of a field that is given twice, and `on` for a
 * ticked box.
 */
export const typedTexts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, given]) => {
      const value: unknown = Array.isArray(given) ? given[0] : given;
      if (value === true) return [[name, 'on']];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** Whether a body is from a page's form and not a program's JSON. */
export const isForm = ({ headers }: ApiEvent): boolean =>
  /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(headers['content-type'] ?? '');
