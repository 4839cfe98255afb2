import { describe, expect, test } from '@jest/globals';
import { mistakeTexts } from '../../../shared/i18n/mistakes/texts.ts';
import { numberInWords } from '../../../shared/i18n/number-words.ts';
import { checkLiquid } from '../../../shared/rendering/liquid/liquid-check.ts';
import { fillInPlain } from '../../../shared/rendering/markdown/fill-in-markdown.ts';
import { someFacts } from '../facts.ts';

describe('Liquid', () => {
  test.each([
    ['{{ organizations.count }}', 1234, '1,234'],
    ['{{ organizations.count | number }}', 1234, '1,234'],
    ['{{ organizations.count | plain }}', 1234, '1234'],
    ['{{ organizations.count | round_down: 10 }}', 1239, '1,230'],
    ['{{ organizations.count | round_down: 10 | words }}', 171, 'one hundred seventy'],
    ['{{ organizations.count | round_down: 10 }}', 7, '7'],
    ['{{ organizations.count | over: 10 }}', 171, 'over 170'],
    ['{{ organizations.count | over: 10 }}', 170, '170'],
    ['{{ organizations.count | over: 100 }}', 1234, 'over 1,200'],
    ['{{ organizations.count | over: 10 }}', 7, '7'],
    ['{{ organizations.count | words }}', 21, 'twenty-one'],
    ['{{ organizations.count | plural: "organization", "organizations" }}', 1, 'organization'],
    ['{{ organizations.count | plural: "organization", "organizations" }}', 2, 'organizations'],
    ['{{ organizations.count | plural: "organization", "organizations" }}', 0, 'organizations'],
    ['{{ signatories.count }}', 5, '25'],
    ['{{ individuals.count }}', 5, '20'],
    ['{{ threshold.organizations }}', 5, '170'],
    ['{{ threshold.individuals | words }}', 5, ''],
    ['{% if threshold.individuals %}yes{% else %}no{% endif %}', 5, 'no'],
    [
      '{% if organizations.count >= 200 %}a{% elsif organizations.count > 100 %}b{% else %}c{% endif %}',
      150,
      'b',
    ],
    ['{{ campaign.title }}', 1, 'Keep the Trees'],
    [
      '{{ letter.url }} {{ release.url }}',
      1,
      'https://letters.example.org/harbor-trees/letter/ https://letters.example.org/harbor-trees/release/',
    ],
    ['{{ publishedOn }}', 1, '2026-12-02'],
    ['{{ publishedOn | long_date }}', 1, 'December 2, 2026'],
    ['no Liquid { here }', 1, 'no Liquid { here }'],
  ])('%s with %i organizations reads %j', (text, organizations, expected) => {
    expect(checkLiquid(text)).toEqual([]);
    expect(fillInPlain(text, someFacts({ organizations }))).toBe(expected);
  });

  test.each([
    ['{{ organizations.count }}', 1234, '1234'],
    ['{{ organizations.count }}', 12345, '12.345'],
    ['{{ organizations.count | over: 10 }}', 171, 'más de 170'],
    ['{{ organizations.count | over: 10 }}', 170, '170'],
    ['{{ organizations.count | words }}', 231, 'doscientas treinta y una'],
    ['{{ organizations.count | plural: "organización", "organizaciones" }}', 1, 'organización'],
    ['{{ organizations.count | plural: "organización", "organizaciones" }}', 2, 'organizaciones'],
    ['{{ organizations.count | plural: "organización", "organizaciones" }}', 2_000_000, 'de organizaciones'],
    ['{{ publishedOn | long_date }}', 1, '2 de diciembre de 2026'],
  ])('in Spanish %s with %i organizations reads %j', (text, organizations, expected) => {
    expect(fillInPlain(text, someFacts({ organizations, language: 'es' }))).toBe(expected);
  });

  test.each([
    ['{{ organizations.count }}', 1234, '1 234'],
    ['{{ organizations.count | over: 10 }}', 171, 'plus de 170'],
    ['{{ organizations.count | over: 10 }}', 170, '170'],
    ['{{ organizations.count | words }}', 231, 'deux cent trente et une'],
    ['{{ organizations.count | plural: "organisation", "organisations" }}', 0, 'organisation'],
    ['{{ organizations.count | plural: "organisation", "organisations" }}', 1, 'organisation'],
    ['{{ organizations.count | plural: "organisation", "organisations" }}', 2, 'organisations'],
    ['{{ organizations.count | plural: "organisation", "organisations" }}', 2_000_000, 'd’organisations'],
    ['{{ organizations.count | plural: "personne", "personnes" }}', 2_000_000, 'de personnes'],
    ['{{ publishedOn | long_date }}', 1, '2 décembre 2026'],
  ])('in French %s with %i organizations reads %j', (text, organizations, expected) => {
    expect(fillInPlain(text, someFacts({ organizations, language: 'fr' }))).toBe(expected);
  });

  test('the first of a month is “1er” in French', () => {
    const facts = someFacts({ publishedAt: '2026-12-01T15:00:00.000Z', language: 'fr' });
    expect(fillInPlain('{{ publishedOn | long_date }}', facts)).toBe('1er décembre 2026');
  });

  test('a day is the day that it is where the campaign is', () => {
    const facts = someFacts({ publishedAt: '2026-12-03T02:00:00.000Z' });
    expect(fillInPlain('{{ publishedOn }}, {{ publishedOn | long_date }}', facts)).toBe(
      '2026-12-02, December 2, 2026',
    );
  });

  test.each([
    ['{{ organisations.count }}', 'Unknown name organisations.count in {{ }}.', 'organizations.count'],
    ['{{ organizations }}', 'Unknown name organizations in {{ }}.', ''],
    ['{{ organizations.count.size }}', 'Unknown name organizations.count.size in {{ }}.', ''],
    ['{{ constructor }}', 'Unknown name constructor in {{ }}.', ''],
    ['{{ "text" }}', 'Unknown name "text" in {{ }}.', ''],
    ['{{ }}', 'The {{ }} is empty.', ''],
    ['{{ organizations.count + 1 }}', 'Unknown name organizations.count + 1 in {{ }}.', ''],
    ['{{ organizations.count | upcase }}', 'Unknown filter upcase.', ''],
    ['{{ organizations.count | toString }}', 'Unknown filter toString.', ''],
    ['{{ organizations.count | wrds }}', 'Unknown filter wrds.', 'words'],
    ['{{ organizations.count | over }}', 'The filter over is written wrongly.', 'over: 10'],
    ['{{ organizations.count | over: 0 }}', 'The filter over is written wrongly.', 'over: 10'],
    ['{{ organizations.count | over: "10" }}', 'The filter over is written wrongly.', 'over: 10'],
    ['{{ organizations.count | plural: "one" }}', 'The filter plural is written wrongly.', 'plural'],
    [
      '{{ organizations.count | plural: "one" "two" "three" }}',
      'The filter plural is written wrongly.',
      'plural',
    ],
    ['{{ organizations.count | words: 3 }}', 'The filter words is written wrongly.', 'words'],
    ['{{ campaign.title | number }}', 'The filter number needs a count, but it gets a text.', ''],
    [
      '{{ organizations.count | words | plural: "a", "b" }}',
      'The filter plural needs a count, but it gets a text.',
      '',
    ],
    [
      '{{ organizations.count | long_date }}',
      'The filter long_date needs a day, but it gets a count.',
      'publishedOn',
    ],
    ['{% for x in y %}{% endfor %}', 'Unknown tag for.', 'if'],
    ['{% assign x = 1 %}', 'Unknown tag assign.', 'if'],
    ['{% include "x" %}', 'Unknown tag include.', 'if'],
    ['{% raw %}{{ x }}{% endraw %}', 'Unknown tag raw.', 'if'],
    ['{% if count > 1 %}{% endif %}', 'Unknown name count in {{ }}.', ''],
    ['{% if %}{% endif %}', 'This condition is not valid.', 'if'],
    ['{% if organizations.count > %}{% endif %}', 'This condition is not valid.', 'if'],
    ['{% if organizations.count | words %}{% endif %}', 'This condition is not valid.', 'if'],
    ['{% if (1..99999999) %}{% endif %}', 'This condition is not valid.', 'if'],
    ['{% if organizations.count %}x', 'This if has no endif.', 'endif'],
    ['x{% endif %}', 'This endif has no if before it.', 'if'],
    ['{% else %}', 'This else has no if before it.', 'if'],
    ['{% if organizations.count %}{% else %}{% else %}{% endif %}', 'This else comes after an else.', ''],
    ['{{ organizations.count', 'This is not valid Liquid: output "{{ organizations.count" not closed.', '}}'],
    [
      '{% if organizations.count',
      'This is not valid Liquid: tag "{% if organizations.count" not closed.',
      '%}',
    ],
  ])('%s is a mistake', (text, message, cure) => {
    const [first] = checkLiquid(text);
    expect(first?.words(mistakeTexts('en'))).toEqual({ message, cure: expect.stringContaining(cure) });
  });

  test('mistakes in a branch that is not taken are found, and where they are', () => {
    const text = 'one\n{% if organizations.count > 5 %}a{% else %}\n{{ nothing }}{% endif %}';
    expect(checkLiquid(text)).toEqual([expect.objectContaining({ offset: text.indexOf('{{ nothing') })]);
  });

  test('a text with absurdly many branches is refused, not run', () => {
    const [first] = checkLiquid('{% if true %}'.repeat(20_000));
    expect(first?.words(mistakeTexts('en')).message).toBe('Too many ifs are nested here.');
    const long = `{% if ${'true and '.repeat(20_000)}true %}x{% endif %}`;
    expect(checkLiquid(long)).toEqual([]);
  });
});

