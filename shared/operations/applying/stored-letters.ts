import type { Campaign, TranslatedTexts } from '../../campaign/campaign.ts';
import { type Letters, letterHash } from '../../campaign/letter-hashes.ts';
import type { StoredCampaign } from './stored-campaign.ts';

/** The hashes of the letter in a campaign folder, one for each language. */
export const currentLetters = ({ texts }: Pick<Campaign, 'texts'>): Letters['current'] => lettersOf(texts);

const lettersOf = (texts: readonly TranslatedTexts[]): Letters['current'] =>
  Object.fromEntries(
    texts.flatMap(({ language, letter }) => (letter === undefined ? [] : [[language, letterHash(letter)]])),
  );

/**
 * The hashes of the stored letter. For a campaign that was applied before hashes were kept, they are computed from its
 * source.
 */
export function storedLetters({
  letters,
  letter,
  settings,
}: Pick<StoredCampaign, 'letters' | 'letter' | 'settings'>): Letters['current'] {
  if (letters) return letters.current;
  return letter === undefined ? {} : { [settings.language]: letterHash(letter) };
}
