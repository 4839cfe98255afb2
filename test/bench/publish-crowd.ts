import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { projectRoot } from '../../local/settings.ts';
import { openFiles } from '../../shared/aws/files/files.ts';
import { newUlid } from '../../shared/context.ts';
import { artifactRenderer } from '../../shared/site/artifacts.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { slug } from '../support/records.ts';
import { gateOf } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';
import { withCrowd } from './crowd.ts';
import { newDatabase } from './database.ts';

/**
 * Publishes a campaign of so many signatories, half of them organizations, with the code and the clients of the function,
 * and writes its pages again after one has withdrawn. A process of its own, so that its memory is the publication's; prints
 * what it took as JSON. Arguments: how many, and where S3 answers.
 */
const [, , count = '', endpoint = ''] = process.argv;
const size = Number(count);
const organizations = Math.ceil(size / 2);

const { newHandler } = await import(join(projectRoot, 'build/functions/publish/index.mjs'));

const database = await newDatabase({
  gate: {
    status: 'publishing',
    organizations,
    individuals: size - organizations,
    thresholdOrganizations: organizations,
  },
  letter: letterSource,
  release: releaseSource,
});
let withdrawn = -1;
let time = Date.now();
let puts = 0;
const client = new S3Client({ endpoint, forcePathStyle: true });
client.middlewareStack.add(
  (next, context) => (input) => {
    if (context.commandName === 'PutObjectCommand') puts++;
    return next(input);
  },
  { step: 'initialize' },
);

async function run() {
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  puts = 0;
  const handle = newHandler({
    store: withCrowd(database.store, size, (index) => index === withdrawn),
    siteFiles: openFiles('site', client),
    privateFiles: openFiles('private', client),
    renderer: artifactRenderer,
    invalidate: async () => {},
    requeue: async () => {},
    siteUrl: 'https://letters.example.org',
    now: () => new Date(time + performance.now()),
    newUlid,
  });
  const { batchItemFailures } = await handle({
    Records: [{ messageId: '1', body: JSON.stringify({ slug }) }],
  });
  if (batchItemFailures.length > 0) throw new Error('The site job failed.');
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpuSeconds: (user + system) / 1_000_000,
    seconds: (performance.now() - startedAt) / 1000,
    writes: puts,
  };
}

const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const published = await run();
const { status, releasedOrganizations, releasedIndividuals } = await gateOf(database);
if (status !== 'published' || (releasedOrganizations ?? 0) + (releasedIndividuals ?? 0) !== size)
  throw new Error('Not everybody was published.');
withdrawn = 0;
time += 60_000;
await database.store.update({
  key: gateKey(slug),
  update: 'SET dirty = :mark',
  values: { ':mark': newUlid() },
});
const refreshed = await run();
print(JSON.stringify({ published, refreshed, megabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
