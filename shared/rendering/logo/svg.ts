import { type Raster, rasterOf } from './raster.ts';

/** Why an SVG would not be drawn as its author sees it. */
export type SvgProblem = 'refers-outside' | 'has-text' | 'has-html' | 'holds-pictures';

/** The text of an SVG, from its bytes. Undefined for anything else. */
export function svgOf(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  // A declaration, comments and a document type may come first.
  return text !== undefined &&
    /^(?:<[?!]|<(?:\w+:)?svg[\s>/])/.test(text.trimStart()) &&
    /<(?:\w+:)?svg[\s>/]/.test(text)
    ? text
    : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What in an SVG cannot be drawn correctly: files that it refers to (they cannot be read), text (there is no
 * typeface), and HTML. These are reported instead of left out, because the organizers would not notice that something
 * is missing. Scripts are ignored, since they are not drawn.
 */
export function svgProblem(svg: string): SvgProblem | undefined {
  const text = svg.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const attributes = [...text.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)];
  const functions = [...text.matchAll(/\burl\s*\(\s*(?:&quot;|&apos;|["'])?\s*([^"'&)]*)/gi)];
  const references = [
    ...attributes.map(([, double, single]) => double ?? single ?? ''),
    ...functions.map(([, address = '']) => address),
  ].map((address) => address.trim());
  if (/@import\b/i.test(text)) return 'refers-outside';
  for (const address of references) {
    if (address.startsWith('#')) continue;
    if (!/^data:/i.test(address)) return 'refers-outside';
    const held = embedded(address);
    if (held === undefined || !isDrawable(held)) return 'holds-pictures';
  }
  if (/<(?:\w+:)?foreignObject[\s>/]/.test(text)) return 'has-html';
  return /<(?:\w+:)?text[\s>/]/.test(text) ? 'has-text' : undefined;
}

/** A PNG or JPEG that is embedded in the SVG. */
function embedded(address: string): Raster | undefined {
  const [, base64] = /^data:image\/(?:png|jpe?g);base64,([\s\S]*)$/i.exec(address) ?? [];
  return base64 === undefined ? undefined : rasterOf(Buffer.from(base64.replace(/&#\w+;/g, ''), 'base64'));
}

/** A larger picture can fill the memory when it is unpacked, even if its file is small. */
const maxPixels = 16_000_000;

export const isDrawable = ({ width, height }: Raster): boolean =>
  width > 0 && height > 0 && width * height <= maxPixels;
