import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { failureOf } from '../../failure.ts';
import { errorFields, log } from '../../log.ts';

/** Longer than any PDF takes, and short enough not to delay a mail. */
const limit = 10_000;

/** Reads files of a bucket that are attached to a mail. One that is missing, or takes too long, is left out. */
export const openAttachments =
  (bucket: string, client: S3Client = new S3Client({ maxAttempts: 2 })) =>
  async (key: string): Promise<Uint8Array | undefined> => {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
        abortSignal: AbortSignal.timeout(limit),
      });
      return await answer.Body?.transformToByteArray();
    } catch (error) {
      log('warn', 'no attachment', errorFields(failureOf(error, 'GetObject')));
      return undefined;
    }
  };
