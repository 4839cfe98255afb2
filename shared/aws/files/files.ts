import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Failure, failureOf } from '../../failure.ts';
import { type MeasuredBody, measureBody } from './measured-body.ts';

export interface File {
  key: string;
  /** Pieces of a text of any length are read once. */
  body: string | Uint8Array | AsyncIterable<string>;
  contentType: string;
  cacheControl: string;
  /** Taken down: the edge answers 410 with this body, and no other file can ever be written over it. */
  isGone?: true;
}

export interface Files {
  /**
   * Writes a file; one that stands there with the same content and headers is left alone. Throws a `Failure` where
   * somebody else has written it meanwhile, or it was taken down: a writer that stood still must not bring it back.
   */
  put(file: File): Promise<void>;
  /** Writes a file only where one stands already; answers whether one did. */
  replace(file: File): Promise<boolean>;
  read(key: string): Promise<string>;
  /** Every key that begins so. */
  list(prefix: string): Promise<string[]>;
}

/** What stands under a key, as far as it matters to a write. */
interface ExistingObject {
  digest: string | undefined;
  etag: string | undefined;
  isGone: boolean;
}

/**
 * A look at what stands there and a write end within 25 seconds, attempts together: whoever kept a lease before them
 * still holds it after them. What a body is made of is gathered before.
 */
const lookLimit = 8_000;
const writeLimit = 17_000;
const attempts = 2;

const limits = { maxAttempts: attempts, requestHandler: { connectionTimeout: 1000 } };

/** The files of one bucket. */
export function openFiles(bucket: string, client: S3Client = new S3Client(limits)): Files {
  const standingAt = async (key: string, limit = within(lookLimit)): Promise<ExistingObject | undefined> => {
    try {
      const { Metadata, ETag } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
        limit,
      );
      return { digest: Metadata?.digest, etag: ETag, isGone: Metadata?.gone !== undefined };
    } catch (error) {
      const failure = failureOf(error, 'HeadObject');
      if (failure.kind === 'refused') return undefined;
      throw failure;
    }
  };

  const write = async (
    file: File,
    body: MeasuredBody,
    standing: ExistingObject | undefined,
  ): Promise<void> => {
    if (standing?.digest === body.digest) return;
    if (standing?.isGone && !file.isGone) throw new Failure('refused', 'PutObject', 'Gone');
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
            Metadata: { digest: body.digest, ...(file.isGone && { gone: 'yes' }) },
            // Only what was looked at is written over.
            ...(standing?.etag ? { IfMatch: standing.etag } : { IfNoneMatch: '*' }),
          }),
          limit,
        )
        .then(
          () => undefined,
          (error: unknown): Failure => failureOf(error, 'PutObject'),
        );
      if (!failed) return;
      // An attempt whose answer was lost may have been the one that the next one meets.
      if (failed.code === 'PreconditionFailed') {
        if ((await standingAt(file.key, limit))?.digest === body.digest) return;
        throw failed;
      }
      // The client tries again by itself, but not with a body that it has read.
      if (!body.isReadOnce || failed.kind === 'refused' || tries === attempts) throw failed;
    }
  };

  /** Hands over what a file has for a body, with its digest, and lets go of it afterwards. */
  const withBody = async <T>(file: File, use: (body: MeasuredBody) => Promise<T>): Promise<T> => {
    const head = `${file.isGone ? 'gone\n' : ''}${file.contentType}\n${file.cacheControl}\n`;
    const body = await measureBody(file.body, head);
    try {
      return await use(body);
    } finally {
      await body.close();
    }
  };

  return {
    put: (file) => withBody(file, async (body) => await write(file, body, await standingAt(file.key))),
    replace: (file) =>
      withBody(file, async (body) => {
        const standing = await standingAt(file.key);
        if (standing) await write(file, body, standing);
        return standing !== undefined;
      }),
    read: async (key) => {
      const answer = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        .catch((error: unknown) => {
          throw failureOf(error, 'GetObject');
        });
      return (await answer.Body?.transformToString()) ?? '';
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

const within = (milliseconds: number) => ({ abortSignal: AbortSignal.timeout(milliseconds) });
