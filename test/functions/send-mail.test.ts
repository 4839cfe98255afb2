import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/send-mail.ts';
import { eventSchema } from '../../shared/campaign/events.ts';
import { newRateLimiter } from '../../shared/mail/rate-limiter.ts';
import { delayReportedAtAttempt } from '../../shared/mail/task-outcome.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { logLinesOf } from '../support/log-lines.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { queueEvent } from '../support/queue.ts';
import { aSignOn, slug } from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';

const signOns = ['ana', 'ben'].map((name) => aSignOn({ email: `${name}@example.org` }));
let database: TestStore;
let mailbox: Mailbox;
let delayed: [MailTask, number][];

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { signOns });
  mailbox = newMailbox(database);
  delayed = [];
});

const handle = (bodies: string[]) =>
  newHandler({
    ...mailbox.dependencies(),
    queueLater: async (task, seconds) => void delayed.push([task, seconds]),
  })(queueEvent(bodies));

const owed = (attempt?: number) =>
  signOns.map(({ id }) =>
    JSON.stringify({ task: 'pending', ...signOnKey(slug, id), ...(attempt && { attempt }) }),
  );

const notices = async () =>
  (await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' })).items.map(
    ({ event }) => event,
  );

describe('a batch of mail tasks', () => {
  test('is handled, and only what failed comes again', async () => {
    expect(await handle([...owed(), 'not json'])).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-2' }],
    });
    expect(mailbox.sent.map(({ to }) => to).toSorted()).toEqual(['ana@example.org', 'ben@example.org']);
  });

  test('that SES does not accept today comes again as delayed copies, and the originals are done', async () => {
    mailbox.answers = ['over-quota', 'over-quota'];
    expect(await handle(owed())).toEqual({ batchItemFailures: [] });
    expect(delayed.map(([task, seconds]) => ['attempt' in task && task.attempt, seconds])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    mailbox.answers = ['over-quota', 'over-quota'];
    await handle(owed(9));
    expect(delayed.at(-1)?.[1]).toBe(120);
    mailbox.answers = ['over-quota', 'over-quota'];
    await handle(owed(15));
    expect(delayed.at(-1)?.[1]).toBe(900);
  });

  test('that waits for its part of the quota is tried again, and nobody is told that SES takes no mail', async () => {
    mailbox.hasQuota = false;
    const lines = await logLinesOf(() => handle(owed(delayReportedAtAttempt)));
    expect(lines.map(({ message, outcome }) => ({ message, outcome }))).toEqual([
      { message: 'mail', outcome: 'quota-reserved' },
      { message: 'mail', outcome: 'quota-reserved' },
    ]);
    expect(await notices()).toEqual([]);
    expect(delayed).toHaveLength(2);
    expect(mailbox.sent).toEqual([]);
  });

  test('has no time for a mail whose turn comes too late: it goes back as it is, and counts no attempt', async () => {
    const { startBatch, waitForTurn } = newRateLimiter(
      () => Promise.resolve(0.08),
      () => new Date(0),
      () => Promise.resolve(),
    );
    startBatch();
    const batch = ['ana', 'ben', 'cleo'].map((name) => aSignOn({ email: `${name}@example.net` }));
    await seed(database, { signOns: batch });
    const tasks = batch.map(({ id }) => ({ task: 'pending' as const, ...signOnKey(slug, id), attempt: 2 }));
    const answer = await newHandler({
      ...mailbox.dependencies(),
      waitForRateLimit: waitForTurn,
      queueLater: async (task, seconds) => void delayed.push([task, seconds]),
    })(queueEvent(tasks.map((task) => JSON.stringify(task))));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(mailbox.sent).toHaveLength(2);
    expect(delayed).toEqual([[expect.objectContaining({ task: 'pending', attempt: 2 }), 0]]);
  });

  test('that SES does not accept for a minute is reported to the organizers, once', async () => {
    for (let round = 0; round < 3; round++) {
      mailbox.answers = ['unreachable', 'unreachable'];
      await handle(owed(delayReportedAtAttempt));
    }
    expect(await notices()).toEqual([{ type: 'mail-delayed', reason: 'unreachable' }]);
    mailbox.now = new Date(mailbox.now.getTime() + 25 * 60 * 60_000);
    mailbox.answers = ['not-verified', 'not-verified'];
    await handle(owed(delayReportedAtAttempt));
    expect(await notices()).toHaveLength(2);
  });

  test('that SES does not accept keeps the alarm on with each further attempt', async () => {
    for (const [attempt, lines] of [
      [delayReportedAtAttempt - 1, 0],
      [delayReportedAtAttempt, 2],
      [delayReportedAtAttempt + 20, 2],
    ] as const) {
      mailbox.answers = ['unreachable', 'unreachable'];
      const written = await logLinesOf(() => handle(owed(attempt)));
      expect(written.filter(({ message }) => message === 'mail service takes no mail')).toHaveLength(lines);
    }
    expect(await notices()).toHaveLength(1);
  });
});
