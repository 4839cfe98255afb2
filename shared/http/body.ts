import type middy from '@middy/core';
import type { ApiEvent, ApiResponse } from './event.ts';
import { type Fields, fieldsOf, readForm } from './form.ts';
import { Problem, type ProblemOptions } from './problem.ts';

/** The default maximum size of a body in bytes, after base64 is decoded. */
export const maxBodyBytes = 16 * 1024;

/** Maximum size of a body with a campaign's files. A form sends an accented letter in six bytes. */
export const maxFolderBytes = 4_000_000;

/**
 * Reads the body, JSON or a form, into `event.fields` before the handler runs. Without a body there are no fields.
 *
 * @throws Problem as `readFields`
 */
export const parseBody = (): middy.MiddlewareObj<ApiEvent & { fields: Fields }, ApiResponse> => ({
  before: ({ event }) => {
    event.fields = readFields(event);
  },
});

/**
 * For a handler that does not use the body, which is not parsed.
 *
 * @throws Problem `too-large` over 16 KB
 */
export const ignoreBody = (): middy.MiddlewareObj<ApiEvent, ApiResponse> => ({
  before: ({ event }) => {
    bytesOf(event);
  },
});

function bytesOf(event: ApiEvent, maxBytes = maxBodyBytes, tooLarge: ProblemOptions = {}): Buffer {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw new Problem('too-large', tooLarge);
  return bytes;
}

/**
 * The fields of a body, JSON or a form.
 *
 * @throws Problem `too-large` over `maxBytes` (16 KB) with the words of `tooLarge`, `unsupported` for another content
 * type, `malformed` for a body that cannot be read
 */
export function readFields(event: ApiEvent, maxBytes?: number, tooLarge?: ProblemOptions): Fields {
  const bytes = bytesOf(event, maxBytes, tooLarge);
  if (bytes.length === 0) return fieldsOf([]);
  const read = readerOf(event);
  try {
    return read(bytes);
  } catch {
    throw new Problem('malformed');
  }
}

/**
 * The fields of a form with a file, or of any other body. A file is its bytes.
 *
 * @throws Problem as `readFields`
 */
export async function readUpload(
  event: ApiEvent,
  maxBytes: number,
  tooLarge: ProblemOptions,
): Promise<Fields> {
  const contentType = event.headers['content-type'] ?? '';
  if (mediaType(contentType) !== 'multipart/form-data') return readFields(event, maxBytes, tooLarge);
  const body = new Uint8Array(bytesOf(event, maxBytes, tooLarge));
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    const fields: [string, unknown][] = [];
    for (const [name, value] of form)
      fields.push([name, typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer())]);
    return fieldsOf(fields);
  } catch {
    throw new Problem('malformed');
  }
}

type Reader = (bytes: Buffer) => Fields;

const readers: Record<string, Reader> = {
  'application/json': (bytes) => {
    const value: unknown = JSON.parse(utf8(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TypeError('not an object');
    return fieldsOf(Object.entries(value));
  },
  'application/x-www-form-urlencoded': (bytes) => readForm(utf8(bytes)),
};

function readerOf({ headers }: ApiEvent): Reader {
  const contentType = headers['content-type'] ?? '';
  const type = mediaType(contentType);
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (!reader || !isPlain || !isUtf8(contentType)) throw new Problem('unsupported');
  return reader;
}

const mediaType = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  return charset === undefined || ['utf-8', 'utf8', 'us-ascii'].includes(charset);
}

/** A gateway that reads a body as text replaces bytes that are not UTF-8 by U+FFFD, so both are refused. */
function utf8(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\uFFFD')) throw new TypeError('not UTF-8');
  return text;
}
