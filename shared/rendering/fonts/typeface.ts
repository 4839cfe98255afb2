import { readFileSync } from 'node:fs';
import { type FontName, fontPath } from './font-files.ts';

/** The data of a typeface that is needed to choose it for a text and to break lines. */
export interface Typeface {
  has(codePoint: number): boolean;
  /** Width of a character as a share of the font size, before kerning. */
  advance(codePoint: number): number;
  /** Ascender minus descender as a share of the font size: the natural height of a line. */
  lineHeight: number;
}

const typefaces = new Map<FontName, Typeface>();

/** Reads a typeface once and keeps it. */
export function typeface(name: FontName): Typeface {
  const known = typefaces.get(name);
  if (known) return known;
  const read = parseTypeface(readFileSync(fontPath(name)));
  typefaces.set(name, read);
  return read;
}

/**
 * Reads the tables of a TrueType file that say which characters it has and how wide they are
 * (https://learn.microsoft.com/en-us/typography/opentype/spec/cmap, `hmtx`, `hhea`, `head`). The library that makes
 * the PDF knows all this too, but takes half a second to load, and `check` needs only these tables.
 */
function parseTypeface(file: Buffer): Typeface {
  const tables = new Map<string, number>();
  for (let at = 12, end = 12 + file.readUInt16BE(4) * 16; at < end; at += 16)
    tables.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8));
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no table ${tag}`);
    return offset;
  };
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const metrics = file.readUInt16BE(hhea + 34);
  const glyphs = readCharacterMap(file, table('cmap'));
  return {
    has: (codePoint) => glyphs.has(codePoint),
    advance: (codePoint) => {
      const glyph = Math.min(glyphs.get(codePoint) ?? 0, metrics - 1);
      return file.readUInt16BE(hmtx + glyph * 4) / unitsPerEm;
    },
    lineHeight: (file.readInt16BE(hhea + 4) - file.readInt16BE(hhea + 6)) / unitsPerEm,
  };
}

/**
 * Maps characters to glyphs, from the most complete Unicode subtable: format 12 has all planes, format 4 only the
 * first.
 */
function readCharacterMap(file: Buffer, cmap: number): Map<number, number> {
  const subtables = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, index) => {
    const offset = cmap + file.readUInt32BE(cmap + 4 + index * 8 + 4);
    return { offset, format: file.readUInt16BE(offset) };
  });
  const all = subtables.find(({ format }) => format === 12);
  if (all) return readFormat12(file, all.offset);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic) return readFormat4(file, basic.offset);
  throw new Error('The font has no character map of format 4 or 12');
}

function readFormat12(file: Buffer, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let at = offset + 16, end = at + file.readUInt32BE(offset + 12) * 12; at < end; at += 12) {
    const [first, last, glyph] = [
      file.readUInt32BE(at),
      file.readUInt32BE(at + 4),
      file.readUInt32BE(at + 8),
    ];
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function readFormat4(file: Buffer, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const twice = file.readUInt16BE(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + twice];
  const [deltas, ranges] = [starts + twice, starts + 2 * twice];
  for (let segment = 0; segment < twice; segment += 2) {
    const delta = file.readUInt16BE(deltas + segment);
    const range = file.readUInt16BE(ranges + segment);
    const start = file.readUInt16BE(starts + segment);
    for (let code = start; code <= file.readUInt16BE(ends + segment) && code < 0xffff; code++) {
      const raw = range === 0 ? code : file.readUInt16BE(ranges + segment + range + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
