import { beforeEach, describe, expect, test } from '@jest/globals';
import { type CampaignEvent, eventSchema } from '../../shared/campaign/events.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { eventCreation } from '../../shared/table/events.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { type CrashRun, crashAtEveryStep } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { slug } from '../support/records.ts';
import { freshStore, gateOf, type KeyedTestStore, seed } from '../support/store.ts';

const organizers = ['ida', 'jo', 'kim'].map((name) => ({ name, email: `${name}@example.org` }));
let database: KeyedTestStore;
let mailbox: Mailbox;

const published = { type: 'published' as const, organizations: 3, individuals: 0 };

async function start(campaignEvent: CampaignEvent = published): Promise<void> {
  database = await freshStore();
  mailbox = newMailbox(database);
  await seed(database, { settings: { organizers } });
  const { newUlid } = newIds();
  await database.store.transact([
    eventCreation({ slug, now: mailbox.now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
}
beforeEach(() => start());

async function event() {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  const [only] = items;
  if (!only) throw new Error('no event');
  return only;
}

const deliver = async (run?: CrashRun) =>
  handleMailTask(mailbox.dependencies(run), {
    task: 'pending',
    PK: `CAMPAIGN#${slug}`,
    SK: `EVENT#${(await event()).id}`,
  });
const told = () => mailbox.sent.map(({ to }) => to);

describe('a notice', () => {
  test('goes to every organizer once, however often the message comes', async () => {
    await deliver();
    await deliver();
    expect(told()).toEqual(organizers.map(({ email }) => email));
    expect((await event()).pendingMail).toBeUndefined();
  });

  test('leaves no words in the log that a signer typed', async () => {
    const name = 'Harbor Families';
    const of = { organizations: 1, individuals: 0, isWhole: true, names: [name] };
    const more = {
      mended: [{ from: name, to: name }],
      vacated: [{ organizationName: name, waiting: ['0a'] }],
      duplicates: [{ organizationName: name, id: '0b' }],
    };
    await start({ type: 'review-waiting', ...of, ...more });
    await deliver();
    expect(mailbox.sent[0]?.message.text).toContain(name);
    const left = (await event()).event;
    expect(JSON.stringify(left)).not.toContain('Harbor');
    expect(left).toMatchObject({
      organizations: 1,
      vacated: [{ waiting: ['0a'] }],
      duplicates: [{ id: '0b' }],
    });
  });

  test('continues after SES stopped it, and goes to no one twice', async () => {
    mailbox.answers = ['accepted', 'over-quota'];
    expect(await deliver()).toBe('over-quota');
    expect(await deliver()).toBe('done');
    expect(told()).toEqual(organizers.map(({ email }) => email));
  });

  test('goes to all others while SES does not take mail for one of them', async () => {
    mailbox.answers = ['not-verified', 'accepted', 'accepted'];
    expect(await deliver()).toBe('not-verified');
    expect(told()).toEqual(['jo@example.org', 'kim@example.org']);
    expect((await event()).pendingMail).toBeDefined();
    expect(await deliver()).toBe('done');
    expect(told()).toEqual(['jo@example.org', 'kim@example.org', 'ida@example.org']);
  });

  test.each(['ADD notified', 'REMOVE pendingMail'])(
    'that is deleted before `%s` is not written again',
    async (before) => {
      const key = { PK: `CAMPAIGN#${slug}`, SK: `EVENT#${(await event()).id}` };
      const { store, ...dependencies } = mailbox.dependencies();
      const update: typeof store.update = async (write) => {
        if (write.update.startsWith(before)) await store.transact([{ remove: key }]);
        return await store.update(write);
      };
      await handleMailTask({ ...dependencies, store: { ...store, update } }, { task: 'pending', ...key });
      expect(await database.tableKeys()).not.toContainEqual(key);
    },
  );

  test('goes to each organizer once, even if the list of organizers changes between two attempts', async () => {
    mailbox.answers = ['accepted', 'over-quota'];
    expect(await deliver()).toBe('over-quota');
    await seed(database, { settings: { organizers: organizers.toReversed() } });
    expect(await deliver()).toBe('done');
    expect(told().toSorted()).toEqual(organizers.map(({ email }) => email));
    expect(await event()).not.toHaveProperty('notified');
  });

  test('that another delivery has finished goes to nobody else', async () => {
    const { store, ...dependencies } = mailbox.dependencies();
    const update: typeof store.update = async (write) => {
      if (write.update.startsWith('ADD'))
        await store.update({ key: write.key, update: 'REMOVE pendingMail' });
      return await store.update(write);
    };
    const { id } = await event();
    const task = { task: 'pending', PK: `CAMPAIGN#${slug}`, SK: `EVENT#${id}` } as const;
    await handleMailTask({ ...dependencies, store: { ...store, update } }, task);
    expect(told()).toEqual(['ida@example.org']);
  });

  test('goes to nobody while the campaign is being deleted, and to everybody if that is given up', async () => {
    const gate = await gateOf(database);
    const deletion = { id: newIds().newUlid(), was: gate.status, held: gate.held, step: 'sign-ons' };
    await database.put({ ...gateKey(slug), ...gate, deletion });
    expect(await deliver()).toBe('done');
    expect(told()).toEqual([]);
    await database.put({ ...gateKey(slug), ...gate });
    await deliver();
    expect(told()).toEqual(organizers.map(({ email }) => email));
  });

  test('without an answer is sent again until everyone was told', async () => {
    mailbox.answers = ['unknown'];
    expect(await deliver()).toBe('later');
    expect(await deliver()).toBe('done');
    expect(told()).toEqual(organizers.map(({ email }) => email));
  });

  test('that SES refuses for one organizer still goes to the others', async () => {
    mailbox.answers = ['refused'];
    expect(await deliver()).toBe('done');
    expect(told()).toEqual(['jo@example.org', 'kim@example.org']);
  });

  test('goes to everyone if the function dies at any step, and to at most one of them twice', async () => {
    await crashAtEveryStep(async (run, name) => {
      await start();
      await deliver(run).catch(() => undefined);
      await deliver();
      expect([name, new Set(told()).size]).toEqual([name, 3]);
      expect([name, told().length <= 4]).toEqual([name, true]);
    });
  });
});
