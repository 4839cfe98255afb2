import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { type Grant, grantsOf } from '../../local/iam/evaluate.ts';
import { readRoles } from '../../local/iam/role-policies.ts';
import type { Call } from '../../local/lambda/messages.ts';
import { projectRoot } from '../../local/settings.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { newResolver } from '../../local/template/resolve.ts';
import { readSystem } from '../../local/template/system.ts';
import { gateSchema } from '../../shared/campaign/gate.ts';
import { type Journey, startJourney } from '../support/journey.ts';
import { aConfirmedSignOn } from '../support/records.ts';
import {
  anOrganization,
  eventually,
  linkOf,
  mail,
  mailsTo,
  press,
  progressOf,
  sign,
  signInToConsole,
  submitForm,
  textAt,
  unsubscribeLinkOf,
} from '../support/strangers.ts';

const slug = 'harbor-trees';
let journey: Journey;
let client: DynamoDBClient;

beforeAll(async () => {
  journey = await startJourney();
  client = new DynamoDBClient(clientFor(journey.stack.dynamodb));
});
afterAll(async () => {
  client.destroy();
  await journey.end();
});

const put = (item: Record<string, unknown>) =>
  client.send(
    new PutItemCommand({
      TableName: journey.stack.table,
      Item: marshall(item, { removeUndefinedValues: true }),
    }),
  );

/** Everything that the system ever does, once: what happens to all, what happens to few, what only the sweep mends. */
async function liveThroughEverything(): Promise<void> {
  const { site, inbox } = journey;
  // A notice that nobody could send, since its campaign was not there yet: the sweep has to find it.
  const id = '01JD0000000000000000000000';
  const event = { type: 'fell-below', organizations: 0, individuals: 0 };
  const at = '2026-11-01T12:00:00.000Z';
  await put({
    PK: `CAMPAIGN#${slug}`,
    SK: `EVENT#${id}`,
    slug,
    id,
    at,
    actor: 'system',
    event,
    pendingMail: id,
  });
  await eventually('dispatch', async () => (callsOf('send-mail').length > 0 ? true : undefined));
  await journey.apply(slug, {
    publication: ['threshold: { organizations: 3 }'],
    // Its evidence reads what nothing else reads.
    review: 'flagged',
    press: ['desk@example.com,Pat Novak,Harbor Courier,', 'news@example.com,,Coast Radio,no'],
  });

  const first = await sign(journey, slug, anOrganization(1));
  await sign(journey, slug, anOrganization(1, { email: 'twin@example.org' }));
  await fetch(first.link);
  const unsubscribe = unsubscribeLinkOf(await mail(inbox, 'twin@example.org'));
  await fetch(unsubscribe);
  await fetch(unsubscribe, { method: 'POST' });
  for (const path of ['api/openapi.json', 'api/nothing']) await fetch(`${site}/${path}`);

  await sign(journey, slug, anOrganization(2));
  await leaveAConfirmationToTheSweep();
  await fetch(`${inbox}/faults`, {
    method: 'POST',
    body: JSON.stringify({ code: 'Throttling', message: 'Daily message quota exceeded.', times: 3 }),
  });
  await submitForm(site, slug, anOrganization(3));
  await submitForm(site, slug, anOrganization(4, { email: 'complaint@example.org' }));
  const third = await mail(inbox, 'group-3@example.org');
  await mail(inbox, 'complaint@example.org');
  await eventually('the complaint', async () =>
    hasCalled('record-mail-event', 'secretsmanager:GetSecretValue') ? true : undefined,
  );
  await eventually('a quiet moment', async () => ((await mailsTo(inbox)).length >= 6 ? true : undefined));
  await fetch(`${inbox}/faults`, {
    method: 'POST',
    body: JSON.stringify({ code: 'InvalidParameterValue', times: 40 }),
  });
  await press(linkOf(third), 'confirm');
  await eventually('the release', () => textAt(`${site}/${slug}/release.txt`));
  await eventually('a mail that is refused, which organizers are told', async () =>
    hasCalled('send-mail', 'dynamodb:PutItem') ? true : undefined,
  );
  await fetch(`${inbox}/faults`, {
    method: 'POST',
    body: JSON.stringify({ code: 'InvalidParameterValue', times: 0 }),
  });

  await press(first.link, 'withdraw');
  await eventually('the count', async () =>
    (await progressOf(site, slug)).organizations === 2 ? true : undefined,
  );
  const queues = ['MailQueue', 'ConfirmationsQueue', 'PublicationQueue'];
  await sweepUntil('the notice that nobody could send, and the pages that nobody has written', slug, () =>
    queues.every((queue) => hasCalled('sweep', 'sqs:SendMessage', queue)),
  );
  await sweepBeforeTally();
  await useTheConsole();
  await correctAName();
  const form = anOrganization(8, { organizationName: 'Lighthouse Keepers Society' });
  const reviewed = await sign(journey, 'other-letter', form);
  // A mended spelling takes effect at once, and is put into the index of names.
  await press(reviewed.link, 'correct', { organizationName: 'Lighthouse Keeper Society' });
  const proposed = await press(reviewed.link, 'correct', { organizationName: 'Pier Elders Assembly' });
  expect((await proposed.json()).change).toBe('waiting');
  await journey.campaign('supplement', 'other-letter', '--yes');
  await eventually('the updated letter', async () =>
    hasCalled('send-mail', 's3:GetObject', '/supplements/') ? true : undefined,
  );
  await returnSupplement('other-letter');
  await makeALongList('other-letter');
  await journey.campaign('take-down', slug, '--yes');
  await eventually('the pages to be gone', async () =>
    (await fetch(`${site}/${slug}/letter.txt`)).status === 410 ? true : undefined,
  );
  await eventually('what else is there to be found', async () =>
    hasCalled('publish', 's3:ListBucket') ? true : undefined,
  );
  await deleteACampaign('other-letter');
}

