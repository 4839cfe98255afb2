import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';

/** The content of a body, and the trailing headers that followed it. */
export interface DecodedBody {
  bytes: Buffer;
  trailers: Record<string, string>;
}

/**
 * Removes the framing of a body that the SDK sent as `aws-chunked`: `<hex length>[;signature]\\r\
 * <bytes>\\r\
 * ` until a length of 0, then trailing headers. Undefined if the body is incomplete.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export function decodeBody(raw: Buffer, headers: IncomingHttpHeaders): DecodedBody | undefined {
  const isChunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  if (!isChunked) return { bytes: raw, trailers: {} };
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const length = Number.parseInt(raw.toString('latin1', at, lineEnd), 16);
    if (lineEnd < 0 || Number.isNaN(length)) return undefined;
    at = lineEnd + 2;
    if (length === 0) break;
    if (at + length > raw.length) return undefined;
    chunks.push(raw.subarray(at, at + length));
    at += length + 2;
  }
  const bytes = Buffer.concat(chunks);
  const promised = headers['x-amz-decoded-content-length'];
  if (promised !== undefined && Number(promised) !== bytes.length) return undefined;
  const lines = raw.toString('latin1', at).split('\r\n');
  return {
    bytes,
    trailers: Object.fromEntries(
      lines.flatMap((line) => {
        const colon = line.indexOf(':');
        return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
      }),
    ),
  };
}

const checksums: Record<string, (bytes: Buffer) => string> = {
  'content-md5': (bytes) => createHash('md5').update(bytes).digest('base64'),
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
  'x-amz-checksum-crc32': (bytes) => {
    const value = Buffer.alloc(4);
    value.writeUInt32BE(crc32(bytes));
    return value.toString('base64');
  },
};

/** Whether the bytes match every stated checksum whose algorithm is known here. */
export const checksumsHold = (bytes: Buffer, stated: Record<string, unknown>): boolean =>
  Object.entries(checksums).every(([name, sum]) => stated[name] === undefined || stated[name] === sum(bytes));
