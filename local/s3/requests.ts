import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeXml, unescapeXml } from '../xml.ts';
import { checksumsHold, decodeBody } from './body.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

/** A parsed request. `key` is empty if the request is about the bucket. */
export interface S3Request {
  request: IncomingMessage;
  response: ServerResponse;
  store: ObjectStore;
  bucket: string;
  key: string;
  query: URLSearchParams;
  body: Buffer;
}

export function fail({ request, response }: S3Request, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    request.method === 'HEAD'
      ? undefined
      : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
  );
}

const missing = (s3Request: S3Request): void =>
  fail(s3Request, 404, 'NoSuchKey', 'The specified key does not exist.');

/** Headers of a write that are stored and returned with the object. */
const isKept = (name: string): boolean =>
  /^(cache-control|content-(disposition|encoding|language|type)|expires|x-amz-meta-.*|x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256))$/.test(
    name,
  );

const keptHeaders = (headers: Record<string, unknown>): Record<string, string> => {
  const kept = Object.entries(headers)
    .filter(([name, value]) => isKept(name) && value !== undefined)
    .map(([name, value]) => [name, String(value)] as const);
  const { 'content-encoding': encoding, ...others } = Object.fromEntries(kept);
  // The encoding of the upload is not the encoding of the object.
  const own = (encoding ?? '')
    .split(',')
    .filter((part) => part.trim() !== 'aws-chunked')
    .join(',');
  return { 'content-type': 'binary/octet-stream', ...others, ...(own && { 'content-encoding': own }) };
};

export async function getObject(s3Request: S3Request): Promise<void> {
  const found = await s3Request.store.read(s3Request.key);
  if (!found) return missing(s3Request);
  const { request, response } = s3Request;
  const { head, body } = found;
  const ifMatch = request.headers['if-match'];
  if (ifMatch && ifMatch !== head.etag) {
    return fail(s3Request, 412, 'PreconditionFailed', 'The object is another one by now.');
  }
  const headers = headersOf(head, request.headers['x-amz-checksum-mode'] === 'ENABLED');
  if (isUnchanged(head, request)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Headers of an answer about an object. Checksums are included only if the request asked for them. */
export const headersOf = (head: StoredObject, withChecksums: boolean): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(head.headers).filter(([name]) => withChecksums || !name.startsWith('x-amz-checksum-')),
  ),
  etag: head.etag,
  'last-modified': new Date(head.lastModified).toUTCString(),
});

/** Whether the client already has this version (RFC 9110, 13.1.2 and 13.1.3). */
export function isUnchanged(head: StoredObject, { headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) {
    return known.split(',').some((tag) => ['*', head.etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(head.lastModified) <= Date.parse(since);
}

export async function putObject(s3Request: S3Request): Promise<void> {
  const { request, response, store, key } = s3Request;
  const decoded = decodeBody(s3Request.body, request.headers);
  if (!decoded) return fail(s3Request, 400, 'IncompleteBody', 'The body is shorter than it says.');
  const stated = { ...request.headers, ...decoded.trailers };
  if (!checksumsHold(decoded.bytes, stated)) {
    return fail(s3Request, 400, 'BadDigest', 'A checksum is not that of the bytes that came.');
  }
  const ifNoneMatch = request.headers['if-none-match'];
  const ifMatch = request.headers['if-match'];
  if (ifMatch !== undefined && !store.head(key)) return missing(s3Request);
  const written = await store.write(key, decoded.bytes, keptHeaders(stated), {
    ...(ifNoneMatch !== undefined && { ifNoneMatch }),
    ...(ifMatch !== undefined && { ifMatch }),
  });
  if (!written) {
    return fail(s3Request, 412, 'PreconditionFailed', 'At least one of the preconditions did not hold.');
  }
  response.writeHead(200, { etag: written.etag }).end();
}

/** `PUT` with `x-amz-copy-source`. The source is in any bucket of this server. */
export async function copyObject(
  s3Request: S3Request,
  openBucket: (name: string) => ObjectStore | undefined,
): Promise<void> {
  const { request, response, store, key } = s3Request;
  const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(/^\//, '');
  const [bucket = '', ...path] = source.split('/');
  const found = await openBucket(bucket)?.read(path.join('/'));
  if (!found) return missing(s3Request);
  const isReplaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const head = await store.write(
    key,
    found.body,
    isReplaced ? keptHeaders(request.headers) : found.head.headers,
  );
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><CopyObjectResult><ETag>${escapeXml(head?.etag ?? '')}</ETag>` +
      `<LastModified>${head?.lastModified}</LastModified></CopyObjectResult>`,
  );
}

/** Deleting an object that does not exist succeeds, as on S3. */
export function deleteObject({ response, store, key }: S3Request): void {
  store.remove(key);
  response.writeHead(204).end();
}

export function deleteObjects({ response, store, body }: S3Request): void {
  const keys = [...body.toString().matchAll(/<Key>([\s\S]*?)<\/Key>/g)].map(([, key = '']) =>
    unescapeXml(key),
  );
  for (const key of keys) store.remove(key);
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><DeleteResult>${keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`).join('')}</DeleteResult>`,
  );
}
