/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark. Undefined for anything else: it would have to be
 * guessed, and a wrong guess misspells names.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
