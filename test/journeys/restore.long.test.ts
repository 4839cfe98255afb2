import { cpSync, statSync } from 'node:fs';
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

// docs/runbook.md, "Restore the table", "Restore the keys" and "A new stack with the old table", as far as they go
// without AWS: another stack, with a table, keys and buckets of its own, gets the items, the keys and the files of the
// first one.

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

const namesIn = async (journey: Journey, path: string): Promise<string[]> =>
  (await textAt(`${journey.site}/${slug}/${path}`))?.match(/Shore (Group|Alliance) \d/g) ?? [];

/** Ends a stack, and starts another one on what it stored. */
async function restart(journey: Journey, between: () => void = () => {}): Promise<Journey> {
  await journey.stack.stop();
  journeys.splice(journeys.indexOf(journey), 1);
  between();
  return start(journey.dataDir);
}

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
  after = await restart(after);

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

test('A published letter moves to a new stack with the old table, and is not published or emailed a second time', async () => {
  const before = await start();
  await before.apply(slug, {
    publication: ['threshold: { organizations: 3 }'],
    press: ['desk@example.com,Pat Novak,Harbor Courier,'],
  });
  const signed = [];
  for (const index of [1, 2, 3]) signed.push(await sign(before, slug, anOrganization(index)));
  await eventually('the release', () => textAt(`${before.site}/${slug}/release.txt`));
  await eventually('the PDF', () => textAt(`${before.site}/${slug}/letter.pdf`));
  await mail(before.inbox, 'desk@example.com');
  for (const index of [1, 2, 3]) await mail(before.inbox, `group-${index}@example.org`, 3);
  const release = await textAt(`${before.site}/${slug}/release.txt`);

  // Steps 1 and 2: nobody signs any more, the keys are saved, and the stack is at rest.
  expect(await before.campaign('pause', slug, '--yes')).toMatchObject({ status: 0 });
  const file = join(before.dataDir, 'local-keys.json');
  expect(await before.campaign('export-keys', '--out', file)).toMatchObject({ status: 0, stderr: '' });
  const items = await eventually('a table at rest', async () => {
    const all = await itemsOf(before);
    return all.some(({ pendingMail, dirty }) => pendingMail || dirty) ? undefined : all;
  });
  const earlier = (await mailsTo(before.inbox)).length;

  // Steps 3 to 6: the new stack runs on the items for a while before it has the keys and the files.
  let after = await start();
  await putAll(after, items);
  await after.stack.invoke('sweep', {});
  expect((await submitForm(after.site, slug, anOrganization(4))).status).toBe(409);
  expect(await after.campaign('restore-keys', file, '--yes')).toMatchObject({ status: 0 });
  after = await restart(after, () =>
    cpSync(join(before.dataDir, 's3'), join(after.dataDir, 's3'), { recursive: true }),
  );
  expect(await after.campaign('unpause', slug)).toMatchObject({ status: 0, stderr: '' });
  await after.stack.invoke('sweep', {});

  // The release is the one of before, and the list still follows what people and organizers do.
  expect(await textAt(`${after.site}/${slug}/release.txt`)).toBe(release);
  // If the restart killed a site job, its lease runs out first, and the next sweep begins another one.
  const letter = await eventually(
    'the letter',
    async () => {
      const text = await textAt(`${after.site}/${slug}/letter/`);
      return text?.includes(`href="${after.site}/${slug}/letter/"`) ? text : undefined;
    },
    180,
  );
  expect(letter.includes(before.site)).toBe(false);
  expect(await countsOf(after)).toEqual({ organizations: 3, individuals: 0 });
  expect(await (await press(at(after.site, signed[0]?.link ?? ''), 'withdraw')).json()).toEqual({
    status: 'withdrawn',
  });
  await sign(after, slug, anOrganization(4));
  for (const path of ['letter/', 'letter.txt', 'signatories.json'])
    await eventually(`${path} with the new names`, async () =>
      (await namesIn(after, path)).join() === 'Shore Group 2,Shore Group 3,Shore Group 4' ? true : undefined,
    );
  expect(await textAt(`${after.site}/${slug}/release.txt`)).toContain('3 Organizations');

  // Neither the press nor a signer is told a second time.
  await after.stack.invoke('sweep', {});
  expect(await mailsTo(after.inbox, 'desk@example.com')).toEqual([]);
  expect(await mailsTo(after.inbox, 'group-2@example.org')).toEqual([]);
  expect(await mailsTo(before.inbox)).toHaveLength(earlier);
}, 560_000);
