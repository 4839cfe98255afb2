import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { failureOf } from '../failure.ts';

export interface File {
  key: string;
  body: string;
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

/** Two calls, each tried twice, end within half a minute: whoever kept a lease before them still holds it after them. */
const limits = { maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } };

/** The files of one bucket. */
export function openFiles(bucket: string, client: S3Client = new S3Client(limits)): Files {
  const digestOf = async (key: string): Promise<string | undefined> => {
    try {
      const { Metadata } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return Metadata?.digest;
    } catch (error) {
      const failure = failureOf(error, 'HeadObject');
      if (failure.kind === 'refused') return undefined;
      throw failure;
    }
  };
  const write = async ({ key, body, contentType, cacheControl }: File, digest: string): Promise<void> => {
    await client
      .send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          CacheControl: cacheControl,
          Metadata: { digest },
        }),
      )
      .catch((error: unknown) => {
        throw failureOf(error, 'PutObject');
      });
  };
  return {
    put: async (file) => {
      const digest = digestFor(file);
      if ((await digestOf(file.key)) !== digest) await write(file, digest);
    },
    replace: async (file) => {
      const digest = digestFor(file);
      const standing = await digestOf(file.key);
      if (standing !== undefined && standing !== digest) await write(file, digest);
      return standing !== undefined;
    },
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

const digestFor = ({ body, contentType, cacheControl }: File): string =>
  createHash('sha256').update(`${contentType}\n${cacheControl}\n${body}`).digest('base64url');
