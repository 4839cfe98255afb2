import type { Settings, TranslatedWords } from '../campaign/settings.ts';
import { closestMatch } from '../edit-distance.ts';
import type { LetterSource } from './letter.ts';
import { formatKeyPath, type Mistake } from './mistakes.ts';

const keys = ['title', 'summary', 'attestation', 'questions', 'newsletter', 'thanks'] as const;

/** The campaign's own words as a letter in another language says them. */
export function translatedWords({ keys: read }: LetterSource): TranslatedWords | undefined {
  const words = Object.fromEntries(
    keys.flatMap((key) => (read?.[key] === undefined ? [] : [[key, read[key]]])),
  );
  return Object.keys(words).length > 0 ? words : undefined;
}

/** Words of questions that there are none of, or of other options, and words of what the campaign does not have. */
export function translationMistakes(file: string, letter: LetterSource, settings: Settings): Mistake[] {
  const { front, keys: read } = letter;
  if (!read) return [];
  const mistake = (path: (string | number)[], message: string, cure: string): Mistake => ({
    file,
    line: front.lineOf(path),
    key: formatKeyPath(path),
    message: `${formatKeyPath(path)} ${message}.`,
    cure,
  });
  const { questions = [] } = settings;
  const ids = questions.map(({ id }) => id);
  const ofQuestions = Object.entries(read.questions ?? {}).flatMap(([id, words]) => {
    const question = questions.find((each) => each.id === id);
    const path = ['questions', id];
    if (!question) {
      const meant = closestMatch(id, ids);
      const cure = meant
        ? `Did you mean ${meant}? If not, remove it.`
        : 'Add the question there, or remove it here.';
      return [mistake(path, 'is not a question in campaign.yaml', cure)];
    }
    const [here, there] = [words.options?.length, question.options?.length ?? 0];
    if (here === undefined || here === there) return [];
    return [
      mistake(
        [...path, 'options'],
        there === 0
          ? 'belongs to a question without options'
          : `has ${here} options, and campaign.yaml has ${there}`,
        there === 0 ? 'Remove it.' : 'Translate each option, in the same order.',
      ),
    ];
  });
  const withoutOwn = (['newsletter', 'thanks'] as const)
    .filter((key) => read[key] !== undefined && settings[key] === undefined)
    .map((key) =>
      mistake([key], 'is not in campaign.yaml', `Add ${key} to campaign.yaml, or remove it here.`),
    );
  return [...ofQuestions, ...withoutOwn];
}

/** What of the campaign's own words a letter leaves untranslated. */
export function missingWords(file: string, letter: LetterSource, settings: Settings | undefined): string[] {
  const { keys: read } = letter;
  if (!read) return [];
  const simple = keys.filter(
    (key) =>
      key !== 'questions' &&
      read[key] === undefined &&
      (key === 'title' || key === 'summary' || settings?.[key] !== undefined),
  );
  const labels = (settings?.questions ?? [])
    .filter(({ id }) => read.questions?.[id]?.label === undefined)
    .map(({ id }) => `questions.${id}`);
  return [...simple, ...labels].map(
    (key) => `${file} has no ${key}. Pages in that language show the ${key} from campaign.yaml.`,
  );
}
