import type { VNode } from 'preact';
import { type QuestionSettings, shownQuestions } from '../../campaign/localized-settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts, withColon } from '../../i18n/texts.ts';
import { answerField } from '../../sign-on/answers.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { factFields, type SignOnFact, signOnFacts } from './sign-on-facts.ts';

/** The query parameter with the names of the fields that a correction has changed. It never contains what was typed. */
export const savedParameter = 'saved';

const separator = ',';

/** The query of the page after a correction: the names of the fields whose text has changed for readers. */
export const savedQuery = (...compared: Parameters<typeof changedFields>): string =>
  `?${savedParameter}=${changedFields(...compared).join(separator)}`;

/** The names of the fields whose text differs for readers, in reading order. */
export function changedFields(
  kind: SignOn['kind'],
  before: Details,
  after: Details,
  settings: QuestionSettings,
): string[] {
  const was = signOnFacts(kind, { ...before, language: after.language }, settings);
  const is = signOnFacts(kind, after, settings);
  return fieldsOf(settings).filter((name) => valueIn(was, name) !== valueIn(is, name));
}

/** Every field that can be corrected, in reading order. */
const fieldsOf = ({ questions = [] }: QuestionSettings): SignOnFact['field'][] => [
  ...factFields,
  ...questions.map(({ id }) => answerField(id)),
  'newsletter',
];

const valueIn = (facts: readonly SignOnFact[], name: SignOnFact['field']): string | undefined =>
  facts.find(({ field }) => field === name)?.value;

/** Field names in the query of a page. Undefined if the page does not follow a correction. */
export const savedFields = (value: string | undefined): string[] | undefined =>
  value === undefined ? undefined : value.split(separator);

interface SavedProps {
  kind: SignOn['kind'];
  /** The current details, in the owner's language. */
  details: Details;
  changed: readonly string[];
  settings: QuestionSettings;
}

/** Says that a correction is saved, and shows each changed field with its current value. */
export function SavedCorrection(props: SavedProps): VNode {
  const { saved } = texts(props.details.language).signOn;
  const lines = changedLines(props);
  if (lines.length === 0)
    return (
      <p class="box" role="status">
        {saved.nothing}
      </p>
    );
  return (
    <div class="box" role="status">
      <p>
        <strong>{saved.title}</strong>
      </p>
      <ChangedLines lines={lines} language={props.details.language} />
    </div>
  );
}

/** Says that a change waits for an organizer, and shows each field that it changes with its new value. */
export function WaitingChange(props: SavedProps): VNode {
  const lines = changedLines(props);
  return (
    <div class="box" role="status">
      <p>{texts(props.details.language).signOn.changeWaits}</p>
      {lines.length > 0 && <ChangedLines lines={lines} language={props.details.language} />}
    </div>
  );
}

interface ChangedLine {
  label: string | undefined;
  value: string;
}

function changedLines({ kind, details, changed, settings }: SavedProps): ChangedLine[] {
  const { signOn, fields } = texts(details.language);
  const facts = signOnFacts(kind, details, settings);
  const questions = shownQuestions(settings, details.language);
  const labels = new Map<string, string>([
    ...Object.entries(fields).map(([field, { label }]) => [field, label] as const),
    ...questions.map(({ id, label }) => [answerField(id), label] as const),
  ]);
  return fieldsOf(settings)
    .filter((name) => changed.includes(name))
    .map((name) => ({ label: labels.get(name), value: valueIn(facts, name) ?? signOn.saved.removed }));
}

function ChangedLines({ lines, language }: { lines: readonly ChangedLine[]; language: Language }): VNode {
  return (
    <>
      <p>{texts(language).signOn.saved.changed}</p>
      <ul>
        {lines.map(({ label, value }) => (
          <li>
            {withColon(language, label ?? '')} <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
