import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Failure, failureOf } from '../../failure.ts';
import { answerLimits } from '../answer-limits.ts';
import { type MeasuredBody, measureBody } from './measured-body.ts';

export interface File {
  key: string;
  /** The pieces of a long text can be read once. */
  body: string | Uint8Array | AsyncIterable<string>;
  contentType: string;
  cacheControl: string;
  /** Taken down: the edge answers 410 with this body, and no other file can be written over it. */
  isGone?: true;
  /** The edge answers 404 with this body. Another file can be written over it. */
  isMissing?: true;
}

export interface Files {
  /**
   * Writes a file, and returns the digest of its content and headers. An equal one is left alone. Throws a `Failure` if
   * somebody else has written it in the meantime, or if it was taken down: an old writer must not bring it back.
   */
  put(file: File): Promise<string>;
  /** Writes a file only if one exists; returns whether one did. */
  replace(file: File): Promise<boolean>;
  read(key: string): Promise<string>;
  /** The bytes of a file that has this digest; undefined if there is none, or another one. */
  open(key: string, digest: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Every key with this prefix. */
  list(prefix: string): Promise<string[]>;
  /** Removes a file, if there is one. */
  remove(key: string): Promise<void>;
}

/** The metadata of an existing file that a write needs. */
interface ExistingObject {
  digest: string | undefined;
  etag: string | undefined;
  isGone: boolean;
}

/**
 * Reading the metadata and writing end within 25 seconds, all attempts together: whoever held a lease before still
 * holds it after. The body is collected before.
 */
const lookLimit = 8_000;
const writeLimit = 17_000;
const attempts = 2;

const limits = {
  maxAttempts: attempts,
  requestHandler: { ...answerLimits, requestTimeout: writeLimit },
};

/** Opens a bucket. Equal files are not written again; errors are `Failure`s. */
export function openFiles(bucket: string, client: S3Client = new S3Client(limits)): Files {
  const existingAt = async (key: string, limit = within(lookLimit)): Promise<ExistingObject | undefined> => {
    try {
      const { Metadata, ETag } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
        limit,
      );
      return { digest: Metadata?.digest, etag: ETag, isGone: Metadata?.gone !== undefined };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw failureOf(error, 'HeadObject');
    }
  };

  const write = async (
    file: File,
    body: MeasuredBody,
    existing: ExistingObject | undefined,
  ): Promise<void> => {
    if (existing?.digest === body.digest) return;
    if (existing?.isGone && !file.isGone) throw new Failure('refused', 'PutObject', 'Gone');
    const limit = within(writeLimit);
    for (let tries = 1; ; tries++) {
      const failed = await client
        .send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: file.key,
            Body: body.open(),
            ContentLength: body.length,
            ContentType: file.contentType,
            CacheControl: file.cacheControl,
            Metadata: {
              digest: body.digest,
              ...(file.isGone && { gone: 'yes' }),
              ...(file.isMissing && { missing: 'yes' }),
            },
            // Writes only over the version that was read.
            ...(existing?.etag ? { IfMatch: existing.etag } : { IfNoneMatch: '*' }),
          }),
          limit,
        )
        .then(
          () => undefined,
          (error: unknown): Failure => failureOf(error, 'PutObject'),
        );
      if (!failed) return;
      // If the answer to an attempt was lost, the next attempt may find the file that it wrote.
      if (failed.code === 'PreconditionFailed') {
        if ((await existingAt(file.key, limit))?.digest === body.digest) return;
        throw failed;
      }
      // The client repeats a request, but not one whose body it has read.
      if (!body.isReadOnce || failed.kind === 'refused' || tries === attempts) throw failed;
    }
  };

  /** Calls `write` with a file's body and its digest, and releases the body afterwards. */
  const withBody = async <T>(file: File, use: (body: MeasuredBody) => Promise<T>): Promise<T> => {
    const head = `${file.isGone ? 'gone\n' : ''}${file.isMissing ? 'missing\n' : ''}${file.contentType}\n${file.cacheControl}\n`;
    const body = await measureBody(file.body, head);
    try {
      return await use(body);
    } finally {
      await body.close();
    }
  };

  return {
    put: (file) =>
      withBody(file, async (body) => {
        await write(file, body, await existingAt(file.key));
        return body.digest;
      }),
    replace: (file) =>
      withBody(file, async (body) => {
        const existing = await existingAt(file.key);
        if (existing) await write(file, body, existing);
        return existing !== undefined;
      }),
    read: async (key) => {
      const answer = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        .catch((error: unknown) => {
          throw failureOf(error, 'GetObject');
        });
      return (await answer.Body?.transformToString()) ?? '';
    },
    open: async (key, digest) => {
      const answer = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        .catch((error: unknown) => {
          if (isMissing(error)) return undefined;
          throw failureOf(error, 'GetObject');
        });
      if (!(answer?.Body instanceof Readable)) return undefined;
      if (answer.Metadata?.digest === digest) return answer.Body;
      answer.Body.destroy();
      return undefined;
    },
    remove: async (key) => {
      await client
        .send(new DeleteObjectCommand({ Bucket: bucket, Key: key }), within(writeLimit))
        .catch((error: unknown) => {
          throw failureOf(error, 'DeleteObject');
        });
    },
    list: async (prefix) => {
      const keys: string[] = [];
      let after: string | undefined;
      do {
        const page = await client
          .send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: after }))
          .catch((error: unknown) => {
            throw failureOf(error, 'ListObjectsV2');
          });
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
        after = page.NextContinuationToken;
      } while (after !== undefined);
      return keys;
    },
  };
}

/** Nothing else is: a file that S3 does not let us read may be there, and name somebody who has withdrawn. */
const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;

const within = (milliseconds: number) => ({ abortSignal: AbortSignal.timeout(milliseconds) });
