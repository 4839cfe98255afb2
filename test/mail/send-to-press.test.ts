import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { maxAttemptsOnRefusal } from '../../shared/mail/task-outcome.ts';
import { recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { readPressContact } from '../../shared/operations/mailing/press-contacts.ts';
import { suppressAddress, unsubscribeFromLetter } from '../../shared/operations/mailing/unsubscribing.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { pressContactKey } from '../../shared/table/keys.ts';
import { type CrashRun, crashAtEveryStep } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { addressKey, slug, testAddressKey } from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { releaseSource } from '../support/texts.ts';

const email = 'desk@example.com';
const hash = addressHash(testAddressKey, email);
let database: TestStore;
let mailbox: Mailbox;

async function start(): Promise<void> {
  database = await freshStore();
  mailbox = newMailbox(database);
  await seed(database, {
    gate: {
      status: 'published',
      releasedOrganizations: 170,
      releasedIndividuals: 0,
      publishedAt: '2026-11-24T11:00:00.000Z',
    },
    release: releaseSource,
  });
  await database.put({
    ...pressContactKey(slug, hash),
    slug,
    addressHash: hash,
    email,
    name: 'Pat Novak',
    outlet: 'Harbor Courier',
    nonce: 'press-nonce',
  });
}
beforeEach(start);

const deliver = (run?: CrashRun, attempt = 1) =>
  handleMailTask(mailbox.dependencies(run), { task: 'publication', ...pressContactKey(slug, hash), attempt });
const state = async () => (await readPressContact(database.store, slug, hash))?.release?.state;
const passMinutes = (minutes: number) => {
  mailbox.now = new Date(mailbox.now.getTime() + minutes * 60_000);
};

async function notices(): Promise<string[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.filter(({ pendingMail }) => pendingMail).map(({ event }) => event.type);
}

describe('the release to a journalist', () => {
  test('has the headline, replies to the contact, and can be unsubscribed from with one click', async () => {
    await deliver();
    const [mail] = mailbox.sent;
    expect(mail?.message.subject).toBe('170 Organizations Urge Harbor Commission to Keep the Trees');
    expect(mail?.sender.replyTo).toBe('ana@example.org');
    expect(mail?.unsubscribeLink).toContain('/api/unsubscribe/');
    expect(await state()).toBe('sent');
  });

  test('goes once however often the message comes, and when many come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => deliver()));
    passMinutes(30);
    await deliver();
    expect(mailbox.sent).toHaveLength(1);
  });

  test('goes exactly once if the function dies at any step, because SES reports what it accepted', async () => {
    const steps = await crashAtEveryStep(async (run, name) => {
      await start();
      await deliver(run).catch(() => undefined);
      await mailbox.report('sent');
      for (let again = 0; again < 5; again++) {
        await deliver();
        passMinutes(6);
      }
      expect([name, mailbox.sent.length, await state()]).toEqual([name, 1, 'sent']);
    });
    expect(steps).toBeGreaterThanOrEqual(7);
  });

  test.each(['too-fast', 'over-quota', 'unreachable', 'not-verified', 'refused'] as const)(
    'is tried again when SES definitely did not send it (%s)',
    async (answer) => {
      mailbox.answers = [answer, answer];
      const waits = answer === 'too-fast' || answer === 'refused' ? 'later' : answer;
      expect([await deliver(), await deliver(), await deliver()]).toEqual([waits, waits, 'done']);
      expect(mailbox.sent).toHaveLength(1);
      expect(await state()).toBe('sent');
    },
  );

  test('without an answer is sent again after fifteen minutes without a report, and the organizers are told', async () => {
    mailbox.answers = ['unknown'];
    expect(await deliver()).toBe('later');
    passMinutes(14);
    expect([await deliver(), await state(), await notices()]).toEqual(['later', 'unknown', []]);
    passMinutes(1);
    await deliver();
    expect([await deliver(), await state()]).toEqual(['done', 'sent']);
    expect(mailbox.sent).toHaveLength(1);
    expect(await notices()).toEqual(['press-mail-unknown']);
  });

  test('is delivered or bounced as SES reports, in any order', async () => {
    await deliver();
    await mailbox.report('delivered');
    expect(await state()).toBe('delivered');
    const [mail] = mailbox.sent;
    if (!mail) throw new Error('no mail');
    const report = (what: 'sent' | 'bounced' | 'undelivered', claim = mail.reference.claim ?? '') =>
      recordMailEvent(
        database.store,
        { ...mail.reference, what, claim, at: '2026-11-24T12:05:00.000Z' },
        { ...newIds(), addressKey },
      );
    await report('sent');
    await report('bounced', 'of-another-attempt');
    // An automatic answer.
    await report('undelivered');
    expect(await state()).toBe('delivered');
    await report('bounced');
    expect(await state()).toBe('bounced');
  });

  test('has bounced if SES gave up without a delivery', async () => {
    await deliver();
    await mailbox.report('undelivered');
    expect(await state()).toBe('bounced');
  });

  test('goes to the others if one contact cannot be read, and the organizers are told which', async () => {
    await database.put({ ...pressContactKey(slug, '0'.repeat(32)), slug, email: 7 });
    await mailbox.deliver([{ task: 'press', slug }]);
    expect(mailbox.sent.map(({ to }) => to)).toEqual([email]);
    expect(await notices()).toEqual(['item-unreadable']);
  });

  test('that SES always refuses is reported', async () => {
    mailbox.answers = ['refused'];
    await deliver(undefined, maxAttemptsOnRefusal);
    expect(await state()).toBe('refused');
    expect(await notices()).toEqual(['press-mail-refused']);
  });

  test.each([
    ['the site', () => suppressAddress(database.store, hash)],
    ['this letter', () => unsubscribeFromLetter(database.store, hash, slug)],
  ])('does not go to a contact who unsubscribed from %s', async (_, unsubscribe) => {
    await unsubscribe();
    await deliver();
    expect(mailbox.sent).toEqual([]);
  });

  test('goes to a contact who unsubscribed from another letter, and not before publication', async () => {
    await unsubscribeFromLetter(database.store, hash, 'another-letter');
    await deliver();
    expect(mailbox.sent).toHaveLength(1);
    await start();
    await seed(database, { gate: { status: 'publishing' }, release: releaseSource });
    await deliver();
    expect(mailbox.sent).toEqual([]);
  });
});
