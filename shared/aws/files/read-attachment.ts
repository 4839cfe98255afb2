import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { failureOf } from '../../failure.ts';
import { errorFields, log } from '../../log.ts';

/** Longer than any PDF takes, and so short that a mail is not held up. */
const limit = 10_000;

/** Reads files of a bucket that go with a mail. One that is not there, or does not come in time, is left out. */
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
