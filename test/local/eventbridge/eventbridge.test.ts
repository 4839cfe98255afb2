import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newHandler } from '../../../functions/send-events.ts';
import { clientFor } from '../../../local/aws.ts';
import { openEventStore } from '../../../local/eventbridge/event-store.ts';
import { startEventBridge } from '../../../local/eventbridge/server.ts';
import type { RunningServer } from '../../../local/http.ts';
import { startSes } from '../../../local/ses/server.ts';
import { openEventBus } from '../../../shared/aws/event-bus.ts';
import type { BusEvent } from '../../../shared/campaign/bus-events.ts';
import { logLinesOf } from '../../support/log-lines.ts';
import { queueEvent } from '../../support/queue.ts';

const at = '2026-11-24T12:00:00.000Z';
const held: BusEvent = { type: 'Held', at, detail: { id: 'a', slug: 'harbor-trees' } };
let directory: string;
let server: RunningServer;
let client: EventBridgeClient;
const file = () => join(directory, 'events');

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  server = await startEventBridge(['stage'], openEventStore(file()));
  client = new EventBridgeClient({ ...clientFor(server.url), maxAttempts: 1 });
});
afterEach(async () => {
  client.destroy();
  await server.close();
  rmSync(directory, { recursive: true });
});

test('Events of a queue are on the bus, as EventBridge would pass them on, and outlive a restart', async () => {
  const handler = newHandler({ bus: openEventBus('stage', client) });
  expect(await handler(queueEvent([JSON.stringify(held)]))).toEqual({ batchItemFailures: [] });
  expect(openEventStore(file()).events()).toEqual([
    expect.objectContaining({
      source: 'undersigned',
      'detail-type': 'Held',
      time: '2026-11-24T12:00:00Z',
      detail: { id: 'a', slug: 'harbor-trees' },
    }),
  ]);
});

test('An event that the bus refuses, or that cannot be read, is tried again, and no other', async () => {
  const bus = openEventBus('stage', client);
  const refusesSecond = { put: async () => new Map([[1, 'InternalFailure']]) };
  const bodies = [JSON.stringify(held), JSON.stringify(held), '{"type":"Held"}', 'no JSON'];
  const lines = await logLinesOf(async () => {
    const answer = await newHandler({ bus: refusesSecond })(queueEvent(bodies));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'message-1',
      'message-2',
      'message-3',
    ]);
  });
  // The runbook goes by the code.
  expect(lines.map(({ errorCode }) => errorCode).sort()).toEqual([
    'InternalFailure',
    'SyntaxError',
    'ZodError',
  ]);
  await server.close();
  const none = await newHandler({ bus })(queueEvent([JSON.stringify(held)]));
  expect(none.batchItemFailures).toEqual([{ itemIdentifier: 'message-0' }]);
});

test('The bus refuses what EventBridge refuses', async () => {
  const Entry = { EventBusName: 'stage', Source: 'undersigned', DetailType: 'Held', Detail: '{}' };
  const put = (...Entries: object[]) => client.send(new PutEventsCommand({ Entries }));
  expect(await put(Entry, { ...Entry, Detail: 'no' }, { ...Entry, Source: '' })).toMatchObject({
    FailedEntryCount: 2,
    Entries: [
      { EventId: expect.any(String) },
      { ErrorCode: 'MalformedDetail' },
      { ErrorCode: 'InvalidArgument' },
    ],
  });
  await put({ ...Entry, EventBusName: 'another' });
  expect(openEventStore(file()).events()).toHaveLength(1);
  await expect(put(...Array.from({ length: 11 }, () => Entry))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(client.send(new ListRulesCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});

test('The inbox shows events: a page for a browser, JSON for a program, and none after DELETE', async () => {
  const store = openEventStore(file());
  const inbox = await startSes({ port: 0, file: join(directory, 'mails'), events: store });
  await openEventBus('stage', client).put([held]);
  for (const event of openEventStore(file()).events()) store.append({ ...event, 'detail-type': '<b>' });
  const events = await (await fetch(`${inbox.url}/events`)).json();
  expect(events).toMatchObject({ events: [{ 'detail-type': '<b>', detail: held.detail }] });
  const page = await (await fetch(`${inbox.url}/events`, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('&lt;b&gt;');
  expect(page).toContain('harbor-trees');
  expect((await fetch(`${inbox.url}/events`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${inbox.url}/events`, { method: 'DELETE' })).status).toBe(204);
  expect(await (await fetch(`${inbox.url}/events`)).json()).toEqual({ events: [] });
  await inbox.close();
});
