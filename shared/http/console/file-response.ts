import { gzipSync } from 'node:zlib';
import type { ApiEvent, ApiResponse } from '../event.ts';

/**
 * Lambda's answers have 6 MB at most, in base64
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
 */
export const maxResponseBytes = 4_400_000;

const acceptsGzip = ({ headers }: Pick<ApiEvent, 'headers'>): boolean =>
  /\bgzip\b/.test(headers['accept-encoding'] ?? '');

/** A table with more characters does not fit into an answer, even if it is compressed to a tenth. */
export const maxTableCharacters = (request: Pick<ApiEvent, 'headers'>): number =>
  acceptsGzip(request) ? 60_000_000 : maxResponseBytes;

/** An answer with a file, compressed if the client accepts it. Undefined if the file is too large for an answer. */
export function fileResponse(
  request: Pick<ApiEvent, 'headers'>,
  body: string | Uint8Array,
  headers: Record<string, string>,
): ApiResponse | undefined {
  const isZipped = acceptsGzip(request);
  const bytes = isZipped ? gzipSync(body) : Buffer.from(body);
  if (bytes.length > maxResponseBytes) return undefined;
  return {
    statusCode: 200,
    headers: { ...headers, ...(isZipped && { 'content-encoding': 'gzip' }) },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
}
