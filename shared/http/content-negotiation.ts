import { type Language, languages } from '../i18n/language.ts';

interface Weighted {
  value: string;
  weight: number;
}

/**
 * The elements of an `Accept…` header with their weights, 0 to 1 (RFC 9110 section 12.4.2). Parameters other than
 * `q`, and elements whose weight is not a number, are ignored.
 */
function weighted(header: string): Weighted[] {
  return header
    .toLowerCase()
    .split(',')
    .flatMap((element) => {
      const [value = '', ...parameters] = element.split(';').map((part) => part.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      const weight = q === '' ? Number.NaN : Number(q);
      if (value === '' || Number.isNaN(weight)) return [];
      return [{ value, weight: Math.min(Math.max(weight, 0), 1) }];
    });
}

/**
 * The weight of the most specific of `names` in the header, the heaviest first among equals. Undefined if none is in
 * it.
 */
function weightOf(elements: Weighted[], ...names: string[]): number | undefined {
  for (const name of names) {
    const weights = elements.filter(({ value }) => value === name).map(({ weight }) => weight);
    if (weights.length > 0) return Math.max(...weights);
  }
  return undefined;
}

/**
 * Whether the answer is a page: if `Accept` names HTML and gives it at least the weight of JSON. A client that
 * accepts any type equally, or says nothing, is a program.
 */
export function prefersHtml(accept: string | undefined): boolean {
  const ranges = weighted(accept ?? '');
  const html = weightOf(ranges, 'text/html', 'text/*') ?? 0;
  const json = weightOf(ranges, 'application/json', 'application/*', '*/*') ?? 0;
  const problem = weightOf(ranges, 'application/problem+json') ?? 0;
  return html > 0 && html >= Math.max(json, problem);
}

/** The best of our languages for an `Accept-Language` header, or `otherwise` if it names none of them. */
export function preferredLanguage(acceptLanguage: string | undefined, otherwise: Language = 'en'): Language {
  const ranges = weighted(acceptLanguage ?? '').map(({ value, weight }) => ({
    value: value.split('-')[0] ?? '',
    weight,
  }));
  const weights = languages.map((language) => ({ language, weight: weightOf(ranges, language) ?? 0 }));
  const none = { language: otherwise, weight: 0 };
  return weights.reduce((one, other) => (other.weight > one.weight ? other : one), none).language;
}
