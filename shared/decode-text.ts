/**
 * The text of a file in UTF-8 or UTF-16, its lines ended by \n also where an old Mac ended them by \r. Undefined for
 * anything else: it would have to be guessed, and a wrong guess misspells names. UTF-16 is told by its byte order mark,
 * or by the zero beside the first letter, which no text in UTF-8 has.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return undefined;
    return text.includes('\n') ? text : text.replaceAll('\r', '\n');
  } catch {
    return undefined;
  }
}
