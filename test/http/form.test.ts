import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldsOf, readForm, typedTexts } from '../../shared/http/form.ts';

describe('a form', () => {
  test('is read as a browser writes it', () => {
    const value = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(value, value), (values) => {
        expect({ ...readForm(new URLSearchParams(values).toString()) }).toEqual(values);
      }),
    );
  });

  test('keeps an equals sign in a value, and reads a name without a value as empty', () => {
    expect({ ...readForm('a=b=c&d&=e') }).toEqual({ a: 'b=c', d: '', '': 'e' });
  });

  test('gives a list for a field that comes more than once', () => {
    expect(readForm('a=1&b=2&a=3&a=4').a).toEqual(['1', '3', '4']);
  });

  test.each(['a=%FF', 'a=%', 'a=%zz', '%C3=a', 'a=%ED%A0%80'])('refuses %s, which is not UTF-8', (text) => {
    expect(() => readForm(text)).toThrow(URIError);
  });

  test('has no prototype to pollute', () => {
    const fields = readForm('__proto__=1&constructor=2&__proto__=3');
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(Object.entries(fields)).toEqual([
      ['__proto__', ['1', '3']],
      ['constructor', '2'],
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('is shown again with what was typed: the first of several values, and a ticked box for true', () => {
    const fields = fieldsOf([
      ['name', ' Ana '],
      ['city', ['Here', 'There']],
      ['authorized', true],
      ['title', 5],
      ['region', null],
    ]);
    expect(typedTexts(fields)).toEqual({ name: ' Ana ', city: 'Here', authorized: 'on' });
  });
});
