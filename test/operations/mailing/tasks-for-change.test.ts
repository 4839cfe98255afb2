import { describe, expect, test } from '@jest/globals';
import { tasksForChange } from '../../../shared/operations/mailing/tasks-for-change.ts';

const signOn = { PK: 'SIGNONS#harbor-trees#3', SK: 'SIGNON#3abc' };
const gate = { PK: 'CAMPAIGN#harbor-trees', SK: 'GATE' };
const event = { PK: 'CAMPAIGN#harbor-trees', SK: 'EVENT#01JD0000000000000000000000' };

describe('a changed item', () => {
  test('queues an email if its pendingMail mark is new, and not if something else changed', () => {
    const confirmed = { ...signOn, keep: 'kept' };
    expect(tasksForChange({ ...confirmed, pendingMail: 'a' }, undefined).mail).toEqual([
      { task: 'pending', ...signOn },
    ]);
    expect(
      tasksForChange({ ...confirmed, pendingMail: 'b' }, { ...confirmed, pendingMail: 'a' }).mail,
    ).toHaveLength(1);
    expect(
      tasksForChange({ ...confirmed, pendingMail: 'a' }, { ...confirmed, pendingMail: 'a' }).mail,
    ).toEqual([]);
    expect(tasksForChange(confirmed, { ...confirmed, pendingMail: 'a' }).mail).toEqual([]);
  });

  test('queues a confirmation if nothing was confirmed yet', () => {
    const { mail, confirmations } = tasksForChange({ ...signOn, pendingMail: 'a' }, undefined);
    expect([mail, confirmations]).toEqual([[], [{ task: 'pending', ...signOn }]]);
  });

  test('that is an event queues its notice', () => {
    expect(tasksForChange({ ...event, pendingMail: 'a' }, undefined).mail).toEqual([
      { task: 'pending', ...event },
    ]);
  });

  test('queues the site job if the gate opens or has something new to show', () => {
    const site = [{ slug: 'harbor-trees' }];
    expect(tasksForChange({ ...gate, status: 'publishing' }, { ...gate, status: 'collecting' }).site).toEqual(
      site,
    );
    expect(
      tasksForChange({ ...gate, status: 'collecting', dirty: 'b' }, { ...gate, dirty: 'a' }).site,
    ).toEqual(site);
    expect(tasksForChange({ PK: gate.PK, SK: 'SETTINGS' }, undefined).site).toEqual(site);
    expect(tasksForChange({ PK: gate.PK, SK: 'TEXT#en#letter' }, undefined).site).toEqual(site);
    expect(tasksForChange({ ...gate, dirty: 'a' }, { ...gate, dirty: 'a' }).site).toEqual([]);
  });

  test('queues one cursor for each shard and one for the press when the gate says so, once', () => {
    const published = { ...gate, status: 'published', pendingPublicationMail: 'a' };
    const { mail } = tasksForChange(published, { ...gate, status: 'publishing' });
    expect(mail.filter(({ task }) => task === 'press')).toHaveLength(1);
    expect(mail.flatMap((task) => (task.task === 'signers' ? [task.shard] : []))).toEqual(
      Array.from({ length: 16 }, (_, shard) => shard),
    );
    expect(tasksForChange(published, published).mail).toEqual([]);
    expect(tasksForChange({ ...gate, status: 'published' }, published).mail).toEqual([]);
  });

  test('queues only the recipient’s email while the letter is pending, and the others after it', () => {
    const owed = { ...gate, status: 'published', pendingLetterMail: 'a' };
    expect(tasksForChange(owed, { ...gate, status: 'publishing' }).mail).toEqual([
      { task: 'letter', slug: 'harbor-trees' },
    ]);
    expect(tasksForChange(owed, owed).mail).toEqual([]);
    expect(
      tasksForChange({ ...gate, status: 'published', pendingPublicationMail: 'b' }, owed).mail,
    ).toHaveLength(17);
  });
});
