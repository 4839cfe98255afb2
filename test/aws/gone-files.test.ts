import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { type S3, startS3 } from '../../local/s3/server.ts';
import { type File, openFiles } from '../../shared/aws/files/files.ts';

let directory: string;
let s3: S3;
let client: S3Client;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-files-'));
  s3 = await startS3(['site'], directory, () => undefined);
  client = new S3Client({ ...clientFor(s3.url), forcePathStyle: true, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await s3.close();
  rmSync(directory, { recursive: true });
});

const aFile = (key: string, body = 'Letter'): File => ({
  key,
  body,
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'public, max-age=0',
});

describe('a file of the site', () => {
  test('is written once for the same content, and over what was looked at', async () => {
    const files = openFiles('site', client);
    await files.put(aFile('a/index.html'));
    const first = s3.bucket('site')?.head('a/index.html')?.etag;
    await files.put(aFile('a/index.html'));
    expect(s3.bucket('site')?.head('a/index.html')?.etag).toBe(first);
    await files.put(aFile('a/index.html', 'Other'));
    expect(await files.read('a/index.html')).toBe('Other');
  });

  test('that was taken down is marked for the edge, and nothing can be written over it', async () => {
    const files = openFiles('site', client);
    await files.put(aFile('b/index.html'));
    await files.put({ ...aFile('b/index.html', 'gone'), isGone: true });
    expect(s3.bucket('site')?.head('b/index.html')?.headers).toMatchObject({ 'x-amz-meta-gone': 'yes' });
    await expect(files.put(aFile('b/index.html'))).rejects.toThrow('Gone');
    await expect(files.replace(aFile('b/index.html'))).rejects.toThrow('Gone');
    await files.put({ ...aFile('b/index.html', 'gone'), isGone: true });
    expect(await files.read('b/index.html')).toBe('gone');
  });

  test.each(['a file that stands', 'no file yet'])(
    'is not written by who looked, slept, and wakes up after another has taken it down (%s)',
    async (before) => {
      const key = before === 'no file yet' ? 'c/letter/3/index.html' : 'c/index.html';
      if (before !== 'no file yet') await openFiles('site', client).put(aFile(key));
      const sleepy = new S3Client({ ...clientFor(s3.url), forcePathStyle: true, maxAttempts: 1 });
      sleepy.middlewareStack.add(
        (next, { commandName }) =>
          async (command) => {
            if (commandName === 'PutObjectCommand')
              await openFiles('site', client).put({ ...aFile(key, 'gone'), isGone: true });
            return await next(command);
          },
        { step: 'initialize' },
      );
      await expect(openFiles('site', sleepy).put(aFile(key, 'with names'))).rejects.toThrow(
        'PreconditionFailed',
      );
      expect(await openFiles('site', client).read(key)).toBe('gone');
      sleepy.destroy();
    },
  );

  test('is found by how its key begins, also among more than a page of them', async () => {
    const bucket = s3.bucket('site');
    const keys = Array.from({ length: 1203 }, (_, index) => `d/letter/${index}/index.html`);
    for (const key of [...keys, 'da/index.html']) await bucket?.write(key, Buffer.from(''), {});
    expect((await openFiles('site', client).list('d/')).toSorted()).toEqual(keys.toSorted());
  });
});