describe('A number in words', () => {
  test.each([
    [0, 'zero', 'cero', 'zéro'],
    [1, 'one', 'una', 'une'],
    [16, 'sixteen', 'dieciséis', 'seize'],
    [21, 'twenty-one', 'veintiuna', 'vingt et une'],
    [31, 'thirty-one', 'treinta y una', 'trente et une'],
    [100, 'one hundred', 'cien', 'cent'],
    [101, 'one hundred one', 'ciento una', 'cent une'],
    [170, 'one hundred seventy', 'ciento setenta', 'cent soixante-dix'],
    [500, 'five hundred', 'quinientas', 'cinq cents'],
    [999, 'nine hundred ninety-nine', 'novecientas noventa y nueve', 'neuf cent quatre-vingt-dix-neuf'],
    [1000, 'one thousand', 'mil', 'mille'],
    [
      1234,
      'one thousand two hundred thirty-four',
      'mil doscientas treinta y cuatro',
      'mille deux cent trente-quatre',
    ],
    [21_000, 'twenty-one thousand', 'veintiuna mil', 'vingt et un mille'],
    [100_000, 'one hundred thousand', 'cien mil', 'cent mille'],
    [1_000_000, 'one million', 'un millón', 'un million'],
    [
      21_500_001,
      'twenty-one million five hundred thousand one',
      'veintiún millones quinientas mil una',
      'vingt et un millions cinq cent mille une',
    ],
    [
      231_000_000,
      'two hundred thirty-one million',
      'doscientos treinta y un millones',
      'deux cent trente et un millions',
    ],
  ])('%i is “%s”, “%s” and “%s”', (value, english, spanish, french) => {
    expect(numberInWords(value, 'en')).toBe(english);
    expect(numberInWords(value, 'es')).toBe(spanish);
    expect(numberInWords(value, 'fr')).toBe(french);
  });

  test.each([
    [71, 'soixante et onze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-une'],
    [91, 'quatre-vingt-onze'],
    [200, 'deux cents'],
    [201, 'deux cent une'],
    [80_000, 'quatre-vingt mille'],
    [200_080, 'deux cent mille quatre-vingts'],
    [80_000_000, 'quatre-vingts millions'],
    [300_000_000, 'trois cents millions'],
  ])('%i is “%s” in French', (value, french) => {
    expect(numberInWords(value, 'fr')).toBe(french);
  });

  test.each([-1, 1.5, Number.NaN, 1e9])('%d has none', (value) => {
    expect(numberInWords(value, 'en')).toBeUndefined();
  });
});
