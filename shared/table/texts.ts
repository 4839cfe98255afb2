import * as z from 'zod';
import type { TranslatedTexts } from '../campaign/campaign.ts';
import { type Logo, logoSchema } from '../campaign/logo.ts';
import type { Settings } from '../campaign/settings.ts';
import { type Language, languages } from '../i18n/language.ts';
import { sourceKey, textKey } from './keys.ts';
import type { Store } from './table.ts';

/**
 * A letter or a release as it was written, with the SHA-256 of its source, and what is beside a release in the
 * campaign's own language.
 */
export const textSchema = z.object({
  source: z.string(),
  sha256: z.string(),
  logos: z.array(logoSchema).optional(),
});

/** The source of a campaign's letter or release. */
export async function readText(
  store: Store,
  { slug, language, document }: { slug: string; language: Language; document: 'letter' | 'release' },
): Promise<string | undefined> {
  return (await store.get(textSchema, textKey(slug, language, document)))?.source;
}

const sourceSchema = z.object({ source: z.string() });

/** `campaign.yaml` as it was last applied; undefined where that was before it was kept. */
export async function readCampaignSource(store: Store, slug: string): Promise<string | undefined> {
  return (await store.get(sourceSchema, sourceKey(slug)))?.source;
}

/** The logos of a campaign's release: one row of them for all of its languages. */
export async function readLogos(
  store: Store,
  { slug, language }: Pick<Settings, 'slug' | 'language'>,
): Promise<Logo[]> {
  return (await store.get(textSchema, textKey(slug, language, 'release')))?.logos ?? [];
}

/** The sources of a campaign's letter and release in other languages than its own, where there are any. */
export async function readTranslations(
  store: Store,
  { slug, language: own }: Pick<Settings, 'slug' | 'language'>,
): Promise<TranslatedTexts[]> {
  const others = languages.filter((language) => language !== own);
  const texts = await Promise.all(
    others.map(async (language) => {
      const letter = await readText(store, { slug, language, document: 'letter' });
      const release = await readText(store, { slug, language, document: 'release' });
      return { language, ...(letter !== undefined && { letter }), ...(release !== undefined && { release }) };
    }),
  );
  return texts.filter((text) => 'letter' in text || 'release' in text);
}
