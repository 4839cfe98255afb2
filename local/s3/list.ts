import { escapeXml } from '../xml.ts';
import type { S3Request } from './requests.ts';

/** ListObjectsV2 with prefix, delimiter, `start-after` and pages. */
export function listObjects({ response, store, bucket, query }: S3Request): void {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after =
    token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : escapeXml;

  const contents: string[] = [];
  const folders = new Set<string>();
  let last = '';
  let isTruncated = false;
  for (const { key, etag, size, lastModified } of store.list(prefix)) {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const folder = end < 0 ? undefined : key.slice(0, end + delimiter.length);
    // A token may name a folder. Everything in that folder was listed before.
    if (!isAfter(key, after) || (folder !== undefined && folder === after) || (folder && folders.has(folder)))
      continue;
    if (contents.length + folders.size >= most) {
      isTruncated = true;
      break;
    }
    last = folder ?? key;
    if (folder) folders.add(folder);
    else {
      contents.push(
        `<Contents><Key>${encode(key)}</Key><LastModified>${lastModified}</LastModified>` +
          `<ETag>${escapeXml(etag)}</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
      );
    }
  }
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
      `<Name>${bucket}</Name><Prefix>${encode(prefix)}</Prefix>` +
      `<KeyCount>${contents.length + folders.size}</KeyCount><MaxKeys>${most}</MaxKeys>` +
      (query.has('encoding-type') ? '<EncodingType>url</EncodingType>' : '') +
      `<IsTruncated>${isTruncated}</IsTruncated>` +
      (isTruncated
        ? `<NextContinuationToken>${Buffer.from(last).toString('base64url')}</NextContinuationToken>`
        : '') +
      contents.join('') +
      [...folders]
        .map((folder) => `<CommonPrefixes><Prefix>${encode(folder)}</Prefix></CommonPrefixes>`)
        .join('') +
      '</ListBucketResult>',
  );
}

/** Compares keys by their bytes, as S3 does. */
const isAfter = (key: string, other: string): boolean =>
  Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
