import * as z from 'zod';
import type { Language } from '../campaign/settings.ts';
import { textKey } from './keys.ts';
import type { Store } from './table.ts';

/** A letter or a release as it was written, with the SHA-256 of its source. */
export const textSchema = z.object({ source: z.string(), sha256: z.string() });

/** The source of a campaign's letter or release. */
export async function readText(
  store: Store,
  { slug, language, document }: { slug: string; language: Language; document: 'letter' | 'release' },
): Promise<string | undefined> {
  return (await store.get(textSchema, textKey(slug, language, document)))?.source;
}
