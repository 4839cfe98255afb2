import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 over parts, each with its length in bytes (four, big-endian), so that no two lists of parts give the same
 * input: `['ab', 'c']` is not `['a', 'bc']`. The first part should say what the hash is for. Broken surrogates count as
 * U+FFFD.
 */
export function keyedHash(key: string, parts: readonly string[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}
