import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type Failure, failureOf } from '../failure.ts';
import { type GatheredBody, gatherBody } from './gathered-body.ts';

export interface File {
  key: string;
  /** Pieces of a text of any length are read once. */
  body: string | Uint8Array | AsyncIterable<string>;
  contentType: string;
  cacheControl: string;
}

export interface Files {
  /** Writes a file; one that stands there with the same content and headers is left alone. */
  put(file: File): Promise<void>;
  /** Writes a file only where one stands already; answers whether one did. */
  replace(file: File): Promise<boolean>;
  read(key: string): Promise<string>;
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
  const digestOf = async (key: string): Promise<string | undefined> => {
    try {
      const { Metadata } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
        within(lookLimit),
      );
      return Metadata?.digest;
    } catch (error) {
      const failure = failureOf(error, 'HeadObject');
      if (failure.kind === 'refused') return undefined;
      throw failure;
    }
  };

  const write = async ({ key, contentType, cacheControl }: File, body: GatheredBody): Promise<void> => {
    const limit = within(writeLimit);
    for (let tries = 1; ; tries++) {
      const failed = await client
        .send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body.open(),
            ContentLength: body.length,
            ContentType: contentType,
            CacheControl: cacheControl,
            Metadata: { digest: body.digest },
          }),
          limit,
        )
        .then(
          () => undefined,
          (error: unknown): Failure => failureOf(error, 'PutObject'),
        );
      if (!failed) return;
      // The client tries again by itself, but not with a body that it has read.
      if (!body.isReadOnce || failed.kind === 'refused' || tries === attempts) throw failed;
    }
  };

  /** Hands over what a file has for a body, with its digest, and lets go of it afterwards. */
  const withBody = async <T>(file: File, use: (body: GatheredBody) => Promise<T>): Promise<T> => {
    const body = await gatherBody(file.body, `${file.contentType}\n${file.cacheControl}\n`);
    try {
      return await use(body);
    } finally {
      await body.close();
    }
  };

  return {
    put: (file) =>
      withBody(file, async (body) => {
        if ((await digestOf(file.key)) !== body.digest) await write(file, body);
      }),
    replace: (file) =>
      withBody(file, async (body) => {
        const standing = await digestOf(file.key);
        if (standing !== undefined && standing !== body.digest) await write(file, body);
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
  };
}

const within = (milliseconds: number) => ({ abortSignal: AbortSignal.timeout(milliseconds) });
