import { describe, expect, test } from '@jest/globals';
import { callsFor } from '../../../shared/operations/mailing/tasks-for-change.ts';

const signOn = { PK: 'SIGNONS#harbor-trees#3', SK: 'SIGNON#3abc' };
const gate = { PK: 'CAMPAIGN#harbor-trees', SK: 'GATE' };
const event = { PK: 'CAMPAIGN#harbor-trees', SK: 'EVENT#01JD0000000000000000000000' };

describe('a changed item', () => {
  test('calls for a mail when its owes mark is new, and not when something else changed', () => {
    expect(callsFor({ ...signOn, owes: 'a' }, undefined).mail).toEqual([{ task: 'owed', ...signOn }]);
    expect(callsFor({ ...signOn, owes: 'b' }, { ...signOn, owes: 'a' }).mail).toHaveLength(1);
    expect(callsFor({ ...signOn, owes: 'a' }, { ...signOn, owes: 'a' }).mail).toEqual([]);
    expect(callsFor(signOn, { ...signOn, owes: 'a' }).mail).toEqual([]);
  });

  test('that is an event calls for its notice', () => {
    expect(callsFor({ ...event, owes: 'a' }, undefined).mail).toEqual([{ task: 'owed', ...event }]);
  });

  test('calls for the site job when the gate opens or has something new to show', () => {
    const site = [{ slug: 'harbor-trees' }];
    expect(callsFor({ ...gate, status: 'publishing' }, { ...gate, status: 'collecting' }).site).toEqual(site);
    expect(callsFor({ ...gate, status: 'collecting', dirty: 'b' }, { ...gate, dirty: 'a' }).site).toEqual(
      site,
    );
    expect(callsFor({ PK: gate.PK, SK: 'SETTINGS' }, undefined).site).toEqual(site);
    expect(callsFor({ PK: gate.PK, SK: 'TEXT#en#letter' }, undefined).site).toEqual(site);
    expect(callsFor({ ...gate, dirty: 'a' }, { ...gate, dirty: 'a' }).site).toEqual([]);
  });

  test('queues one cursor for each shard and one for the press when the gate says so, once', () => {
    const published = { ...gate, status: 'published', mailsDue: 'a' };
    const { mail } = callsFor(published, { ...gate, status: 'publishing' });
    expect(mail.filter(({ task }) => task === 'press')).toHaveLength(1);
    expect(mail.flatMap((task) => (task.task === 'signers' ? [task.shard] : []))).toEqual(
      Array.from({ length: 16 }, (_, shard) => shard),
    );
    expect(callsFor(published, published).mail).toEqual([]);
    expect(callsFor({ ...gate, status: 'published' }, published).mail).toEqual([]);
  });

  test('queues the recipient’s mail alone while the letter is owed, and the others once it is not', () => {
    const owed = { ...gate, status: 'published', letterDue: 'a' };
    expect(callsFor(owed, { ...gate, status: 'publishing' }).mail).toEqual([
      { task: 'letter', slug: 'harbor-trees' },
    ]);
    expect(callsFor(owed, owed).mail).toEqual([]);
    expect(callsFor({ ...gate, status: 'published', mailsDue: 'b' }, owed).mail).toHaveLength(17);
  });
});
