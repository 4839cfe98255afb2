import { type Logo, maxLogoSize } from '../../campaign/logo.ts';
import { resvg } from '../preview-image/resvg.ts';
import { appearanceOf, type LogoAppearance } from './appearance.ts';
import { type Raster, rasterOf } from './raster.ts';
import { isDrawable, type SvgProblem, svgOf, svgProblem } from './svg.ts';

/** Maximum size of a picture file, in bytes. */
export const maxPictureBytes = 200_000;

/** Maximum size of a drawn logo, in bytes. */
const maxDrawingBytes = 40_000;

/** Pixels for each CSS pixel: three for print if possible, at least one for screens. */
const densities = [3, 2, 1];

/** In CSS pixels. A smaller picture would be a line. */
const minPixels = 4;

const options = { font: { loadSystemFonts: false } };

export type LogoProblem =
  | 'too-large'
  | 'not-a-picture'
  | 'too-many-pixels'
  | 'too-narrow'
  | 'too-detailed'
  | 'shows-nothing'
  | 'white-on-white'
  | 'broken'
  | SvgProblem;

/** Draws a picture (SVG, PNG or JPEG, by its bytes) as a new PNG. The same bytes give the same logo. */
export async function drawLogo(file: string, bytes: Uint8Array): Promise<Logo | LogoProblem> {
  if (bytes.length > maxPictureBytes) return 'too-large';
  const svg = svgOf(bytes);
  if (svg !== undefined) return svgProblem(svg) ?? (await draw(file, svg));
  const raster = rasterOf(bytes);
  if (!raster) return 'not-a-picture';
  if (!isDrawable(raster)) return 'too-many-pixels';
  return await draw(file, svgAround(raster, bytes), raster);
}

const svgAround = ({ type, width, height }: Raster, bytes: Uint8Array): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/${type};base64,${Buffer.from(bytes).toString('base64')}"/></svg>`;

async function draw(file: string, svg: string, raster?: Raster): Promise<Logo | LogoProblem> {
  try {
    const size = await measured(svg);
    const fits = Math.min(maxLogoSize.width / size.width, maxLogoSize.height / size.height);
    // A raster picture is not shown larger than it is. A vector picture has no size of its own.
    const scale = raster ? Math.min(1, fits) : fits;
    const shown = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
    if (shown.width < minPixels || shown.height < minPixels) return 'too-narrow';
    for (const density of densities) {
      const width = Math.round(size.width * scale * density);
      const { png, look } = await painted(svg, Math.min(raster?.width ?? width, width));
      if (look === 'shows-nothing' || look === 'white-on-white') return look;
      if (png.length <= maxDrawingBytes)
        return { file, png: Buffer.from(png).toString('base64'), ...shown, tone: look };
    }
    return 'too-detailed';
  } catch {
    return 'broken';
  }
}

async function measured(svg: string): Promise<{ width: number; height: number }> {
  const { Resvg } = await resvg();
  const drawing = new Resvg(svg, options);
  const { width, height } = drawing;
  drawing.free();
  return { width, height };
}

async function painted(svg: string, width: number): Promise<{ png: Uint8Array; look: LogoAppearance }> {
  const { Resvg } = await resvg();
  const drawing = new Resvg(svg, { ...options, fitTo: { mode: 'width', value: width } });
  try {
    const image = drawing.render();
    const painted = { png: image.asPng(), look: appearanceOf(image.pixels) };
    image.free();
    return painted;
  } finally {
    drawing.free();
  }
}
