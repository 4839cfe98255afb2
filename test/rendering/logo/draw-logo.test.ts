import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Logo, maxLogoSize } from '../../../shared/campaign/logo.ts';
import { drawLogo } from '../../../shared/rendering/logo/draw-logo.ts';
import { rasterOf } from '../../../shared/rendering/logo/raster.ts';
import { circle, jpeg, png, svg } from './pictures.ts';

const drawn = async (bytes: Uint8Array): Promise<Logo> => {
  const logo = await drawLogo('logo.svg', bytes);
  if (typeof logo === 'string') throw new Error(logo);
  return logo;
};
const bytesOf = (logo: Logo) => Buffer.from(logo.png, 'base64');

describe('a logo', () => {
  test('is drawn as a PNG of three pixels to a CSS pixel, the same bytes each time', async () => {
    const logo = await drawn(svg(circle));
    expect(logo).toMatchObject({ file: 'logo.svg', width: 256, height: 64 });
    expect(rasterOf(bytesOf(logo))).toEqual({ type: 'png', width: 768, height: 192 });
    expect(await drawn(svg(circle))).toEqual(logo);
  });

  test.each([
    ['tall', 'viewBox="0 0 10 100"', circle, { width: 6, height: 64 }],
    [
      'of enormous size',
      'width="1e9" height="5e8"',
      '<path d="M0 0H1e9V5e8H0z"/>',
      { width: 128, height: 64 },
    ],
    ['without a size', '', '<path d="M0 0H9V9H0z"/>', { width: 64, height: 64 }],
  ])('that is %s fits', async (_, size, content, shown) => {
    expect(await drawn(svg(content, size))).toMatchObject(shown);
  });

  test.each([
    ['a PNG', png(40, 30)],
    ['a JPEG', jpeg],
  ])('that is %s is drawn anew, and what else was in its file is gone', async (_, bytes) => {
    const { width = 0, height = 0 } = rasterOf(bytes) ?? {};
    const logo = await drawn(bytes);
    // Made of pixels, it is not made larger than it is.
    expect(logo).toMatchObject({ width, height });
    expect(bytes.toString('latin1')).toMatch(/taken/i);
    expect(bytesOf(logo).toString('latin1')).not.toMatch(/taken/i);
  });

  test('has nothing of scripts, links and metadata', async () => {
    const hostile = svg(
      `<metadata>Ana</metadata><script>alert(1)</script><g onclick="alert(1)">${circle}</g>
       <animate attributeName="x" begin="0s"/>`,
    );
    expect(await drawn(hostile)).toEqual(await drawn(svg(circle)));
  });

  test('of many colors is drawn with fewer pixels, so that it is never more than 40 KB', async () => {
    const logo = await drawn(png(400, 60, { noise: true }));
    expect(bytesOf(logo).length).toBeLessThanOrEqual(40_000);
    expect(logo).toMatchObject({ width: 256, height: 38 });
  });
});

const laughs = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`,
);

describe('what cannot be drawn is told:', () => {
  test.each<[string, string, Uint8Array]>([
    ['an image elsewhere', 'refers-outside', svg('<image href="https://example.org/a.png"/>')],
    ['an image in the folder', 'refers-outside', svg(`${circle}<image xlink:href = 'photo.png'/>`)],
    ['a color elsewhere', 'refers-outside', svg(`<g style="fill:url( 'http://example.org/a.svg#a')"/>`)],
    ['a style sheet elsewhere', 'refers-outside', svg('<style>@import "a.css";</style>')],
    ['a reference in an entity', 'refers-outside', svg('<use href="&a;"/>')],
    [
      'a picture of another kind in it',
      'holds-pictures',
      svg('<image href="data:image/gif;base64,R0lGODlh"/>'),
    ],
    [
      'a picture that unpacks to gigabytes in it',
      'holds-pictures',
      svg(
        `<image href="data:image/png;base64,${png(1, 1, { claims: { width: 60_000, height: 60_000 } }).toString('base64')}"/>`,
      ),
    ],
    ['words', 'has-text', svg(`${circle}<text x="1" y="9">Shoreline</text>`)],
    ['HTML', 'has-html', svg('<foreignObject width="9" height="9"><p/></foreignObject>')],
    ['nothing at all', 'shows-nothing', svg('')],
    ['what is wholly transparent', 'shows-nothing', svg(`<g opacity="0">${circle}</g>`)],
    ['a line', 'too-narrow', svg(circle, 'viewBox="0 0 1000 1"')],
    ['no size', 'broken', svg(circle, 'width="0" height="0"')],
    ['broken XML', 'broken', svg('<g>')],
    [
      'a billion laughs',
      'broken',
      Buffer.from(`<!DOCTYPE svg [<!ENTITY a0 "ha">${laughs.join('')}]>${svg(`<desc>&a9;</desc>${circle}`)}`),
    ],
    ['comments that never end', 'broken', svg('').fill('<!--', 60)],
    ['a PNG of gigabytes', 'too-many-pixels', png(1, 1, { claims: { width: 60_000, height: 60_000 } })],
    ['a PNG that breaks off', 'shows-nothing', png(40, 40).subarray(0, 60)],
    ['a JPEG that breaks off', 'not-a-picture', jpeg.subarray(0, 30)],
    ['a PNG of noise', 'too-detailed', png(256, 64, { noise: true })],
    ['a GIF', 'not-a-picture', Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')],
    ['a packed SVG', 'not-a-picture', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['HTML with an SVG in it', 'not-a-picture', Buffer.from(`<p>${svg(circle)}</p>`)],
    ['nothing', 'not-a-picture', Buffer.alloc(0)],
    ['too large a file', 'too-large', svg(`${circle}${' '.repeat(200_000)}`)],
  ])('%s', async (_, problem, bytes) => {
    expect(await drawLogo('logo.svg', bytes)).toBe(problem);
  });

  test('whatever the bytes are, the answer is a logo within its bounds or a reason', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => svg(`${circle}${text}`)),
      // A picture with one byte put wrong.
      fc
        .tuple(fc.constantFrom(png(9, 9), jpeg, svg(circle)), fc.nat(400), fc.nat(255))
        .map(([picture, at, value]) => {
          const wrong = Buffer.from(picture);
          wrong[at % wrong.length] = value;
          return wrong;
        }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (picture) => {
        const logo = await drawLogo('logo', picture);
        if (typeof logo === 'string') return;
        expect(logo.width).toBeLessThanOrEqual(maxLogoSize.width);
        expect(logo.height).toBeLessThanOrEqual(maxLogoSize.height);
        expect(rasterOf(bytesOf(logo))?.type).toBe('png');
      }),
      { numRuns: 25 },
    );
  });
});
