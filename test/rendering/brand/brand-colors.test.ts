import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  accentsOf,
  backgrounds,
  defaultColor,
  isUsableColor,
  nearestUsableColor,
} from '../../../shared/rendering/brand/brand-colors.ts';
import { contrast, mix, nearestReadable } from '../../../shared/rendering/brand/contrast.ts';
import { runs } from '../../support/suite.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colors', () => {
  // Values of https://webaim.org/resources/contrastchecker/
  test.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#ffcc00', '#ffffff', 1.5],
    ['#1a4f7a', '#1a4f7a', 1],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(Math.trunc(contrast(one, other) * 100 + 0.5) / 100).toBeCloseTo(ratio, 1);
    expect(contrast(one, other)).toBe(contrast(other, one));
  });
});

describe('the nearest readable color', () => {
  test('is the color itself where that can be read', () => {
    expect(nearestUsableColor('#1A4F7A')).toBe('#1a4f7a');
    expect(isUsableColor(defaultColor)).toBe(true);
  });

  test('is darker on light backgrounds, lighter on dark ones, and no further away than it has to be', () => {
    fc.assert(
      fc.property(color, (typed) => {
        for (const ground of ['#ffffff', '#131416']) {
          const found = nearestReadable(typed, [ground]);
          expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
          if (found === typed) continue;
          const back = mix(found, typed, 0.08);
          if (back !== found) expect(contrast(back, ground)).toBeLessThan(4.6);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

test('every color gives links, buttons and boxes that can be read in light and in dark mode', () => {
  fc.assert(
    fc.property(color, (typed) => {
      const accents = accentsOf(typed);
      for (const mode of ['light', 'dark'] as const) {
        const { accent, accentDark, onAccent, tint } = accents[mode];
        const { paper, ground } = backgrounds[mode];
        for (const text of [accent, accentDark])
          for (const below of [paper, ground, tint])
            expect(contrast(text, below)).toBeGreaterThanOrEqual(4.5);
        for (const button of [accent, accentDark])
          expect(contrast(onAccent, button)).toBeGreaterThanOrEqual(4.5);
        const soft = { light: '#57534b', dark: '#b5b0a6' }[mode];
        expect(contrast(soft, tint)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: runs(500) },
  );
});
