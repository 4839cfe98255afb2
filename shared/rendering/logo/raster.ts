export interface Raster {
  type: 'png' | 'jpeg';
  /** In pixels, from the header of the file. */
  width: number;
  height: number;
}

/** The kind of a picture by its first bytes, whatever its name is. Undefined if it is neither PNG nor JPEG. */
export function rasterOf(bytes: Uint8Array): Raster | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // https://www.w3.org/TR/png-3/#11IHDR
  if (view.length >= 24 && view.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n')
    return { type: 'png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  return view.length > 4 && view.readUInt16BE(0) === 0xffd8 ? jpegOf(view) : undefined;
}

/**
 * Reads the segments of a JPEG up to the one with its size (SOF, https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1
 * and B.2).
 */
function jpegOf(view: Buffer): Raster | undefined {
  for (let at = 2; at + 9 <= view.length; ) {
    if (view[at] !== 0xff) return undefined;
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'jpeg', height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    // Fill bytes may come before a marker.
    at += marker === 0xff ? 1 : 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}
