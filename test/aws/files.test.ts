import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { type S3, startS3 } from '../../local/s3/server.ts';
import { type File, type Files, openFiles } from '../../shared/aws/files/files.ts';

let directory: string;
let s3: S3;
let client: S3Client;
let calls: string[];
let files: Files;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  s3 = await startS3(['site'], directory, () => {});
  client = new S3Client({ ...clientFor(s3.url), maxAttempts: 1 });
  calls = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (input) => {
        calls.push(commandName ?? '');
        return next(input);
      },
    { step: 'initialize', name: 'calls' },
  );
  files = openFiles('site', client);
});
afterEach(async () => {
  client.destroy();
  await s3.close();
  rmSync(directory, { recursive: true });
});

const page = (body: File['body'], more: Partial<File> = {}): File => ({
  key: 'letter/index.html',
  body,
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'public, max-age=0',
  ...more,
});

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

/** Several megabytes, with characters of more than one byte. */
const longPieces = (last: string) =>
  pieces(...Array.from({ length: 40 }, () => 'Ñandú – '.repeat(10_000)), last);

const writes = () => calls.filter((call) => call === 'PutObjectCommand').length;

describe('A file', () => {
  test('is written once as long as neither its content nor its headers change', async () => {
    await files.put(page('Señor'));
    await files.put(page('Señor'));
    expect(writes()).toBe(1);
    await files.put(page('Señora'));
    expect(writes()).toBe(2);
    await files.put(page('Señora', { cacheControl: 'no-store' }));
    expect(writes()).toBe(3);
    expect(await files.read('letter/index.html')).toBe('Señora');
  });

  test('is the same whether it came in one piece, in several or as bytes', async () => {
    await files.put(page('Señor'));
    await files.put(page(pieces('Se', '', 'ñor')));
    await files.put(page(Buffer.from('Señor')));
    expect(writes()).toBe(1);
  });

  test('of many pieces is written whole, and left alone when they are the same again', async () => {
    await files.put(page(longPieces('end')));
    expect(await files.read('letter/index.html')).toBe(`${'Ñandú – '.repeat(400_000)}end`);
    await files.put(page(longPieces('end')));
    expect(writes()).toBe(1);
    await files.put(page(longPieces('another end')));
    expect(writes()).toBe(2);
    const { ContentLength, ContentType } = await client.send(
      new HeadObjectCommand({ Bucket: 'site', Key: 'letter/index.html' }),
    );
    expect(ContentLength).toBe(Buffer.byteLength(`${'Ñandú – '.repeat(400_000)}another end`));
    expect(ContentType).toBe('text/html; charset=utf-8');
  });

  test('that S3 does not let us read is not taken for one that is missing', async () => {
    await files.put(page('before'));
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (input) => {
          if (commandName !== 'HeadObjectCommand' && commandName !== 'GetObjectCommand')
            return await next(input);
          throw new S3ServiceException({
            name: 'AccessDenied',
            $fault: 'client',
            $metadata: { httpStatusCode: 403 },
          });
        },
      { step: 'initialize', name: 'denied' },
    );
    const denied = { kind: 'refused', code: 'AccessDenied' };
    await expect(files.replace(page('after'))).rejects.toMatchObject(denied);
    await expect(files.put(page('after'))).rejects.toMatchObject(denied);
    await expect(files.open('letter/index.html', 'any')).rejects.toMatchObject(denied);
    client.middlewareStack.remove('denied');
    expect(await files.replace(page('after', { key: 'missing.html' }))).toBe(false);
  });

  test('of pieces that cannot all be made is not written', async () => {
    await files.put(page('before'));
    const failing = async function* () {
      yield* longPieces('');
      throw new Error('the lease ran out');
    };
    await expect(files.put(page(failing()))).rejects.toThrow('the lease ran out');
    expect(await files.read('letter/index.html')).toBe('before');
  });

  test('of many pieces is tried a second time when S3 fails once', async () => {
    let failures = 1;
    client.middlewareStack.add(
      (next, { commandName }) =>
        (input) => {
          if (commandName === 'PutObjectCommand' && failures-- > 0) throw new Error('no answer');
          return next(input);
        },
      { step: 'finalizeRequest', name: 'failing' },
    );
    await files.put(page(longPieces('end')));
    expect(await files.read('letter/index.html')).toMatch(/end$/);
  });

  test('replaces only what is there', async () => {
    expect(await files.replace(page('new'))).toBe(false);
    await files.put(page('old'));
    expect(await files.replace(page('new'))).toBe(true);
    expect(await files.replace(page('new'))).toBe(true);
    expect(writes()).toBe(2);
    expect(await files.read('letter/index.html')).toBe('new');
  });
});
