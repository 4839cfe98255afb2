import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionsOfCall } from '../../infra/call-actions.ts';
import { type Grant, grantsByFunction, shortName } from '../../infra/role-actions.ts';
import { templateSchema } from '../../infra/template.ts';
import { clientFor } from '../../local/aws.ts';
import type { Call } from '../../local/lambda/messages.ts';
import { projectRoot } from '../../local/settings.ts';
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
  const { site, inbox, stack } = journey;
  // A notice that nobody could send, since its campaign was not there yet: the sweep has to find it.
  const id = '01JD0000000000000000000000';
  const campaignEvent = { type: 'fell-below', organizations: 0, individuals: 0 };
  const at = '2026-11-01T12:00:00.000Z';
  await put({
    PK: `CAMPAIGN#${slug}`,
    SK: `EVENT#${id}`,
    slug,
    id,
    at,
    actor: 'system',
    campaignEvent,
    pendingMail: id,
  });
  await eventually('dispatch', async () => (called('send-mail').size > 0 ? true : undefined));
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
  await submitForm(site, slug, anOrganization(3));
  await submitForm(site, slug, anOrganization(4, { email: 'complaint@example.org' }));
  const third = await mail(inbox, 'group-3@example.org');
  await eventually('a quiet moment', async () => ((await mailsTo(inbox)).length >= 6 ? true : undefined));
  await fetch(`${inbox}/faults`, {
    method: 'POST',
    body: JSON.stringify({ code: 'ConnectionReset', times: 40 }),
  });
  await press(linkOf(third), 'confirm');
  await eventually('the release', () => textAt(`${site}/${slug}/release.txt`));
  await eventually('a mail whose outcome nobody knows', async () =>
    called('send-mail').has('dynamodb:PutItem Table') ? true : undefined,
  );
  await fetch(`${inbox}/faults`, {
    method: 'POST',
    body: JSON.stringify({ code: 'ConnectionReset', times: 0 }),
  });

  await press(first.link, 'withdraw');
  await eventually('the count', async () =>
    (await progressOf(site, slug)).organizations === 2 ? true : undefined,
  );
  await eventually(
    'the notice that nobody could send, and the pages that nobody has written',
    async () => {
      await forget(slug, 'renderedState');
      await stack.invoke('sweep', {});
      const queues = ['MailQueue', 'PublicationQueue'];
      return queues.every((queue) => called('sweep').has(`sqs:SendMessage ${queue}`)) ? true : undefined;
    },
    180,
  );
  await sweepBeforeTally();
  await useTheConsole();
  await correctAName();
  await journey.campaign('supplement', 'other-letter', '--yes');
  await eventually('the updated letter', async () =>
    called('send-mail').has('s3:GetObject PublicationPrivateBucket/supplements/*') ? true : undefined,
  );
  await journey.campaign('take-down', slug, '--yes');
  await eventually('the pages to be gone', async () =>
    (await fetch(`${site}/${slug}/letter.txt`)).status === 410 ? true : undefined,
  );
  await eventually('what else is there to be found', async () =>
    called('publish').has('s3:ListBucket SiteBucket') ? true : undefined,
  );
}

/** An organizer signs in, looks, decides, and signs out. */
async function useTheConsole(): Promise<void> {
  const { site } = journey;
  const cookie = await signInToConsole(journey, 'ida@example.org');
  const list = await fetch(`${site}/console/`, { headers: { cookie } });
  expect(list.status).toBe(200);
  const held = await fetch(`${site}/console/${slug}/pause`, { method: 'POST', headers: { cookie } });
  expect(held.status).toBe(200);
  const out = await fetch(`${site}/console/sign-out`, { method: 'POST', headers: { cookie } });
  expect(out.status).toBe(200);
}

/** Somebody else waits for the place that another name gives up: the organizers are told. */
async function correctAName(): Promise<void> {
  const holder = await sign(journey, 'other-letter', anOrganization(6));
  await sign(journey, 'other-letter', anOrganization(6, { email: 'second@example.org' }));
  const corrected = await press(holder.link, 'correct', { organizationName: 'Quite Another Name' });
  expect([corrected.status, (await corrected.json()).signOn.organizationName]).toEqual([
    200,
    'Quite Another Name',
  ]);
  await submitForm(journey.site, 'other-letter', anOrganization(6));
  const kept = await press(holder.link, 'keep');
  expect((await kept.json()).signOn.organizationName).toBe('Quite Another Name');
  // And back, by the form and its button, while somebody waits for the other name's place.
  await sign(journey, 'other-letter', anOrganization(7, { organizationName: 'Quite Another Name' }));
  await submitForm(journey.site, 'other-letter', anOrganization(6));
  expect(await (await press(holder.link, 'confirm')).json()).toEqual({ status: 'corrected' });
}

/** The tally waits a second for its batch to fill: in it the sweep finds uncounted rows and a campaign below its threshold. */
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
  for (let round = 0; round < 16 && !called('sweep').has('dynamodb:PutItem Table'); round++) {
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

/** What a function's code has called so far, as IAM names it, on what the template calls it. */
const called = (name: string): Set<string> =>
  new Set(
    Object.entries(journey.stack.calls())
      .filter(([functionName]) => shortName(functionName) === name)
      .flatMap(([, calls]) => calls.flatMap((call) => grantsNeeded(name, call))),
  );

const grantsNeeded = (name: string, { service, action, resource }: Call): string[] =>
  actionsOfCall({ service, operation: action }).map(
    (needed) => `${needed} ${resourceInTemplate(name, service, resource)}`,
  );

function resourceInTemplate(name: string, service: string, resource: string): string {
  if (service === 'dynamodb') return 'Table';
  if (service === 'sqs') return resource.includes('MailQueue') ? 'MailQueue' : 'PublicationQueue';
  if (service === 'secretsmanager')
    return resource.includes('AddressKey') ? 'SecretsAddressKey' : 'SecretsLinkKeys';
  if (service === 's3' && !resource.includes('/')) return 'SiteBucket';
  if (service === 's3')
    return resource.includes('privatebucket')
      ? `PublicationPrivateBucket/${resource.split('/')[1]}/*`
      : name === 'send-mail'
        ? 'SiteBucket/*/letter.pdf'
        : 'SiteBucket/*';
  return service;
}

/** Grants of SES and CloudFront are on several resources for one call: for those the action says enough. */
const granted = ({ action, resource }: Grant): string => {
  const [service = ''] = action.split(':');
  return `${action} ${service === 'ses' || service === 'cloudfront' ? service : resource}`;
};

test('each function’s role grants what its code calls, and nothing that it never calls', async () => {
  await liveThroughEverything();
  const template = templateSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, 'cdk.out/undersigned-dev.template.json'), 'utf8')),
  );
  for (const [name, { code }] of grantsByFunction(template)) {
    const inRole = [...new Set(code.map(granted))].toSorted();
    expect([name, ...[...called(name)].toSorted()]).toEqual([name, ...inRole]);
  }
});
