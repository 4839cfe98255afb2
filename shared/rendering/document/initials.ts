const characters = new Intl.Segmenter();

/** Text in brackets or quotation marks, such as pronouns or a nickname. */
const asides = /\([^)]*\)|\[[^\]]*\]|“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’(?!\p{L})/gu;

/** Degrees and similar titles after a comma. */
const degrees =
  /,\s*(?:ph\.?\s?d|m\.?d|j\.?d|ed\.?d|d\.?d\.?s|d\.?o|r\.?n|m\.?a|m\.?s|b\.?a|b\.?s|m\.?p\.?h|m\.?b\.?a|m\.?s\.?w|l\.?c\.?s\.?w|esq|jr|sr|ii|iii|iv|c\.?p\.?a|p\.?e)\.?(?=\s*(?:,|$))/giu;

const betweenPeople = /\s+(?:&|\+|and)\s+/iu;

/** "Ana María Ruiz" → "A. M. R."; "Ana & Ben Ruiz" → "A. & B. R.". Pronouns, nicknames and degrees are left out. */
export function initials(name: string): string {
  const plain = name.replace(asides, ' ').replace(degrees, '');
  const people = (/\p{L}/u.test(plain) ? plain : name).split(betweenPeople).map(initialsOf);
  return people.filter((each) => each !== '').join(' & ');
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s\-‐‑–]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .flatMap((word) => [...characters.segment(word.replace(/^[^\p{L}]+/u, ''))].slice(0, 1))
    .map(({ segment }) => `${segment.toLocaleUpperCase()}.`)
    .join(' ');