/** Its personal data counts as erased, so that the test need not wait for an erasure. */
async function deleteACampaign(of: string): Promise<void> {
  await journey.campaign('take-down', of, '--yes');
  await client.send(
    new UpdateItemCommand({
      TableName: journey.stack.table,
      Key: marshall({ PK: `CAMPAIGN#${of}`, SK: 'GATE' }),
      UpdateExpression: 'SET erasedAt = :at',
      ExpressionAttributeValues: marshall({ ':at': new Date().toISOString() }),
    }),
  );
  await journey.campaign('delete', of, '--yes');
  const { Items = [] } = await client.send(new ScanCommand({ TableName: journey.stack.table }));
  const left = Items.map(({ PK, SK }) => `${PK?.S} ${SK?.S}`).filter((key) => key.includes(of));
  expect(left).toEqual([]);
  expect((await fetch(`${journey.site}/${of}/`)).status).toBe(404);
}

/** The third mail that one network asks for to one address waits for its day, which is brought forward. */
async function leaveAConfirmationToTheSweep(): Promise<void> {
  const email = 'asked-thrice@example.org';
  for (const group of [11, 12, 13]) await submitForm(journey.site, slug, anOrganization(group, { email }));
  const key = await eventually('a mail that waits', async () => {
    const { Items = [] } = await client.send(
      new ScanCommand({
        TableName: journey.stack.table,
        FilterExpression: 'attribute_exists(mailHeldUntil)',
      }),
    );
    return Items[0] && { PK: Items[0].PK ?? { S: '' }, SK: Items[0].SK ?? { S: '' } };
  });
  await client.send(
    new UpdateItemCommand({
      TableName: journey.stack.table,
      Key: key,
      UpdateExpression: 'SET mailHeldUntil = :past, requestedAt = :past',
      ExpressionAttributeValues: marshall({ ':past': '2026-11-01T12:00:00.000Z' }),
    }),
  );
}

