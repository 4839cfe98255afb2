import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { projectRoot } from '../../local/settings.ts';
import { openFiles } from '../../shared/aws/files/files.ts';
import { newUlid } from '../../shared/context.ts';
import { artifactRenderer } from '../../shared/site/artifacts.ts';
import { gateKey, signOnKey } from '../../shared/table/keys.ts';
import { noteListingChange } from '../../shared/table/listing-changes.ts';
import type { Store } from '../../shared/table/table.ts';
import { slug } from '../support/records.ts';
import { gateOf } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';
import { idAt, readInParts, signOnAt, withCrowd } from './crowd.ts';
import { newDatabase } from './database.ts';
import { storeCrowd } from './stored-crowd.ts';

/**
 * Publishes a campaign of so many signatories, half of them organizations, with the code and the clients of the
 * function, and brings its pages up to date after one has withdrawn, and after another. A process of its own, so that
 * its memory is the publication's; prints what it took as JSON. Arguments: how many, where S3 answers, and `stored` if
 * the rows are to be read from the emulator, and not made as they are read.
 */
const [, , count = '', endpoint = '', origin = ''] = process.argv;
const isStored = origin === 'stored';
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
const withdrawn = new Set<number>();
let time = Date.now();
let work = newWork();
const client = new S3Client({ endpoint, forcePathStyle: true });
client.middlewareStack.add(
  (next, context) => async (input) => {
    if (context.commandName === 'PutObjectCommand') work.writes++;
    else work.reads++;
    const answer = await next(input);
    const { ContentLength: read } = z.object({ ContentLength: z.number().optional() }).parse(answer.output);
    const { ContentLength: written } = z.object({ ContentLength: z.number().optional() }).parse(input.input);
    if (context.commandName === 'GetObjectCommand') work.readBytes += read ?? 0;
    if (context.commandName === 'PutObjectCommand') work.writtenBytes += written ?? 0;
    return answer;
  },
  { step: 'initialize' },
);

/** Requests to S3 and their bytes, and rows read from the table. */
function newWork() {
  return { reads: 0, writes: 0, readBytes: 0, writtenBytes: 0, rows: 0 };
}

const countingRows = (store: Store): Store => ({
  ...store,
  query: async (schema, options) => {
    const page = await store.query(schema, options);
    work.rows += page.items.length;
    return page;
  },
});

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

const print = process.stdout.write.bind(process.stdout);
/** The last lines of the log, for when something fails. */
const lines: string[] = [];
process.stdout.write = (line) => {
  lines.push(String(line));
  lines.splice(0, lines.length - 5);
  return true;
};

async function run() {
  delay.reset();
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  work = newWork();
  const handle = newHandler({
    store: countingRows(
      isStored
        ? readInParts(database.store, size)
        : withCrowd(database.store, size, (index) => withdrawn.has(index)),
    ),
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
  if (batchItemFailures.length > 0) throw new Error(`The site job failed. ${lines.join('')}`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpuSeconds: (user + system) / 1_000_000,
    seconds: (performance.now() - startedAt) / 1000,
    longestBlockSeconds: delay.max / 1e9,
    ...work,
  };
}

if (isStored) await storeCrowd(database, size);
const published = await run();
const { status, releasedOrganizations, releasedIndividuals } = await gateOf(database);
if (status !== 'published' || (releasedOrganizations ?? 0) + (releasedIndividuals ?? 0) !== size)
  throw new Error(`Not everybody was published. ${lines.join('')}`);
/** One of the first shard, in which every index is a multiple of sixteen. */
async function withdrawOne(at: number) {
  withdrawn.add(at * 16);
  const gone = signOnAt(0, at, () => true);
  if (isStored) await database.put({ ...signOnKey(slug, gone.id), ...gone });
  time += 60_000;
  await noteListingChange(database.store, slug, { id: idAt(0, at), mark: newUlid() });
  await database.store.update({
    key: gateKey(slug),
    update: 'SET dirty = :mark',
    values: { ':mark': newUlid() },
  });
  return await run();
}

// The first run after a publication also loads what the process has not used yet.
await withdrawOne(0);
const refreshed = await withdrawOne(1);
print(JSON.stringify({ published, refreshed, megabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
