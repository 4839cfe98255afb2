const streets =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|court|ct|place|pl|square|sq|way|highway|hwy|parkway|pkwy|terrace|circle|plaza';
const units = 'apt|apartment|suite|ste|unit|room|rm|floor|fl';

/** "12 Main Street", also with a unit, or with more behind a comma. "100 Main Street Tenants" is a name. */
const english = new RegExp(
  String.raw`^\d+[a-z]? (?:[\p{L}'.-]+ ){1,4}(?:${streets})\.?(?:$|\s*,|\s+(?:${units}|#)\.?\s*\w+)`,
  'u',
);

/** "Calle Mayor 12", "Av. Reforma 222, piso 3". "Calle 24 Latino" is a name. */
const spanish =
  /^(?:calle|c\/|avenida|av\.?|avda\.?|paseo|calzada|carretera|blvd\.?|bulevar) (?:[\p{L}.]+ ){1,4}(?:no\.? ?|num\.? ?|# ?)?\d+[a-z]?(?:$|\s*,)/u;

/** "Apt 4B, 12 Pier Road", "C/ Mayor, 12", "Carrera 7 # 12-34". */
const unitFirst = new RegExp(String.raw`^(?:${units})\.? ?#?\d*[a-z]?\d*,? \d+[a-z]? [\p{L}]`, 'u');
const withComma = /^(?:calle|c\/|avenida|av\.?|avda\.?|paseo) ?(?:[\p{L}.]+ ?){1,4}, ?(?:no\.? ?)?\d+/u;
const colombian = /^(?:carrera|cra?\.?|calle|cll\.?|diagonal|transversal) \d+[a-z]? ?(?:#|no\.?|n\.?) ?\d+/u;

/** "12 rue du Port", "12, avenue de la Mer". */
const french = /^\d+(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|quai|impasse|allee) \p{L}/u;

const postOfficeBox = /\bp\.? ?o\.? ?box \d+|\bapartado (?:postal|de correos) \d+|\bboite postale \d+/u;

/** "Harbor City, NY 10000". */
const stateAndZip = /\b[a-z]{2} \d{5}(?:-\d{4})?$/u;

/** Ten digits with at most three signs between two of them: "55 1234 5678", "(518)5550142". */
const tenDigits = /(?<![\d-])(?:\+?1[-. ]?)?\(?\d(?:[ ()._-]{0,3}\d){9}(?![\d-])/u;

const telephone =
  /(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])|(?<!\S)\d{3}[-.]\d{4}(?!\S)|(?<![\d-])\d{11,13}(?![\d-])|\+\d{1,3}[\d ().-]{7,}\d/u;

/**
 * Whether a text is a postal address, or has a telephone number, a post-office box or a ZIP code with its state in it.
 * All of them would be printed. `folded` is in lower case and without accents.
 */
export function hasAddress(folded: string): boolean {
  const text = folded.replace(/[\u2010-\u2015\u2022\u00B7\u2027]/g, '-');
  return addresses.some((address) => address.test(text));
}

const addresses = [
  english,
  spanish,
  withComma,
  colombian,
  unitFirst,
  french,
  postOfficeBox,
  stateAndZip,
  telephone,
  tenDigits,
];
