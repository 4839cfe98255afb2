import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawLogo } from '../../../shared/rendering/logo/draw-logo.ts';
import { type PreviewTexts, previewImage } from '../../../shared/rendering/preview-image/preview-image.ts';
import { strangeNames } from '../../support/strange-names.ts';
import { isLong, sampleOf } from '../../support/suite.ts';
import { circle, svg } from '../logo/pictures.ts';

const words = (more: Partial<PreviewTexts> = {}): PreviewTexts => ({
  title: 'Letter to the Harbor Commission on the Shoreline Trees',
  number: '170 organizations have signed',
  callToAction: 'Read the letter and sign it',
  sender: 'Shoreline Coalition',
  ...more,
});

/** Of the header that every PNG begins with (https://www.w3.org/TR/png-3/#11IHDR). */
const sizeOf = (png: Uint8Array) => {
  const bytes = Buffer.from(png);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the picture that goes with a link', () => {
  test('is a PNG of 1200 × 630, and the same one for the same words', async () => {
    const once = await previewImage(words());
    expect(sizeOf(once)).toEqual([1200, 630]);
    expect(Buffer.from(await previewImage(words())).equals(once)).toBe(true);
    expect(
      Buffer.from(await previewImage(words({ number: '171 organizations have signed' }))).equals(once),
    ).toBe(false);
  });

  test('has the logo, where there is one, in the place of the name', async () => {
    const drawing = await drawLogo('logo.svg', svg(circle));
    if (typeof drawing === 'string') throw new Error(drawing);
    const withLogo = await previewImage(words({ logo: drawing }));
    expect(sizeOf(withLogo)).toEqual([1200, 630]);
    const of = async (more: Partial<PreviewTexts>) => Buffer.from(await previewImage(words(more)));
    expect((await of({ logo: drawing, sender: 'Somebody else' })).equals(withLogo)).toBe(true);
    expect((await of({})).equals(withLogo)).toBe(false);
  });

  test('has a title of up to 200 letters whole', async () => {
    const title = `${'Letter to the Harbor Commission on the Trees, '.repeat(4)}Now`;
    const of = async (end: string) => Buffer.from(await previewImage(words({ title: `${title} ${end}` })));
    for (const ending of ['a', 'b']) expect((await of(ending)).equals(await of('c'))).toBe(false);
  });

  test('can be drawn of any name', async () => {
    for (const name of sampleOf(Object.values(strangeNames), 3))
      expect(sizeOf(await previewImage(words({ title: name, sender: name })))).toEqual([1200, 630]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (title) => {
        expect(sizeOf(await previewImage(words({ title, sender: title })))).toEqual([1200, 630]);
      }),
      { numRuns: isLong ? 20 : 3 },
    );
  });
});
