import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { answerLimits } from '../shared/aws/answer-limits.ts';
import { newBatchFailures } from '../shared/aws/batch-failures.ts';
import { newInvalidation } from '../shared/aws/files/cloudfront-invalidation.ts';
import { openFiles } from '../shared/aws/files/files.ts';
import { openQueue } from '../shared/aws/queues.ts';
import { systemContext } from '../shared/context.ts';
import { errorFields, log, withRequestId } from '../shared/log.ts';
import { artifactRenderer } from '../shared/site/artifacts.ts';
import type { SiteDependencies } from '../shared/site/site-dependencies.ts';
import { runSiteJob } from '../shared/site/site-job.ts';
import { writeWebFonts } from '../shared/site/web-font-files.ts';
import { openStore } from '../shared/table/table.ts';
import { siteTaskSchema } from '../shared/table/tasks.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  SITE_QUEUE_URL: z.string(),
  SITE_BUCKET: z.string(),
  PRIVATE_BUCKET: z.string(),
  SITE_URL: z.string(),
  DISTRIBUTION_ID: z.string(),
});

/** Runs the site job of each campaign that a batch names. */
export const newHandler =
  (dependencies: SiteDependencies) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = newBatchFailures();
    for (const { body, messageId } of event.Records) {
      try {
        await runSiteJob(dependencies, siteTaskSchema.parse(JSON.parse(body)).slug);
      } catch (error) {
        failed.add([messageId], 'site job failed', { messageId }, error);
      }
    }
    return failed.response();
  };

const { TABLE_NAME, SITE_QUEUE_URL, SITE_BUCKET, PRIVATE_BUCKET, SITE_URL, DISTRIBUTION_ID } =
  environment.parse(process.env);

const siteQueue = openQueue(SITE_QUEUE_URL);

const siteFiles = openFiles(SITE_BUCKET);

/** It takes longer than others. Both attempts end before a lease that was just renewed. */
const cloudFront = new CloudFrontClient({
  maxAttempts: 2,
  requestHandler: { ...answerLimits, requestTimeout: 10_000 },
});

const runSiteJobs = newHandler({
  store: openStore(TABLE_NAME),
  siteFiles,
  privateFiles: openFiles(PRIVATE_BUCKET),
  renderer: artifactRenderer,
  invalidate: newInvalidation(DISTRIBUTION_ID, cloudFront, systemContext.newUlid),
  requeue: (slug, delaySeconds) => siteQueue.send({ slug }, delaySeconds),
  siteUrl: SITE_URL,
  ...systemContext,
});

/** Typefaces come after the pages, which can be read without them. */
export const handler = withRequestId(async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const response = await runSiteJobs(event);
  await writeWebFonts(siteFiles).catch((error: unknown) =>
    log('error', 'typefaces not written', errorFields(error)),
  );
  return response;
});
