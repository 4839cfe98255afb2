import type { OutgoingMail } from '../../shared/aws/mailer.ts';
import type { SendOutcome } from '../../shared/aws/ses-answers.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import type { MailDependencies } from '../../shared/mail/task-outcome.ts';
import { type MailEvent, recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { newMailBudget } from '../../shared/operations/mailing/network-mail-budget.ts';
import { cachedSettings } from '../../shared/table/settings.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { testLinkKeys } from './api.ts';
import { type CrashRun, crashingStore, newCrashRun } from './crash.ts';
import { newIds } from './ids.ts';
import { addressKey, testAddressKey } from './records.ts';
import type { TestStore } from './store.ts';

export interface Mailbox {
  /** Every email that SES accepted, oldest first. */
  sent: OutgoingMail[];
  /** What SES answers next, in order, then `accepted`. With `unknown`, the email was not sent. */
  answers: SendOutcome[];
  /** Whether SES's quota has room for confirmation links. */
  hasQuota: boolean;
  queued: MailTask[];
  /** Dependencies of a mail function that runs as `run`, at the time `now`. */
  dependencies(run?: CrashRun): MailDependencies;
  now: Date;
  /** SES reports what happened to the emails that it accepted since the last report, each `times` times. */
  report(what: MailEvent['what'], times?: number): Promise<void>;
  /** Handles tasks, and the tasks that they queue, until none is left. Delayed tasks are dropped. */
  deliver(tasks: MailTask[]): Promise<void>;
  /** Handles one task, in a function that may crash. */
  handleTask(task: MailTask, run: CrashRun): Promise<unknown>;
  /** The letter's PDF on the site. Undefined if there is none. */
  pdf: Uint8Array | undefined;
  /** Supplements that the site job has frozen, by their keys. */
  frozen: ReadonlyMap<string, string>;
}

export function newMailbox({ store }: TestStore, now = new Date('2026-11-24T12:00:00.000Z')): Mailbox {
  let reported = 0;
  const admitMail = newMailBudget(store, () => mailbox.now);
  const mailbox: Mailbox = {
    sent: [],
    hasQuota: true,
    answers: [],
    queued: [],
    now,
    report: async (what, times = 1) => {
      const taken = mailbox.sent.slice(reported).flatMap((mail) => Array.from({ length: times }, () => mail));
      for (const { reference } of taken)
        await recordMailEvent(
          store,
          { ...reference, claim: reference.claim ?? 'none', what, at: mailbox.now.toISOString() },
          { ...newIds(), addressKey },
        );
      reported = mailbox.sent.length;
    },
    deliver: async (tasks) => {
      for (const task of tasks) await handleMailTask(mailbox.dependencies(), task);
      const further = mailbox.queued.splice(0);
      if (further.length > 0) await mailbox.deliver(further);
    },
    handleTask: (task, run) => handleMailTask(mailbox.dependencies(run), task),
    pdf: undefined,
    frozen: new Map(),
    dependencies: (run = newCrashRun()) => {
      const mortal = crashingStore(store, run);
      return {
        store: mortal,
        waitForRateLimit: () => Promise.resolve(),
        send: (mail) =>
          run.step(async () => {
            const answer = mailbox.answers.shift() ?? 'accepted';
            if (answer === 'accepted') mailbox.sent.push(mail);
            return answer;
          }),
        readCampaign: cachedSettings(mortal, () => mailbox.now),
        linkKeys: () => Promise.resolve(testLinkKeys),
        addressKey: () => Promise.resolve(testAddressKey),
        admitMail,
        hasQuotaForConfirmations: () => Promise.resolve(mailbox.hasQuota),
        hasQuotaForMessages: () => Promise.resolve(mailbox.hasQuota),
        queue: (tasks) =>
          run.step(async () => {
            mailbox.queued.push(...tasks);
          }),
        readAttachment: () => run.step(async () => mailbox.pdf),
        readSupplement: (key) =>
          run.step(async () => {
            const body = mailbox.frozen.get(key);
            return body === undefined ? undefined : Buffer.from(body);
          }),
        siteUrl: 'https://letters.example.org',
        now: () => mailbox.now,
        newUlid: newIds().newUlid,
      };
    },
  };
  return mailbox;
}
