/** Quotation marks, apostrophes and ʻokinas, which are no letters for whoever looks up a name. */
const apostrophes = /[\u02B9-\u02BF\u02C8\u02EE'‘’‛′`´"“”„‟«»‹›\uA78C]+/gu;

/** A number with separators of thousands: 1,000, 1.000 or 1 000. With a usual space only before everything else. */
const thousands =
  /(?<![\d.,])\d{1,3}(?:([.,\u00A0\u2009\u202F])\d{3})(?:\1\d{3})*(?![.,]?\d)|^\d{1,3}(?: \d{3})+(?![.,]?\d)/gu;

/** Most names have none of it, and a list of a million compares names twenty million times. */
const sortsOtherwise = /^[^\p{L}\p{N}]|[\u02B9-\u02BF\u02C8\u02EE'‘’‛′`´"“”„‟«»‹›\uA78C]|\d[.,\s]\d{3}/u;

/**
 * The text by which a name is sorted: from its first letter or number, without quotation marks, numbers without
 * separators. Articles stay. A name without letters and numbers is sorted as it is.
 */
export function sortedAs(name: string): string {
  if (!sortsOtherwise.test(name)) return name;
  const sorted = name
    .replace(apostrophes, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(thousands, (number) => number.replace(/\D/g, ''));
  return sorted === '' ? name : sorted;
}
