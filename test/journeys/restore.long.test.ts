import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { type Journey, startJourney } from '../support/journey.ts';
import {
  anOrganization,
  eventually,
  linkOf,
  mail,
  mailsTo,
  press,
  progressOf,
  sign,
  submitForm,
  textAt,
} from '../support/strangers.ts';

// docs/runbook.md, "Restore the table" and "Restore the keys", as far as they go without AWS: another stack, with a
// table, keys and buckets of its own, gets the items and the keys of the first one.

const slug = 'open-letter';
const journeys: Journey[] = [];
afterAll(async () => {
  for (const journey of journeys) await journey.end();
});

async function start(dataDir?: string): Promise<Journey> {
  const journey = await startJourney(dataDir ? { dataDir } : {});
  journeys.push(journey);
  return journey;
}

type Item = Record<string, AttributeValue>;

async function itemsOf({ stack }: Journey): Promise<Item[]> {
  const client = new DynamoDBClient(clientFor(stack.dynamodb));
  const { Items = [] } = await client.send(new ScanCommand({ TableName: stack.table, ConsistentRead: true }));
  client.destroy();
  return Items;
}

async function putAll({ stack }: Journey, items: Item[]): Promise<void> {
  const client = new DynamoDBClient(clientFor(stack.dynamodb));
  for (const item of items) await client.send(new PutItemCommand({ TableName: stack.table, Item: item }));
  client.destroy();
}

/** A link of the first stack, at the site of another. */
const at = (site: string, link: string): string => `${site}${new URL(link).pathname}`;

const countsOf = async (journey: Journey): Promise<unknown> =>
  JSON.parse((await journey.campaign('status', slug, '--json')).stdout).counts;

test('A stack on a restored table works: old links work, counts are right, and nothing is emailed twice', async () => {
  const before = await start();
  await before.apply(slug, { publication: ['threshold: { organizations: 3 }'] });
  const first = await sign(before, slug, anOrganization(1));
  await sign(before, slug, anOrganization(2));
  await submitForm(before.site, slug, anOrganization(3));
  const third = linkOf(await mail(before.inbox, 'group-3@example.org'));
  await eventually('the count', async () =>
    (await progressOf(before.site, slug)).organizations === 2 ? true : undefined,
  );
  await mail(before.inbox, 'group-1@example.org', 2);
  await mail(before.inbox, 'group-2@example.org', 2);
  const file = join(before.dataDir, 'local-keys.json');
  expect(await before.campaign('export-keys', '--out', file)).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const items = await eventually('a table at rest', async () => {
    const all = await itemsOf(before);
    return all.some(({ pendingMail, dirty }) => pendingMail || dirty) ? undefined : all;
  });

  // The other stack has keys of its own: with them the links of before are nobody's.
  let after = await start();
  await putAll(after, items);
  expect((await fetch(at(after.site, third))).status).toBe(404);
  expect((await after.campaign('restore-keys', file)).stderr).toContain('address key');
  expect(await after.campaign('restore-keys', file, '--yes')).toMatchObject({ status: 0 });
  const { dataDir } = after;
  await after.stack.stop();
  journeys.pop();
  after = await start(dataDir);

  expect(await countsOf(after)).toEqual({ organizations: 2, individuals: 0 });
  const shown = await fetch(at(after.site, first.link), { headers: { accept: 'application/json' } });
  expect((await shown.json()).status).toBe('confirmed');
  // Who signs again is recognized, and stays one signature.
  await submitForm(after.site, slug, anOrganization(1));
  expect(await (await press(at(after.site, third), 'confirm')).json()).toEqual({ status: 'confirmed' });
  await eventually('the release', () => textAt(`${after.site}/${slug}/release.txt`));
  await mail(after.inbox, 'group-3@example.org');
  await after.stack.invoke('sweep', {});
  await eventually('the news of the publication', async () =>
    (await mailsTo(after.inbox, 'group-2@example.org')).length > 0 ? true : undefined,
  );
  expect(await countsOf(after)).toEqual({ organizations: 3, individuals: 0 });
  const subjects = (await mailsTo(after.inbox)).map(({ to, subject }) => `${to.join()} ${subject}`);
  expect(subjects.filter((each, index) => subjects.indexOf(each) !== index)).toEqual([]);
  const earlier = (await mailsTo(before.inbox)).map(({ to, subject }) => `${to.join()} ${subject}`);
  const repeated = subjects.filter((each) => earlier.includes(each));
  // Group 1 asked for its link again.
  expect(repeated.filter((each) => !each.startsWith('group-1@'))).toEqual([]);
}, 560_000);
