import type { VNode } from 'preact';
import { texts } from '../../i18n/texts.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { factFields, type SignOnFact, signOnFacts } from './sign-on-facts.ts';

/** The query parameter that names the fields a correction has changed. It has names only, never what was typed. */
export const savedParameter = 'saved';

const separator = '.';

/** The query of the page that follows a correction: the names of the fields that people read differently now. */
export function savedQuery(kind: SignOn['kind'], before: Details, after: Details): string {
  const was = signOnFacts(kind, { ...before, language: after.language });
  const is = signOnFacts(kind, after);
  const valueIn = (facts: readonly SignOnFact[], name: SignOnFact['field']) =>
    facts.find(({ field }) => field === name)?.value;
  const changed = factFields.filter((name) => valueIn(was, name) !== valueIn(is, name));
  return `?${savedParameter}=${changed.join(separator)}`;
}

/** Field names in the query of a page, or undefined where the page does not follow a correction. */
export const savedFields = (value: string | undefined): string[] | undefined =>
  value === undefined ? undefined : value.split(separator);

interface SavedProps {
  kind: SignOn['kind'];
  /** The details as they are now, in the owner's language. */
  details: Details;
  changed: readonly string[];
}

/** Says that a correction is saved, and each field that it changed with its value now. */
export function SavedCorrection({ kind, details, changed }: SavedProps): VNode {
  const { signOn, fields } = texts(details.language);
  const facts = signOnFacts(kind, details);
  const names = factFields.filter((field) => changed.includes(field));
  const currentValue = (name: SignOnFact['field']): string =>
    facts.find(({ field }) => field === name)?.value ?? signOn.saved.removed;
  if (names.length === 0)
    return (
      <p class="box" role="status">
        {signOn.saved.nothing}
      </p>
    );
  return (
    <div class="box" role="status">
      <p>
        <strong>{signOn.saved.title}</strong>
      </p>
      <p>{signOn.saved.changed}</p>
      <ul>
        {names.map((name) => (
          <li>
            {fields[name].label}: <bdi>{currentValue(name)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
