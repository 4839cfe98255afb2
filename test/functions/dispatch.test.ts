import { describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/dispatch.ts';
import type { Queue } from '../../shared/aws/queues.ts';
import { readGate } from '../../shared/table/gate.ts';
import { gateKey, listingChangeKey, signOnKey } from '../../shared/table/keys.ts';
import { forgetListingChange, readListingChanges } from '../../shared/table/listing-changes.ts';
import { newIds } from '../support/ids.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { aConfirmedSignOn, aGate, slug } from '../support/records.ts';
import { streamEvent } from '../support/stream.ts';

const table = { store: newMemoryStore(), newUlid: newIds().newUlid };

function newQueue(): Queue & { messages: unknown[] } {
  const messages: unknown[] = [];
  return {
    messages,
    send: async (message) => void messages.push(message),
    sendAll: async (all) => void messages.push(...all),
    isEmpty: () => Promise.resolve(messages.length === 0),
  };
}

const gate = (changed: object) => ({
  PK: 'CAMPAIGN#harbor-trees',
  SK: 'GATE',
  status: 'collecting',
  ...changed,
});

describe('dispatch', () => {
  test('queues the site job once for a campaign, however often a batch names it', async () => {
    const [mailQueue, confirmationQueue, siteQueue] = [newQueue(), newQueue(), newQueue()];
    const event = streamEvent([gate({ dirty: 'a' }), gate({ dirty: 'b' }), gate({ dirty: 'c' })]);
    expect(
      await newHandler({ ...table, mailQueue, confirmationQueue, siteQueue, eventsQueue: newQueue() })(event),
    ).toEqual({
      batchItemFailures: [],
    });
    expect(siteQueue.messages).toEqual([{ slug: 'harbor-trees' }]);
  });

  test('queues keys, never an address, a nonce or a text', async () => {
    const [mailQueue, confirmationQueue, siteQueue] = [newQueue(), newQueue(), newQueue()];
    const row = {
      PK: 'SIGNONS#harbor-trees#3',
      SK: 'SIGNON#3abc',
      pendingMail: 'a',
      email: 'ana@example.org',
      nonce: 'secret',
      submission: { name: 'Ana Ruiz' },
    };
    await newHandler({ ...table, mailQueue, confirmationQueue, siteQueue, eventsQueue: newQueue() })(
      streamEvent([row]),
    );
    expect(confirmationQueue.messages).toEqual([{ task: 'pending', PK: row.PK, SK: row.SK }]);
  });

  test('queues emails to unconfirmed addresses separately from all others', async () => {
    const [mailQueue, confirmationQueue, siteQueue] = [newQueue(), newQueue(), newQueue()];
    const row = { PK: 'SIGNONS#harbor-trees#3', SK: 'SIGNON#3abc', pendingMail: 'a' };
    const notice = { PK: 'CAMPAIGN#harbor-trees', SK: 'EVENT#1', pendingMail: 'a' };
    await newHandler({ ...table, mailQueue, confirmationQueue, siteQueue, eventsQueue: newQueue() })(
      streamEvent([row, { ...row, SK: 'SIGNON#3abd', keep: 'kept' }, notice]),
    );
    expect(confirmationQueue.messages).toEqual([{ task: 'pending', PK: row.PK, SK: row.SK }]);
    expect(mailQueue.messages).toHaveLength(2);
  });

  test('asks for the whole batch again if a queue does not answer', async () => {
    const [confirmationQueue, siteQueue] = [newQueue(), newQueue()];
    const mailQueue = { ...newQueue(), sendAll: () => Promise.reject(new Error('no answer')) };
    const answer = await newHandler({
      ...table,
      mailQueue,
      confirmationQueue,
      siteQueue,
      eventsQueue: newQueue(),
    })(streamEvent([gate({ dirty: 'a' }), gate({ dirty: 'b' })]));
    expect(answer.batchItemFailures).toHaveLength(2);
  });

  test('queues mails and site jobs even if no event can be queued, and asks for the batch again', async () => {
    const [mailQueue, confirmationQueue, siteQueue] = [newQueue(), newQueue(), newQueue()];
    const eventsQueue = { ...newQueue(), sendAll: () => Promise.reject(new Error('no answer')) };
    const held = {
      PK: 'CAMPAIGN#harbor-trees',
      SK: 'EVENT#01JD0000000000000000000000',
      slug: 'harbor-trees',
      id: '01JD0000000000000000000000',
      at: '2026-11-24T12:00:00.000Z',
      event: { type: 'held' },
      pendingMail: 'a',
    };
    const event = streamEvent([held, gate({ dirty: 'a' })]);
    const answer = await newHandler({ ...table, mailQueue, confirmationQueue, siteQueue, eventsQueue })(
      event,
    );
    expect(answer.batchItemFailures).toHaveLength(2);
    expect([mailQueue.messages, siteQueue.messages].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('does not fail a batch for a deletion, or for a record that it cannot read', async () => {
    const [mailQueue, confirmationQueue, siteQueue] = [newQueue(), newQueue(), newQueue()];
    const event = streamEvent([{ PK: 1 }, gate({ dirty: 'a' })]);
    const deletion = { eventName: 'REMOVE' as const, dynamodb: { SequenceNumber: '9' } };
    const answer = await newHandler({
      ...table,
      mailQueue,
      confirmationQueue,
      siteQueue,
      eventsQueue: newQueue(),
    })({
      Records: [...event.Records, deletion],
    });
    expect(answer.batchItemFailures).toEqual([]);
    expect(siteQueue.messages).toHaveLength(1);
  });

  describe('notes a change of a list', () => {
    const { store, put } = newTable();
    const row = { ...aConfirmedSignOn(), ...signOnKey(slug, aConfirmedSignOn().id) };
    const dispatch = async (newImage: object, oldImage?: object) => {
      const event = streamEvent([newImage], [oldImage]);
      const [record] = event.Records;
      if (record?.dynamodb) record.dynamodb.Keys = { PK: { S: row.PK }, SK: { S: row.SK } };
      return await newHandler({
        ...table,
        store,
        mailQueue: newQueue(),
        confirmationQueue: newQueue(),
        siteQueue: newQueue(),
        eventsQueue: newQueue(),
      })(event);
    };
    const noted = () => readListingChanges(store, slug);
    const withdrawn = { ...row, status: 'withdrawn', eligible: 'no', signed: undefined };

    test('only where the list is stored, and only what changes it', async () => {
      await put({ ...gateKey(slug), ...aGate({ status: 'published' }) });
      await dispatch(withdrawn, row);
      expect(await noted()).toEqual([]);
      await put({ ...gateKey(slug), ...aGate({ status: 'published', listing: '01JD' }) });
      await dispatch({ ...row, mailedAt: { signed: '2026-11-24T12:00:00.000Z' } }, row);
      await dispatch({ ...row, counted: 'no' }, row);
      expect(await noted()).toEqual([]);
      await dispatch(withdrawn, row);
      await dispatch(withdrawn, row);
      expect((await noted()).map(({ id }) => id)).toEqual([row.id]);
      expect((await readGate(store, slug))?.dirty).toBeDefined();
    });

    // A recount may find too few. The campaign collects again then, with the list that was stored before.
    test.each(['collecting', 'publishing'] as const)(
      'before publication also who is counted: %s',
      async (status) => {
        await put({ ...gateKey(slug), ...aGate({ status, listing: '01JD' }) });
        for (const change of await noted()) await forgetListingChange(store, slug, change);
        await dispatch(row, { ...row, counted: 'no' });
        expect(await noted()).toHaveLength(1);
      },
    );

    test('also of a sign-on that cannot be read, and although a gate cannot be read', async () => {
      for (const change of await noted()) await forgetListingChange(store, slug, change);
      await dispatch({ ...row, nonce: 7 }, row);
      expect(await noted()).toHaveLength(1);
      await put({ ...gateKey(slug), listing: 7 });
      expect(await dispatch(withdrawn, row)).toEqual({ batchItemFailures: [] });
    });

    test.each([[{ mark: 7 }], [{}]])(
      'and is still known, and forgotten, if its mark was damaged: %j',
      async (damage) => {
        for (const change of await noted()) await forgetListingChange(store, slug, change);
        await put({ ...listingChangeKey(slug, row.id), ...damage });
        const [change] = await noted();
        expect(change?.id).toBe(row.id);
        if (change) await forgetListingChange(store, slug, change);
        expect(await noted()).toEqual([]);
      },
    );

    test('and a mark that was set meanwhile stays when the one before is forgotten', async () => {
      await put({ ...gateKey(slug), ...aGate({ status: 'published', listing: '01JD' }) });
      const [read] = await noted();
      await dispatch(withdrawn, row);
      if (read) await forgetListingChange(store, slug, read);
      expect(await noted()).toHaveLength(1);
    });
  });
});

function newTable() {
  const store = newMemoryStore();
  return { store, put: async (item: Parameters<typeof store.put>[0]) => store.put(item) };
}
