import {
  CloudFrontClient,
  CreateInvalidationCommand,
  GetDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { startCloudFrontApi } from '../../local/cloudfront-api.ts';

test('An invalidation is accepted, and nothing else is known', async () => {
  const logged: string[] = [];
  const server = await startCloudFrontApi((event) => void logged.push(event));
  const client = new CloudFrontClient({ ...clientFor(server.url), maxAttempts: 1 });
  const Paths = { Quantity: 1, Items: ['/harbor-trees/*'] };
  const { Invalidation } = await client.send(
    new CreateInvalidationCommand({
      DistributionId: 'E1',
      InvalidationBatch: { CallerReference: 'r1', Paths },
    }),
  );
  expect(Invalidation).toMatchObject({
    Status: 'Completed',
    InvalidationBatch: { CallerReference: 'r1', Paths },
  });
  expect(logged).toEqual(['invalidation']);
  await expect(client.send(new GetDistributionCommand({ Id: 'E1' }))).rejects.toMatchObject({
    name: 'InvalidArgument',
  });
  client.destroy();
  await server.close();
});