/** An organizer signs in, looks, decides, and signs out. */
async function useTheConsole(): Promise<void> {
  const { site } = journey;
  // Beyond what is free to a network, its requests are counted in the table.
  const isCounted = () => callsOf('console-sign-in').some(({ leadingKeys }) => leadingKeys === 'NETWORK#*');
  for (let request = 0; request < 200 && !isCounted(); request++)
    await fetch(`${site}/console/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.org' }),
    });
  const cookie = await signInToConsole(journey, 'ida@example.org');
  const list = await fetch(`${site}/console/`, { headers: { cookie } });
  expect(list.status).toBe(200);
  const held = await fetch(`${site}/console/${slug}/pause`, { method: 'POST', headers: { cookie } });
  expect(held.status).toBe(200);
  await editFiles(cookie);
  const out = await fetch(`${site}/console/sign-out`, { method: 'POST', headers: { cookie } });
  expect(out.status).toBe(200);
}

/** The files of a campaign in the console: a press contact is taken off the list, and a signature is imported. */
async function editFiles(cookie: string): Promise<void> {
  const draft = 'draft-letter';
  await journey.apply(draft, {
    publication: ['threshold: { organizations: 100 }'],
    review: 'flagged',
    press: ['desk@example.com,Pat Novak,Harbor Courier,', 'news@example.com,,Coast Radio,no'],
  });
  const folder = `${journey.site}/console/${draft}/folder`;
  const { files, version } = await (await fetch(folder, { headers: { cookie } })).json();
  const preview = await fetch(`${journey.site}/console/${draft}/preview/release.pdf`, {
    headers: { cookie },
  });
  expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const [header = '', first = ''] = files['press-list.csv'].split('\n');
  const applied = await fetch(`${folder}/apply`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ files: { ...files, 'press-list.csv': `${header}\n${first}\n` }, version }),
  });
  expect([applied.status, (await applied.json()).changed]).toEqual([200, ['press list']]);
  const table = 'kind,organizationName,name,email\norganization,Pier Elders,Ana Ruiz,ana@example.org\n';
  const imported = await fetch(`${journey.site}/console/${draft}/import`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ file: table, confirm: draft }),
  });
  expect([imported.status, await imported.json()]).toMatchObject([200, { rows: [{ fate: 'new' }] }]);
  // A decision that lets an organization count puts its name into the index of names.
  const headers = { cookie, accept: 'application/json' };
  const signOns = `${journey.site}/console/${draft}/sign-ons`;
  const id = /[0-9a-f]{32}/.exec(await (await fetch(signOns, { headers })).text())?.[0];
  for (const decision of ['reject', 'reinstate', 'approve'])
    await fetch(`${signOns}/${id}/${decision}`, { method: 'POST', headers });
}

/**
 * Without a review a name changes at once. Somebody else waits for the place that it gives up, which is written down.
 */
async function correctAName(): Promise<void> {
  const plain = 'plain-letter';
  await journey.apply(plain, { publication: ['threshold: { organizations: 100 }'], review: 'none' });
  const holder = await sign(journey, plain, anOrganization(6));
  await sign(journey, plain, anOrganization(6, { email: 'second@example.org' }));
  const corrected = await press(holder.link, 'correct', { organizationName: 'Quite Another Name' });
  expect([corrected.status, (await corrected.json()).signOn.organizationName]).toEqual([
    200,
    'Quite Another Name',
  ]);
  await submitForm(journey.site, plain, anOrganization(6));
  const kept = await press(holder.link, 'keep');
  expect((await kept.json()).signOn.organizationName).toBe('Quite Another Name');
  // And back, by the form and its button, while somebody waits for the other name's place.
  await sign(journey, plain, anOrganization(7, { organizationName: 'Quite Another Name' }));
  await submitForm(journey.site, plain, anOrganization(6));
  expect(await (await press(holder.link, 'confirm')).json()).toEqual({ status: 'corrected' });
}

/**
 * The tally waits a second for its batch to fill: in it the sweep finds uncounted rows and a campaign below its
 * threshold.
 */
async function sweepBeforeTally(): Promise<void> {
  const other = 'other-letter';
  await journey.apply(other, {
    publication: ['threshold: { individuals: 1 }'],
    lines: ['delivery: { by: email, to: [commission@example.org] }'],
    review: 'flagged',
  });
  await sign(journey, other, {
    kind: 'individual',
    name: 'Ana Ruiz',
    email: 'only@example.org',
    publicName: 'full',
  });
  await eventually('its publication', () => textAt(`${journey.site}/${other}/release.txt`));
  await mail(journey.inbox, 'commission@example.org');
  const gone = { ...aConfirmedSignOn({ email: 'gone@example.org' }), slug: other, status: 'withdrawn' };
  for (let round = 0; round < 16 && !hasCalled('sweep', 'dynamodb:PutItem'); round++) {
    // Should the tally have been quicker in the round before, it has told the organizers: they are to be told anew.
    await forget(other, 'belowThresholdNotifiedAt');
    const id = `${round.toString(16)}${gone.id.slice(1)}`;
    await put({
      ...gone,
      id,
      PK: `SIGNONS#${other}#${round}`,
      SK: `SIGNON#${id}`,
      eligible: 'no',
      counted: 'yes',
    });
    await journey.stack.invoke('sweep', {});
  }
}

