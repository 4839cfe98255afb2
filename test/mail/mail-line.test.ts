import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { type MailRequest, reserveDailyMail } from '../../shared/operations/mailing/daily-mail-cap.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import { addressItemKey, signOnKey } from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { newIds } from '../support/ids.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { organizationDetails, slug, testAddressKey } from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';

const email = 'ana@golf.example.org';
const honest = 'Golf Water Fund';
let database: TestStore;
let mailbox: Mailbox;
let day: number;
const ids = newIds();

beforeEach(async () => {
  database = await freshStore();
  await seed(database, {});
  mailbox = newMailbox(database, new Date('2026-11-24T06:00:00.000Z'));
  day = 0;
});

/** A form for Ana's address, whose mail is tried at once. */
async function sendForm(name: string, mailNetwork: string): Promise<void> {
  const form = { kind: 'organization' as const, email };
  const id = signOnId(testAddressKey, { ...form, organizationKey: organizationKey(name) });
  mailbox.now = new Date(mailbox.now.getTime() + 1000);
  const details = organizationDetails(name);
  await submitSignOn(database.store, { slug, id, ...form, details, mailNetwork, now: mailbox.now, ...ids });
  await mailbox.deliver([{ task: 'pending', ...signOnKey(slug, id) }]);
}

/** Forms for Ana's address, each for another organization, from these networks in turn. */
async function flood(forms: number, networks: number, name = 'Harbor Group'): Promise<void> {
  for (let form = 0; form < forms; form++)
    await sendForm(`${name} ${form} of Trial`, `net-${form % networks}`);
}

/** The mails that `sweep` finds on the next day. `before` happens a second after midnight. */
async function nextDay(
  before: () => Promise<void> = async () => {},
  deliver: (tasks: MailTask[]) => Promise<void> = mailbox.deliver,
): Promise<void> {
  day += 1;
  mailbox.now = new Date(Date.UTC(2026, 10, 24 + day));
  await before();
  mailbox.now = new Date(Date.UTC(2026, 10, 24 + day, 0, 2));
  const { mails } = await sweepOnce(database, mailbox.now, { isMailQueueEmpty: true });
  await deliver(mails.filter(({ task }) => task === 'pending'));
}

const hasHonestMail = (): boolean => mailbox.sent.some(({ message }) => message.text.includes(honest));

/** On which day Ana gets the link of her own form. */
async function dayOfHonestMail(before?: () => Promise<void>): Promise<number> {
  while (!hasHonestMail() && day < 30) await nextDay(before);
  return day;
}

describe('a mailbox for which strangers fill in many forms', () => {
  test('gets its owner’s link on the next day after 100 forms of three networks, and then all others', async () => {
    await flood(100, 3);
    await sendForm(honest, 'own');
    expect(mailbox.sent).toHaveLength(5);
    expect(await dayOfHonestMail()).toBe(1);
    expect(mailbox.sent).toHaveLength(10);
    while (mailbox.sent.length < 101 && day < 30) await nextDay();
    expect(day).toBe(20);
    expect(new Set(mailbox.sent.map(({ message }) => message.text)).size).toBe(101);
  });

  test('gets its owner’s link on the next day, although as many forms come each day just before', async () => {
    await flood(20, 3);
    await sendForm(honest, 'own');
    expect(await dayOfHonestMail(() => flood(20, 30, 'Other Group'))).toBe(1);
  });

  test('gets its owner’s link on the seventh day after 150 forms of thirty networks, whatever comes later', async () => {
    await flood(150, 30);
    await sendForm(honest, 'own');
    let later = 0;
    const goOn = async () => {
      for (let network = 0; network < 12; network++)
        await sendForm(`Later Group ${later++}`, `later-${network}`);
    };
    expect(await dayOfHonestMail(goOn)).toBe(7);
  });

  test('gets its owner’s link on the next day if all mails are tried at the same moment', async () => {
    await flood(60, 3);
    await sendForm(honest, 'own');
    await nextDay(undefined, async (tasks) => {
      await Promise.all(tasks.map((task) => mailbox.deliver([task])));
    });
    expect(hasHonestMail()).toBe(true);
    expect(mailbox.sent).toHaveLength(10);
  });

  test('keeps the turn of its owner if SES does not take the mail at first', async () => {
    await flood(40, 12);
    await sendForm(honest, 'own');
    await nextDay();
    await nextDay();
    expect(hasHonestMail()).toBe(false);
    const own = { kind: 'organization' as const, email, organizationKey: organizationKey(honest) };
    const task: MailTask = { task: 'pending', ...signOnKey(slug, signOnId(testAddressKey, own)) };
    await nextDay(async () => {
      mailbox.answers = ['too-fast'];
      await mailbox.deliver([task]);
      expect(hasHonestMail()).toBe(false);
    });
    await mailbox.deliver([task]);
    expect(hasHonestMail()).toBe(true);
  });
});

describe('the line of a mailbox', () => {
  const tomorrow = new Date('2026-11-25T00:00:00.000Z');
  let mails = 0;
  const reserve = (now: Date, request: MailRequest) =>
    reserveDailyMail(database.store, 'mailbox', `mail-${mails++}`, now, request);
  const waiting = async (date: string): Promise<string[]> => {
    const item = await database.store.get(z.looseObject({}), addressItemKey('mailbox'));
    return [...z.set(z.string()).parse(item?.[`waiting-${date}`])];
  };

  test('is passed by an organizer who has a mail sent again, and not by a reminder', async () => {
    for (let network = 0; network < 10; network++)
      await reserve(mailbox.now, { network: `network-${network}` });
    expect(await reserve(tomorrow, {})).toBe('full');
    expect(await reserve(tomorrow, { isAskedByOrganizer: true })).toBe('granted');
    expect(await reserve(tomorrow, { network: 'network-9' })).toBe('full');
    for (let network = 5; network < 9; network++)
      expect(await reserve(tomorrow, { network: `network-${network}` })).toBe('granted');
    expect(await waiting('2026-11-26')).toEqual([`${mailbox.now.toISOString()} network-9`]);
  });

  test('leaves room for others as soon as all who wait have had their turn, or are gone the day after', async () => {
    for (let network = 0; network < 9; network++)
      await reserve(mailbox.now, { network: `network-${network}` });
    expect(await reserve(tomorrow, { network: 'new' })).toBe('granted');
    expect(await reserve(tomorrow, { network: 'new' })).toBe('full');
    await reserve(tomorrow, { network: 'network-5' });
    const dayAfter = new Date('2026-11-26T00:00:00.000Z');
    const others = ['a', 'b', 'c', 'd'].map((network) => reserve(dayAfter, { network }));
    expect(await Promise.all(others)).toEqual(Array(4).fill('granted'));
  });

  test('has a hundred networks at most, and those in it keep their places', async () => {
    for (let network = 0; network < 120; network++)
      await reserve(mailbox.now, { network: `network-${network}` });
    expect(await waiting('2026-11-25')).toHaveLength(100);
    for (let network = 0; network < 10; network++) await reserve(tomorrow, { network: `new-${network}` });
    for (let network = 104; network >= 5; network--)
      await reserve(tomorrow, { network: `network-${network}` });
    const stillWaiting = await waiting('2026-11-26');
    expect(stillWaiting).toHaveLength(95);
    expect(stillWaiting.filter((entry) => entry.includes('new'))).toEqual([]);
  });
});
