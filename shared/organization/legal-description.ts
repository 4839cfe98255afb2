import { statesOfTheUnion } from './states.ts';

const kinds =
  '(?:nonprofit|non profit|not for profit|public benefit|mutual benefit|benefit|religious|charitable|tax exempt|501c3)';
const bodies =
  '(?:corp|corporation|llc|limited liability company|company|organization|organisation|org|charity|nonprofit|non profit)';
const states = `(?:${[...statesOfTheUnion.values()].join('|')})`;

/** The same in Spanish and French: "una asociación civil", "une association loi 1901". */
const romance =
  '(?:una (?:asociacion civil|(?:asociacion|organizacion|corporacion|entidad|institucion)(?: civil)?) sin (?:fines|fin|animo) de lucro|una asociacion civil|une association (?:de )?loi (?:de )?1901)';

const articles = ['a', 'an', 'una', 'une'];

let description: RegExp | undefined;

/**
 * The words without a legal form at the end that is written as a description: "a California nonprofit corporation",
 * "a Delaware corporation", "a 501(c)(3) non-profit". The article and a state or a kind are needed, because "a
 * company" may be part of a name.
 */
export function wordsWithoutDescription(words: string[]): string[] {
  if (!articles.some((article) => words.includes(article))) return words;
  description ??= new RegExp(
    `(?<=\\S) (?:an? (?:(?:${states}(?: ${kinds})*|${kinds}(?: ${kinds})*) ${bodies}|${kinds})|${romance})$`,
  );
  const text = words.join(' ');
  const found = description.exec(text)?.[0];
  return found === undefined ? words : text.slice(0, -found.length).split(' ');
}
