import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { mailNetworkMark, signOnId } from '../../shared/sign-on/ids.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import type { CampaignSettings } from '../../shared/table/settings.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { newIds } from './ids.ts';
import { newMailbox } from './mailbox.ts';
import { addressKey, aSettings, slug, someDetails, testAddressKey } from './records.ts';
import type { TestStore } from './store.ts';
import { sweepOnce } from './sweep.ts';

export interface Form {
  email: string;
  network: string;
  campaign?: string;
}

/** People who fill in forms, two functions that send the emails for them, and a clock that moves by minutes. */
export function newMailCrowd(database: TestStore, begin = new Date('2026-11-24T12:00:00.000Z')) {
  const senders = [newMailbox(database, begin), newMailbox(database, begin)] as const;
  const ids = newIds();
  let now = begin;
  let handled = 0;
  const references = new Map<string, { slug: string; id: string }>();
  const settings: CampaignSettings['settings'] = aSettings();

  async function deliver(tasks: MailTask[]): Promise<void> {
    for (const task of tasks) {
      const sender = senders[handled++ % 2 === 0 ? 0 : 1];
      sender.now = now;
      await handleMailTask(sender.dependencies(), task);
    }
  }
  const sent = () => senders.flatMap((sender) => sender.sent);

  return {
    sent,
    now: () => now,
    /** How many of these addresses got a confirmation link. */
    asked: (of: (email: string) => boolean = () => true): number =>
      sent().filter(({ to, reference }) => reference.mail === 'confirm' && of(String(to))).length,
    /** Fills in forms now, and sends the emails for them. */
    async submit(forms: readonly Form[]): Promise<void> {
      for (const { email, network, campaign = slug } of forms) {
        const id = signOnId(testAddressKey, { kind: 'individual', email });
        references.set(`${campaign} ${email}`, { slug: campaign, id });
        const mailNetwork = mailNetworkMark(testAddressKey, network);
        const form = { kind: 'individual' as const, email, details: someDetails(), mailNetwork };
        await submitSignOn(database.store, { slug: campaign, id, ...form, now, ...ids });
        await deliver([{ task: 'pending', ...signOnKey(campaign, id) }]);
      }
    },
    /** Confirms a signature, and sends the thanks. */
    async confirm(email: string, campaign = slug): Promise<void> {
      const reference = references.get(`${campaign} ${email}`);
      const signOn = reference && (await readSignOn(database.store, { ...reference, now }));
      if (!signOn) throw new Error(`${email} has not filled in the form`);
      await confirmSignOn(database.store, { settings, signOn, now, newUlid: ids.newUlid, addressKey });
      await deliver([{ task: 'pending', ...signOnKey(campaign, signOn.id) }]);
    },
    /** Moves the clock by minutes, and sweeps at the end of every `every` minutes. */
    async pass(minutes: number, every = 1): Promise<void> {
      for (let passed = 0; passed < minutes; passed += every) {
        now = new Date(now.getTime() + every * 60_000);
        await deliver((await sweepOnce(database, now)).mails);
      }
    },
    /** Every email that SES accepted bounces, and SES reports each bounce `times` times. */
    async bounce(times = 1): Promise<void> {
      for (const sender of senders) {
        sender.now = now;
        await sender.report('bounced', times);
      }
    },
  };
}
