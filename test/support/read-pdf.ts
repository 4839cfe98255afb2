import { inflateSync } from 'node:zlib';

/** A piece of text in a PDF, with the beginning of its baseline in points from the left and upper edges of the page. */
export interface SetText {
  text: string;
  x: number;
  y: number;
  size: number;
}

export interface ReadPdf {
  pages: { texts: SetText[]; text: string; links: string[] }[];
  /** The document's properties: title, author, language, and its bookmarks. */
  title: string;
  author: string;
  language: string;
  bookmarks: string[];
}

/** Reads a PDF that pdfmake wrote, only as far as needed to see which text is where. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const all = [...objects.values()];
  const root = all.find((body) => body.includes('/Type /Catalog')) ?? '';
  const kids = object(root.match(/\/Pages (\d+) 0 R/)?.[1]).match(/\/Kids \[([^\]]*)\]/)?.[1] ?? '';
  const info = object(file.match(/\/Info (\d+) 0 R/)?.[1]);
  return {
    pages: references(kids).map((id) => readPage(object(id), object)),
    title: stringOf(info, 'Title', object),
    author: stringOf(info, 'Author', object),
    language: stringOf(root, 'Lang'),
    bookmarks: all
      .filter((body) => body.includes('/Dest ') && body.includes('/Title'))
      .map((body) => stringOf(body, 'Title')),
  };
}

const references = (list: string): string[] => [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);

function readPage(page: string, object: (id: string | undefined) => string): ReadPdf['pages'][number] {
  const height = Number(page.match(/\/MediaBox \[\S+ \S+ \S+ (\S+)\]/)?.[1]);
  const fonts = new Map<string, Map<string, string>>();
  const resources = object(page.match(/\/Resources (\d+) 0 R/)?.[1]);
  for (const [, name = '', id] of (resources.match(/\/Font <<([^>]*)>>/)?.[1] ?? '').matchAll(
    /\/(F\d+) (\d+) 0 R/g,
  ))
    fonts.set(name, charactersOf(streamOf(object(object(id).match(/\/ToUnicode (\d+) 0 R/)?.[1]))));
  const texts: SetText[] = [];
  const content = streamOf(object(page.match(/\/Contents (\d+) 0 R/)?.[1]));
  for (const [, x, y, font = '', size, glyphs = ''] of content.matchAll(
    /1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) (\S+) Tf\n(?:\S+ Tc\n)?\[([^\]]*)\] TJ/g,
  )) {
    const characters = fonts.get(font);
    const text = [...glyphs.matchAll(/<([0-9a-f]*)>/g)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((glyph) => characters?.get(glyph) ?? '')
      .join('');
    texts.push({ text, x: Number(x), y: height - Number(y), size: Number(size) });
  }
  const links = references(page.match(/\/Annots \[([^\]]*)\]/)?.[1] ?? '').map((id) =>
    stringOf(object(object(id).match(/\/A (\d+) 0 R/)?.[1]), 'URI'),
  );
  return { texts, text: linesOf(texts), links };
}

/** The words of a page in the order in which they were set. A new line begins where the baseline moves. */
function linesOf(texts: readonly SetText[]): string {
  let [text, last] = ['', Number.NaN];
  for (const { text: piece, y } of texts) {
    text += Math.abs(y - last) < 1 || Number.isNaN(last) ? piece : `\n${piece}`;
    last = y;
  }
  return text;
}

function streamOf(object: string): string {
  const data = object.match(/stream\n([\s\S]*)\nendstream/)?.[1] ?? '';
  return data === '' ? '' : inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

/** Maps glyphs to characters, from a `ToUnicode` map. */
function charactersOf(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      characters.set(glyph, utf16(Buffer.from(hex.replaceAll(' ', ''), 'hex')));
    });
  return characters;
}

const utf16 = (bytes: Buffer): string =>
  Array.from({ length: bytes.length / 2 }, (_, index) =>
    String.fromCharCode(bytes.readUInt16BE(index * 2)),
  ).join('');

/** A string of a dictionary, or the one that it refers to. With a byte order mark, it is UTF-16. */
function stringOf(dictionary: string, key: string, object: (id: string) => string = () => ''): string {
  const reference = dictionary.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1];
  const value =
    reference === undefined ? dictionary.slice(dictionary.indexOf(`/${key} (`)) : object(reference);
  const raw = value.match(/\(((?:\\[\s\S]|[^\\)])*)\)/)?.[1] ?? '';
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = raw.replace(/\\([\s\S])/g, (_, character: string) => named[character] ?? character);
  return plain.startsWith('\u00fe\u00ff') ? utf16(Buffer.from(plain.slice(2), 'latin1')) : plain;
}
