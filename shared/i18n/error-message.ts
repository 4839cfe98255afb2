import type { Language } from './language.ts';
import { type Catalog, texts } from './texts.ts';

export type ErrorCode = keyof Catalog['errors'];

/** What an error text may name: the limit in bytes, the accepted values, and so on. */
export interface ErrorParams {
  max?: number;
  choices?: readonly string[];
  /** The end of a domain that does not exist. */
  end?: string;
  /** What may be meant. */
  suggestion?: string;
}

const isField = (name: string, t: Catalog): name is keyof Catalog['fields'] => Object.hasOwn(t.fields, name);

/**
 * What stands beside a field that was refused, and in `errors[].message`: what is wrong and what to do. A required
 * field that is empty has its own words; a field that the form does not know is called by its name. `labels` has the
 * words of the campaign's own questions by their fields.
 */
export function errorMessage(
  language: Language,
  { field, code, params = {} }: { field: string; code: ErrorCode; params?: ErrorParams },
  labels: ReadonlyMap<string, string> = new Map(),
): string {
  const t = texts(language);
  const label = labels.get(field);
  // A question mark before a colon reads badly.
  if (label !== undefined) return t.errors[code](t.quoted(label), params);
  if (!isField(field, t)) return t.errors[code](field.slice(0, 100), params);
  return code === 'required' ? t.fields[field].missing : t.errors[code](t.fields[field].label, params);
}
