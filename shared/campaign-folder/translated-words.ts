import type { Settings, TranslatedWords } from '../campaign/settings.ts';
import { closestMatch } from '../edit-distance.ts';
import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized, MistakeTexts } from '../i18n/mistakes/texts.ts';
import type { LetterSource } from './letter.ts';
import { keyMistake, type Mistake, type Path } from './mistakes.ts';

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
  const mistake = (path: Path, words: (values: MistakeTexts['values']) => MistakeWords): Mistake =>
    keyMistake(file, front, path, (t) => words(t.values));
  const { questions = [] } = settings;
  const ids = questions.map(({ id }) => id);
  const ofQuestions = Object.entries(read.questions ?? {}).flatMap(([id, words]) => {
    const question = questions.find((each) => each.id === id);
    const path = ['questions', id];
    if (!question) {
      const meant = closestMatch(id, ids);
      return [mistake(path, (t) => (meant ? t.otherQuestion(meant) : t.unknownQuestion))];
    }
    const [here, there] = [words.options?.length, question.options?.length ?? 0];
    if (here === undefined || here === there) return [];
    return [
      mistake([...path, 'options'], (t) => (there === 0 ? t.withoutOptions : t.otherOptions(here, there))),
    ];
  });
  const withoutOwn = (['newsletter', 'thanks'] as const)
    .filter((key) => read[key] !== undefined && settings[key] === undefined)
    .map((key) => mistake([key], (t) => t.notInSettings(key)));
  return [...ofQuestions, ...withoutOwn];
}

/** What of the campaign's own words a letter leaves untranslated. */
export function missingWords(
  file: string,
  letter: LetterSource,
  settings: Settings | undefined,
): Localized<string>[] {
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
    (key): Localized<string> =>
      (t) =>
        t.warnings.untranslatedKey(file, key),
  );
}
