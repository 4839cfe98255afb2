import { createHash } from 'node:crypto';
import type { Campaign, TranslatedTexts } from '../../campaign/campaign.ts';
import type { Logo } from '../../campaign/logo.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { textKey } from '../../table/keys.ts';
import type { Update, Write } from '../../table/table.ts';
import type { StoredCampaign } from './stored-campaign.ts';

const documents = ['letter', 'release'] as const;
type Document = (typeof documents)[number];

/** A letter or release in another language that is new, changed or removed. */
export interface TranslationChange {
  language: Language;
  document: Document;
  before: string | undefined;
  after: string | undefined;
}

/**
 * What a folder changes about the texts in other languages. A text that was in the campaign's own language before
 * counts as one.
 */
export function translationChanges(
  stored: StoredCampaign | undefined,
  { settings, texts }: Pick<Campaign, 'settings' | 'texts'>,
): TranslationChange[] {
  const storedTexts: TranslatedTexts[] = stored
    ? [
        { language: stored.settings.language, letter: stored.letter, release: stored.release },
        ...stored.translations,
      ]
    : [];
  const textOf = (of: readonly TranslatedTexts[], language: Language, document: Document) =>
    of.find((each) => each.language === language)?.[document];
  return languages
    .filter((language) => language !== settings.language)
    .flatMap((language) =>
      documents.map((document) => ({
        language,
        document,
        before: textOf(storedTexts, language, document),
        after: textOf(texts, language, document),
      })),
    )
    .filter(({ before, after }) => before !== after);
}

/** The writes for a plan's translations. */
export const translationWrites = (slug: string, changes: readonly TranslationChange[]): Write[] =>
  changes.map(({ language, document, after }) =>
    after === undefined
      ? { remove: textKey(slug, language, document) }
      : textUpdate({ slug, language, document, source: after }),
  );

/** Writes the logos that are stored with a release. */
export const logosUpdate = ({
  slug,
  language,
  logos = [],
}: {
  slug: string;
  language: Language;
  logos?: readonly Logo[] | undefined;
}): Update => ({
  key: textKey(slug, language, 'release'),
  update: logos.length > 0 ? 'SET logos = :logos' : 'REMOVE logos',
  ...(logos.length > 0 && { values: { ':logos': logos } }),
});

/** Writes a letter's or release's source, with its hash and its logos. */
export const textUpdate = ({
  slug,
  language,
  document,
  source,
  logos = [],
}: {
  slug: string;
  language: Language;
  document: Document;
  source: string;
  logos?: readonly Logo[] | undefined;
}): Update => ({
  key: textKey(slug, language, document),
  update: `SET #source = :source, sha256 = :sha256${logos.length > 0 ? ', logos = :logos' : ' REMOVE logos'}`,
  names: { '#source': 'source' },
  values: {
    ':source': source,
    ':sha256': createHash('sha256').update(source).digest('hex'),
    ...(logos.length > 0 && { ':logos': logos }),
  },
});
