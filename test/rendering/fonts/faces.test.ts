import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FontName, fontFiles } from '../../../shared/rendering/fonts/font-files.ts';
import { fontRuns, missingGlyphs } from '../../../shared/rendering/fonts/font-runs.ts';
import { typeface } from '../../../shared/rendering/fonts/typeface.ts';
import { strangeNames } from '../../support/strange-names.ts';

describe('the typefaces', () => {
  test('have Latin with accents, Greek and Cyrillic in every style', () => {
    const letters = 'ÁÉÍÓÚÜÑáéíóúüñÇçŁłŐőŠšŽžẼẽĂắ’“”«»–…ΑΒΓαβγώЖИЇєґяЁ';
    const styles = Object.keys(fontFiles).filter((name): name is FontName => name !== 'emoji');
    for (const name of styles)
      expect([...letters].filter((letter) => !typeface(name).has(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  test('know how wide a letter is', () => {
    const { advance, lineHeight } = typeface('serif');
    expect(advance(0x69)).toBeLessThan(advance(0x6d));
    expect(advance(0x6d)).toBeLessThan(1);
    expect(lineHeight).toBeGreaterThan(1);
  });

  test('are chosen by what they can print', () => {
    expect(fontRuns('Tree 🌳 Party', 'serif')).toEqual([
      { text: 'Tree ', face: 'text' },
      { text: '🌳', face: 'emoji' },
      { text: ' Party', face: 'text' },
    ]);
    expect(fontRuns('日本', 'serif')).toEqual([{ text: '☐☐', face: 'text' }]);
    expect(fontRuns('n\u0303', 'serif')).toEqual([{ text: 'ñ', face: 'text' }]);
    expect(fontRuns('', 'serif')).toEqual([]);
    // What a face has in another form is printed in that one.
    expect(fontRuns('a\u2011b', 'serif')).toEqual([{ text: 'a-b', face: 'text' }]);
    expect(fontRuns('（x］', 'serif')).toEqual([{ text: '(x]', face: 'text' }]);
    expect(fontRuns('ḵ', 'serif')).toEqual([{ text: 'k\u0331', face: 'text' }]);
    expect(missingGlyphs('ḵ ǫ ǵ （a） b\u2011c')).toEqual([]);
    // The other family has it.
    expect(fontRuns('Mɛri', 'serif')).toEqual([
      { text: 'M', face: 'text' },
      { text: 'ɛ', face: 'other' },
      { text: 'ri', face: 'text' },
    ]);
    expect(missingGlyphs('Xʷməθkʷəy̓əm Ɔ̃ ɓ ʔ ƛ̓ Ⱥ ꞌ ‟ 「a」 b・c 、 ★ ➤ a ∼ b')).toEqual([]);
    expect(fontRuns('「a」', 'serif')).toEqual([{ text: '“a”', face: 'text' }]);
  });

  test('never leave a character to chance', () => {
    const fonts = { text: 'serif', other: 'sans', emoji: 'emoji' } as const;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: run, face } of fontRuns(text, 'serif'))
          for (const character of run.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
            expect(typeface(fonts[face]).has(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });

  test('say which characters they lack', () => {
    expect(missingGlyphs('Harbor Families & Ñ “Ж” 🌳 👩‍👩‍👧')).toEqual([]);
    expect(missingGlyphs(strangeNames.chinese)).toEqual(['日', '本', 'の', '木']);
    expect(missingGlyphs(strangeNames.arabic)).toContain('م');
    expect(missingGlyphs('日日')).toEqual(['日']);
  });
});
