import type middy from '@middy/core';
import type { ApiEvent, ApiResponse } from './event.ts';
import { type Fields, fieldsOf, readForm } from './form.ts';
import { Problem } from './problem.ts';

/** Bytes of a body after the transport's base64 is taken off. */
export const bodyLimit = 16 * 1024;

export interface BodyOptions {
  /** RFC 8058 lets a mail program send its one-click unsubscription this way. */
  multipart?: boolean;
}

/**
 * Reads the body, JSON or a form, into `event.fields` before the handler sees it. No body means no fields.
 *
 * @throws Problem `too-large` over 16 KB, `unsupported` for another content type, `malformed` for what cannot be read
 */
export const bodyFields = (
  options: BodyOptions = {},
): middy.MiddlewareObj<ApiEvent & { fields: Fields }, ApiResponse> => ({
  before: async ({ event }) => {
    event.fields = await readFields(event, options);
  },
});

async function readFields(event: ApiEvent, { multipart = false }: BodyOptions): Promise<Fields> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > bodyLimit) throw new Problem('too-large');
  if (bytes.length === 0) return fieldsOf([]);
  const contentType = event.headers['content-type'] ?? '';
  const read =
    multipart && mediaType(contentType) === 'multipart/form-data' ? readMultipart : readerOf(event);
  try {
    return await read(bytes, contentType);
  } catch {
    throw new Problem('malformed');
  }
}

type Reader = (bytes: Buffer, contentType: string) => Fields | Promise<Fields>;

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

/** A gateway that reads a body as text puts U+FFFD where it is not UTF-8: that is as broken as the bytes were. */
function utf8(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\uFFFD')) throw new TypeError('not UTF-8');
  return text;
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Fields> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  return fieldsOf(form.entries());
}
