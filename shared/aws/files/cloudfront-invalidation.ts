import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { failureOf } from '../../failure.ts';

/** Invalidates paths at the edge. A path with a wildcard counts as one. */
export const newInvalidation =
  (distributionId: string, client: CloudFrontClient, newReference: () => string) =>
  async (paths: string[]): Promise<void> => {
    await client
      .send(
        new CreateInvalidationCommand({
          DistributionId: distributionId,
          InvalidationBatch: {
            CallerReference: newReference(),
            Paths: { Quantity: paths.length, Items: paths },
          },
        }),
      )
      .catch((error: unknown) => {
        throw failureOf(error, 'CreateInvalidation');
      });
  };
