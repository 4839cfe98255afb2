import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { countAndOpenGate } from '../../shared/operations/counting/count-and-open-gate.ts';
import { promoteSignOn } from '../../shared/operations/deciding/promote.ts';
import { readPressContact } from '../../shared/operations/mailing/press-contacts.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { dirtyUpdate } from '../../shared/table/gate.ts';
import { pressContactKey, signOnKey } from '../../shared/table/keys.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import { isUnreadable, openStore } from '../../shared/table/table.ts';
import { injectConflicts } from '../support/conflicts.ts';
import { newIds } from '../support/ids.ts';
import { newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  addressKey,
  aSettings,
  organizationDetails,
  slug,
  testAddressKey,
} from '../support/records.ts';
import { newSite } from '../support/site.ts';
import { freshDynamoDbStore, gateOf, invariantViolations, seed, signOnsOf } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

test('a campaign goes from its first sign-on to its last mail although every single write meets a conflict, twice', async () => {
  const database = await freshDynamoDbStore();
  const { store } = database;
  const now = new Date('2026-11-24T12:00:00.000Z');
  const { newUlid, newNonce } = newIds();
  await seed(database, {
    gate: { thresholdOrganizations: 1 },
    letter: letterSource,
    release: releaseSource,
  });
  const hash = 'a'.repeat(32);
  const contact = { slug, addressHash: hash, email: 'desk@example.com', nonce: 'n' };
  await database.put({ ...pressContactKey(slug, hash), ...contact });
  const injected = injectConflicts(database.client, 2);

  const submit = async (email: string) => {
    const details = organizationDetails('Harbor Families');
    const kind = 'organization' as const;
    const key = organizationKey('Harbor Families');
    const id = signOnId(testAddressKey, { kind, email, organizationKey: key });
    await submitSignOn(store, { slug, id, kind, email, details, now, newUlid, newNonce });
    return id;
  };
  const read = async (id: string) => {
    const signOn = await readSignOn(store, { slug, id, now });
    if (!signOn) throw new Error('no such sign-on');
    return signOn;
  };
  const confirm = async (id: string) =>
    await confirmSignOn(store, { settings: aSettings(), signOn: await read(id), now, newUlid, addressKey });
  const settle = async () =>
    await countAndOpenGate({ store, now: () => now, newUlid }, slug, await signOnsOf(database));

  const ana = await submit('ana@example.org');
  const ben = await submit('ben@example.org');
  const mailbox = newMailbox(database, now);
  await handleMailTask(mailbox.dependencies(), { task: 'pending', ...signOnKey(slug, ana) });
  expect(mailbox.sent).toHaveLength(1);

  expect(await confirm(ana)).toBe('confirmed');
  expect(await confirm(ben)).toBe('already-signed-by-organization');
  await withdrawSignOn(store, { signOn: await read(ana), now, newUlid });
  expect(await promoteSignOn(store, { signOn: await read(ben), now, newUlid })).toBe('promoted');
  await settle();
  expect(await invariantViolations(database)).toEqual([]);
  expect((await gateOf(database)).status).toBe('publishing');

  await runSiteJob(newSite(database, now).dependencies(), slug);
  expect((await gateOf(database)).status).toBe('published');
  await handleMailTask(mailbox.dependencies(), { task: 'publication', ...pressContactKey(slug, hash) });
  expect((await readPressContact(store, slug, hash))?.release?.state).toBe('sent');
  expect(injected()).toBeGreaterThan(30);
});

test('a batch is counted exactly although its transactions meet conflicts', async () => {
  const database = await freshDynamoDbStore();
  const { store, client } = database;
  const { newUlid } = newIds();
  const signOns = Array.from({ length: 10 }, (_, index) =>
    aConfirmedSignOn({ email: `person-${index}@example.org`, counted: 'no' }),
  );
  await seed(database, { gate: { thresholdOrganizations: 0, thresholdIndividuals: 10 }, signOns });
  const injected = injectConflicts(client, 4);
  const now = () => new Date('2026-11-24T12:00:00.000Z');
  expect(await countAndOpenGate({ store, now, newUlid }, slug, signOns)).toBe(10);
  expect(injected()).toBeGreaterThanOrEqual(8);
  expect(await invariantViolations(database)).toEqual([]);
});

test('a transaction that DynamoDB cancels for a value of a wrong type is refused, and not tried again', async () => {
  let calls = 0;
  const client = new DynamoDBClient({ region: 'us-east-1' });
  client.middlewareStack.add(
    () => () => {
      calls++;
      const CancellationReasons = [{ Code: 'None' }, { Code: 'ValidationError' }];
      const $metadata = { httpStatusCode: 400 };
      throw new TransactionCanceledException({ message: 'cancelled', CancellationReasons, $metadata });
    },
    { step: 'initialize' },
  );
  const error: unknown = await openStore('table', { client })
    .transact([dirtyUpdate(slug, 'mark')])
    .catch((failure: unknown) => failure);
  expect(error).toMatchObject({ kind: 'refused', code: 'ValidationException' });
  expect([isUnreadable(error), calls]).toEqual([true, 1]);
});

describe('Items that are put in one request', () => {
  const items = Array.from({ length: 3 }, (_, index) => ({ PK: 'A', SK: String(index), n: index }));

  const batchSchema = z.object({ RequestItems: z.record(z.string(), z.array(z.unknown())) });

  /** Lets each batch write only its first so many items, as DynamoDB does when it throttles. */
  function throttle(client: DynamoDBClient, written: number): number[] {
    const calls: number[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (input) => {
          if (commandName !== 'BatchWriteItemCommand') return await next(input);
          const [tableName = '', puts = []] =
            Object.entries(batchSchema.parse(input.input).RequestItems)[0] ?? [];
          calls.push(puts.length);
          const left = puts.slice(written);
          const UnprocessedItems = left.length > 0 ? { [tableName]: left } : {};
          const output = { $metadata: {}, UnprocessedItems };
          if (written === 0) return { output, response: {} };
          const answer = await next({ input: { RequestItems: { [tableName]: puts.slice(0, written) } } });
          return { ...answer, output };
        },
      { step: 'initialize' },
    );
    return calls;
  }

  test('are sent again as far as DynamoDB leaves them unprocessed', async () => {
    const { store, client } = await freshDynamoDbStore();
    const calls = throttle(client, 1);
    await store.putAll(items);
    const { items: stored } = await store.query(z.record(z.string(), z.unknown()), { PK: 'A' });
    expect([stored, calls]).toEqual([items, [3, 2, 1]]);
    client.destroy();
  });

  test('are a failure that may pass if it goes on leaving them', async () => {
    const { store, client } = await freshDynamoDbStore();
    const calls = throttle(client, 0);
    await expect(store.putAll(items)).rejects.toMatchObject({
      kind: 'throttled',
      operation: 'BatchWriteItem',
      code: 'UnprocessedItems',
    });
    expect(calls).toEqual(Array.from({ length: 12 }, () => 3));
    client.destroy();
  });
});
