import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientFor } from '../../../local/aws.ts';
import { type S3, startS3 } from '../../../local/s3/server.ts';

let directory: string;
let s3: S3;
let client: S3Client;
const start = async () => {
  s3 = await startS3(['site', 'private'], directory, () => {});
  client = new S3Client({ ...clientFor(s3.url), maxAttempts: 1 });
};
const stop = async () => {
  client.destroy();
  await s3.close();
};
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(directory, { recursive: true });
});

const put = (Key: string, Body: string, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket: 'site', Key, Body, ...more }));
const get = (Key: string, more: object = {}) =>
  client.send(new GetObjectCommand({ Bucket: 'site', Key, ...more }));
const textOf = async (Key: string) => (await get(Key)).Body?.transformToString();
const page = {
  ContentType: 'text/html; charset=utf-8',
  CacheControl: 'max-age=60',
  Metadata: { snapshot: '01j' },
};

describe('An object', () => {
  test('comes back as it was put, also after a restart', async () => {
    await put('letter/índex & more.html', 'Señor', page);
    await stop();
    await start();
    const object = await get('letter/índex & more.html');
    expect(object).toMatchObject(page);
    expect(await object.Body?.transformToString()).toBe('Señor');
    expect(object.ChecksumCRC32).toBeDefined();
  });

  test('may be streamed in chunks of any number', async () => {
    const parts = [Buffer.alloc(70_000, 'a'), Buffer.alloc(1, 'b'), Buffer.alloc(90_000, 'c')];
    await client.send(
      new PutObjectCommand({
        Bucket: 'site',
        Key: 'big',
        Body: Readable.from(parts),
        ContentLength: 160_001,
      }),
    );
    expect(
      Buffer.concat(parts).equals(Buffer.from((await (await get('big')).Body?.transformToByteArray()) ?? [])),
    ).toBe(true);
  });

  test('that is not there is a NoSuchKey, and a NotFound for HEAD', async () => {
    await expect(get('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const head = new HeadObjectCommand({ Bucket: 'site', Key: 'nothing' });
    await expect(client.send(head)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('is written once where it must not exist, however many try at once', async () => {
    const tries = await Promise.allSettled(
      ['a', 'b', 'c'].map((body) => put('snapshot', body, { IfNoneMatch: '*' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'PreconditionFailed' },
    });
  });

  test('is replaced only in the version that is meant', async () => {
    const { ETag } = await put('page', '1');
    await put('page', '2', { IfMatch: ETag });
    await expect(put('page', '3', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await textOf('page')).toBe('2');
  });

  test('is not sent again to who has it', async () => {
    const { ETag } = await put('page', '1');
    await expect(get('page', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
  });

  test('is refused when its checksum is another', async () => {
    const answer = await fetch(`${s3.url}/site/page`, {
      method: 'PUT',
      body: 'x',
      headers: { 'x-amz-checksum-sha256': 'AAAA' },
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('BadDigest')]);
  });

  test('is copied with its headers, between buckets, too', async () => {
    await put('page', '1', page);
    await client.send(new CopyObjectCommand({ Bucket: 'private', Key: 'copy', CopySource: 'site/page' }));
    const copy = await client.send(new GetObjectCommand({ Bucket: 'private', Key: 'copy' }));
    expect(copy).toMatchObject(page);
  });

  test('is gone when it is deleted, and deleting it again succeeds', async () => {
    for (const key of ['a', 'b', 'c<&>']) await put(key, 'x');
    await client.send(new DeleteObjectCommand({ Bucket: 'site', Key: 'a' }));
    await client.send(new DeleteObjectCommand({ Bucket: 'site', Key: 'a' }));
    await client.send(
      new DeleteObjectsCommand({ Bucket: 'site', Delete: { Objects: [{ Key: 'b' }, { Key: 'c<&>' }] } }),
    );
    expect((await client.send(new ListObjectsV2Command({ Bucket: 'site' }))).KeyCount).toBe(0);
  });
});

describe('A list', () => {
  const keys = ['a', 'b/1', 'b/2', 'c', 'd/1', 'é'];
  beforeEach(async () => {
    for (const key of keys) await put(key, key);
  });

  /** Every key and folder, page by page. */
  async function all(options: {
    MaxKeys?: number;
    Prefix?: string;
    Delimiter?: string;
    StartAfter?: string;
  }) {
    const found: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const list: ListObjectsV2CommandOutput = await client.send(
        new ListObjectsV2Command({
          Bucket: 'site',
          ...options,
          ...(ContinuationToken && { ContinuationToken }),
        }),
      );
      found.push(
        ...(list.Contents ?? []).map(({ Key }) => Key),
        ...(list.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      );
      ContinuationToken = list.NextContinuationToken;
    } while (ContinuationToken);
    return found;
  }

  test('has every key once, in order, whatever the size of its pages', async () => {
    for (const MaxKeys of [1, 2, 3, 1000]) expect(await all({ MaxKeys })).toEqual(keys);
  });

  test('shows folders for a delimiter, each once, over pages too', async () => {
    for (const MaxKeys of [1, 1000]) {
      expect((await all({ Delimiter: '/', MaxKeys })).sort()).toEqual(['a', 'b/', 'c', 'd/', 'é']);
    }
  });

  test('begins with a prefix, or after a key', async () => {
    expect(await all({ Prefix: 'b/' })).toEqual(['b/1', 'b/2']);
    expect(await all({ StartAfter: 'b/2' })).toEqual(['c', 'd/1', 'é']);
  });
});

test('What was half written when the stack was killed is not there', async () => {
  await stop();
  writeFileSync(join(directory, 'site', 'something.partial'), 'half');
  await start();
  expect(readdirSync(join(directory, 'site'))).toEqual([]);
});