/** The updated letter comes back, as SES would report: organizers are told. */
async function returnSupplement(of: string): Promise<void> {
  const id = await eventually('the updated letter to be sent', async () => {
    const { Item = {} } = await client.send(
      new GetItemCommand({
        TableName: journey.stack.table,
        Key: marshall({ PK: `CAMPAIGN#${of}`, SK: 'GATE' }),
      }),
    );
    const { supplement } = gateSchema.parse(unmarshall(Item));
    return supplement?.state === 'sent' ? supplement.id : undefined;
  });
  const at = new Date().toISOString();
  await journey.stack.invoke('record-mail-event', {
    what: 'bounced',
    slug: of,
    item: 'supplement',
    id,
    mail: 'supplement',
    claim: 'none',
    at,
  });
}

/** So many sign that the list is stored. Then one of them withdraws. */
async function makeALongList(of: string): Promise<void> {
  const rows = Array.from({ length: 1000 }, (_, index) => {
    const email = `reader-${index}@example.org`;
    return { ...aConfirmedSignOn({ email, counted: 'no' }), slug: of };
  });
  const items = rows.map((row) => ({
    ...row,
    PK: `SIGNONS#${of}#${shardOf(row.id)}`,
    SK: `SIGNON#${row.id}`,
  }));
  for (let at = 0; at < items.length; at += 25) {
    const puts = items
      .slice(at, at + 25)
      .map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [journey.stack.table]: puts } }));
  }
  await sweepUntil('the list to be stored', of, () => hasCalled('publish', 's3:PutObject', '/listings/'));
  await put({ ...items[0], status: 'withdrawn', eligible: 'no', counted: 'yes' });
  await eventually('the change to be noted', async () =>
    callsOf('dispatch').some(({ leadingKeys }) => leadingKeys === 'CHANGES#*') ? true : undefined,
  );
  await sweepUntil('the list to be up to date', of, () =>
    hasCalled('publish', 's3:DeleteObject', '/listings/'),
  );
}

/** Lets the sweep find that the pages of a campaign are due, again and again, until something has happened. */
async function sweepUntil(what: string, of: string, isDone: () => boolean): Promise<void> {
  const end = Date.now() + 180_000;
  while (!isDone()) {
    if (Date.now() > end) throw new Error(`${what} did not come within three minutes`);
    await forget(of, 'renderedState');
    await journey.stack.invoke('sweep', {});
    // Writing the pages takes a while, and to ask for them meanwhile would only let them be written once more.
    for (let look = 0; look < 50 && !isDone(); look++) await pause(100);
  }
}

const shardOf = (id: string): number => Number.parseInt(id.slice(0, 1), 16);

/** Takes an attribute off a campaign's gate: what it says is to be done anew. */
async function forget(of: string, attribute: 'renderedState' | 'belowThresholdNotifiedAt'): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName: journey.stack.table,
      Key: marshall({ PK: `CAMPAIGN#${of}`, SK: 'GATE' }),
      UpdateExpression: `REMOVE ${attribute}`,
    }),
  );
}

/** Whether a function's code has made a call so far, to a resource whose ARN has this in it. */
const hasCalled = (name: string, action: string, resource = ''): boolean =>
  callsOf(name).some((call) => call.action === action && call.resource.includes(resource));

function callsOf(name: string): Call[] {
  const [, calls = []] =
    Object.entries(journey.stack.calls()).find(([functionName]) => functionName.endsWith(`-${name}`)) ?? [];
  return calls;
}

const textOf = ({ action, resource, leadingKeys }: Grant): string =>
  `${action} ${resource}${leadingKeys === undefined ? '' : ` ${leadingKeys}`}`;

test('a role allows each call of its function’s code, and the code uses each grant of its role', async () => {
  await liveThroughEverything();
  const assembly = readAssembly(join(projectRoot, 'cdk.out'));
  const system = readSystem(assembly, (name) => `http://sqs/${name}`);
  const roles = readRoles(
    assembly,
    newResolver(assembly.template, assembly.stackName, (name) => name),
  );
  for (const { name, access } of system.functions) {
    const calls = journey.stack.calls()[name] ?? [];
    const denied = calls.filter(({ isDenied }) => isDenied).map(textOf);
    const unused = grantsOf(roles.get(access.role)?.policies.code ?? [])
      .map(textOf)
      // For accounts in which a sender's address is an identity of its own. The local stack has the domain alone.
      .filter((grant) => !/:identity\/\*[@.]/.test(grant))
      .filter((grant) => !calls.some((call) => textOf(call) === grant));
    expect({ name, denied, unused }).toEqual({ name, denied: [], unused: [] });
  }
});
