import { IfTag, Liquid } from 'liquidjs';
import { longDate, number, plural } from '../../i18n/formats.ts';
import { numberInWords } from '../../i18n/number-words.ts';
import { texts } from '../../i18n/texts.ts';
import type { TextFacts } from '../document/content.ts';

/** Escapes a value for the format of the text that it is inserted into. */
export type EscapeValue = (value: string) => string;

/** Far more than any letter needs. A text that needs more is broken or malicious. */
const limits = { parseLimit: 1_000_000, memoryLimit: 10_000_000, renderLimit: 10_000 };

/**
 * Inserts the values of `{{ }}` and chooses the branches of `{% if %}`. Throws liquidjs's error for a text that
 * `checkLiquid` refuses.
 */
export function fillIn(text: string, facts: TextFacts, protect: EscapeValue): string {
  if (!/\{[{%]/.test(text)) return text;
  return newEngine(facts, protect).parseAndRenderSync(text, scopeOf(facts));
}

/**
 * Parses without inserting values. Throws liquidjs's error, with its position, for tags that are not closed or in the
 * wrong order.
 */
export function parseLiquid(text: string): void {
  newEngine(undefined, String).parse(text);
}

function newEngine(facts: TextFacts | undefined, protect: EscapeValue): Liquid {
  const { language = 'en', timeZone = 'UTC' } = facts ?? {};
  const { writing } = texts(language);
  const printed = (value: unknown) => {
    if (typeof value === 'number') return number(language, value);
    if (facts && value === facts.publishedAt) return dayOf(facts.publishedAt, timeZone);
    return `${value ?? ''}`;
  };
  const engine = new Liquid({
    ...limits,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: (value) => protect(printed(value)),
  });
  for (const tag of Object.keys(engine.tags)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) delete engine.filters[filter];
  engine.registerTag('if', IfTag);

  /** A count that is not set (`threshold.individuals` without a threshold) stays unset and prints nothing. */
  const register = (name: string, change: (count: number, ...given: unknown[]) => unknown) =>
    engine.registerFilter(name, (value: unknown, ...given: unknown[]) =>
      typeof value === 'number' ? change(value, ...given) : value,
    );
  register('number', (count) => number(language, count));
  register('plain', (count) => String(count));
  register('round_down', (count, step) => roundedDown(count, Number(step)));
  register('over', (count, step) => {
    const rounded = roundedDown(count, Number(step));
    const digits = number(language, rounded);
    if (rounded === count) return digits;
    return writing.over(digits);
  });
  register('words', (count) => numberInWords(count, language) ?? number(language, count));
  register('plural', (count, one, other) =>
    plural(language, count, {
      one: String(one),
      other: String(other),
      many: writing.afterMillions(String(other)),
    }),
  );
  engine.registerFilter('long_date', (instant: unknown) => longDate(language, timeZone, String(instant)));
  return engine;
}

/** A number below the step stays as it is, so that nobody reads “over 0 organizations”. */
function roundedDown(count: number, step: number): number {
  const rounded = Math.floor(count / step) * step;
  return rounded > 0 ? rounded : count;
}

/** The date (`2026-12-02`) in `timeZone` at `instant`. */
function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(instant));
}

function scopeOf(facts: TextFacts): object {
  return {
    organizations: { count: facts.organizations },
    individuals: { count: facts.individuals },
    signatories: { count: facts.organizations + facts.individuals },
    threshold: { organizations: facts.thresholdOrganizations, individuals: facts.thresholdIndividuals },
    campaign: { title: facts.campaignTitle },
    letter: { url: facts.letterUrl },
    release: { url: facts.releaseUrl },
    publishedOn: facts.publishedAt,
  };
}
