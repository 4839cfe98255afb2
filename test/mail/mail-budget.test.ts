import { beforeEach, describe, expect, test } from '@jest/globals';
import { siteOfNetwork } from '../../shared/http/network.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import {
  type MailAsker,
  newMailBudget,
  releasableMails,
} from '../../shared/operations/mailing/network-mail-budget.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { type Form, newMailCrowd } from '../support/mail-crowd.ts';
import { newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, aSignOn, slug } from '../support/records.ts';
import { freshStore, seed, signOnsOf, type TestStore } from '../support/store.ts';

const otherCampaign = 'river-walk';
let database: TestStore;
let crowd: ReturnType<typeof newMailCrowd>;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, {});
  await seed(database, { settings: { slug: otherCampaign } });
  crowd = newMailCrowd(database);
});

const home = '203.0.113.7';

/** Forms from one network. */
const forms = (count: number, changed: Partial<Form> & { name?: string } = {}): Form[] => {
  const { name = 'invented', ...others } = changed;
  return Array.from({ length: count }, (_, at) => ({
    email: `${name}-${at}@example.org`,
    network: home,
    ...others,
  }));
};
const isOf = (name: string) => (email: string) => email.startsWith(`${name}-`);

describe('what one network may call for', () => {
  const now = { at: new Date('2026-11-24T12:00:00.000Z') };

  /** How many of a flood go within an hour, of two senders; forty more come each minute. */
  async function goes(forms: readonly MailAsker[], again = forms.slice(0, 40)): Promise<[number, number]> {
    const { store } = database;
    now.at = new Date('2026-11-24T12:00:00.000Z');
    const [one, other] = [newMailBudget(store, () => now.at), newMailBudget(store, () => now.at)];
    let count = 0;
    const ask = async (asker: MailAsker, at: number, isReleased = false) => {
      if ((await (at % 2 === 0 ? one : other)(asker, isReleased)) !== 'slowed') count++;
    };
    for (const [at, form] of forms.entries()) await ask(form, at);
    const atOnce = count;
    for (let minute = 1; minute <= 60; minute++) {
      now.at = new Date(now.at.getTime() + 60_000);
      for (const [at, form] of again.entries()) await ask(form, at);
      for (const form of new Map(again.map((form) => [JSON.stringify(form), form])).values()) {
        const releasable = await releasableMails(store, form, now.at);
        for (let at = 0; at < releasable; at++) await ask(form, at, true);
      }
    }
    return [atOnce, count];
  }
  const flood = (count: number, askerOf: (at: number) => MailAsker = () => ({ slug, network: 'one' })) =>
    Array.from({ length: count }, (_, at) => askerOf(at));

  test('of 2,500 invented addresses are 250 at least at once, and 400 at most in an hour, however it goes on', async () => {
    const [atOnce, inHour] = await goes(flood(2500));
    expect(atOnce).toBeGreaterThanOrEqual(250);
    expect(inHour).toBeGreaterThan(atOnce + 40);
    expect(inHour).toBeLessThanOrEqual(400);
  });

  test('is no more where its forms are for many campaigns', async () => {
    const [, inHour] = await goes(flood(2500, (at) => ({ slug: `letter-${at % 7}`, network: 'one' })));
    expect(inHour).toBeLessThanOrEqual(400);
  });

  test('is counted for the first 48 bits of an IPv6 address', () => {
    expect(siteOfNetwork('2001:db8:7:1::/64')).toBe(siteOfNetwork('2001:db8:7:ffff::/64'));
    expect(siteOfNetwork('2001:db8:8:1::/64')).not.toBe(siteOfNetwork('2001:db8:7:1::/64'));
    expect(siteOfNetwork('0:0:0:1::/64')).toBe('0:0:0::/48');
    expect(siteOfNetwork('203.0.113.7')).toBe('203.0.113.7');
  });
});

describe('mails for sign-ons that were never confirmed', () => {
  test('go at once to 170 signers from one address, and to an office of 200', async () => {
    await crowd.submit(forms(170));
    expect(crowd.asked()).toBe(170);
    await crowd.submit(forms(200, { name: 'office', network: '198.51.100.4' }));
    expect(crowd.asked(isOf('office'))).toBe(200);
  });

  test('go at once for another campaign, also from the network of the flood, and for the same campaign from another', async () => {
    await crowd.submit(forms(300));
    await crowd.submit(forms(20, { name: 'same-network', campaign: otherCampaign }));
    expect(crowd.asked(isOf('same-network'))).toBe(20);
    await crowd.submit(forms(20, { name: 'neighbor', network: '198.51.100.4' }));
    expect(crowd.asked(isOf('neighbor'))).toBe(20);
  });

  test('are all sent in the end, and each once', async () => {
    await crowd.submit(forms(264));
    const atOnce = crowd.asked();
    expect([atOnce >= 250, atOnce < 264]).toEqual([true, true]);
    await crowd.pass(24, 4);
    expect(crowd.asked()).toBe(264);
    await crowd.pass(4, 4);
    expect(crowd.asked()).toBe(264);
    const left = (await signOnsOf(database)).filter(
      ({ pendingMail, mailSlowed }) => pendingMail || mailSlowed,
    );
    expect(left).toEqual([]);
  });

  test('that wait go to a mail domain of which somebody has confirmed before others', async () => {
    await crowd.submit([{ email: 'ana@known.example', network: '198.51.100.4' }]);
    await crowd.confirm('ana@known.example');
    await crowd.submit(forms(300));
    await crowd.submit([{ email: 'ben@known.example', network: home }]);
    const isBen = (email: string) => email === 'ben@known.example';
    expect(crowd.asked(isBen)).toBe(0);
    await crowd.pass(1);
    expect(crowd.asked(isBen)).toBe(1);
  });

  test('make room as they are confirmed: a hall is not slowed where most confirm', async () => {
    const hall = forms(280, { name: 'hall' });
    for (let at = 0; at < hall.length; at += 50) {
      const row = hall.slice(at, at + 50);
      await crowd.submit(row);
      for (const { email } of row.slice(0, 40))
        if (crowd.asked((to) => to === email) > 0) await crowd.confirm(email);
      await crowd.pass(1);
    }
    expect(crowd.asked()).toBe(280);
  });

  test('take room away as they come back, beyond what was there', async () => {
    await crowd.submit(forms(250));
    await crowd.bounce();
    await crowd.pass(7 * 60, 210);
    const before = crowd.asked();
    await crowd.submit(forms(20, { name: 'later' }));
    // What senders let pass without asking, and what they had taken before.
    expect(crowd.asked()).toBeLessThanOrEqual(before + 9);
  });

  test('take room away once for each, however often SES reports it', async () => {
    await crowd.submit(forms(100));
    await crowd.bounce(3);
    await crowd.pass(7 * 60, 210);
    await crowd.submit(forms(150, { name: 'later' }));
    expect(crowd.asked(isOf('later'))).toBe(150);
  });

  test('leave no mark of a network behind once they are confirmed', async () => {
    const marks = async () => (await signOnsOf(database)).filter(({ mailNetwork }) => mailNetwork).length;
    await crowd.submit(forms(1));
    await crowd.submit(forms(20, { name: 'office' }));
    expect(await marks()).toBe(21);
    await crowd.confirm('invented-0@example.org');
    for (const { email } of forms(20, { name: 'office' })) await crowd.confirm(email);
    expect(await marks()).toBe(0);
  });
});

test('a mail that waits keeps its place when the form is sent again, and the latest words go', async () => {
  await crowd.submit(forms(270));
  const waiting = async () => (await signOnsOf(database)).filter(({ mailSlowed }) => mailSlowed);
  const [before] = await waiting();
  await crowd.pass(1);
  const again = { email: before?.email ?? '', network: home };
  await crowd.submit([again]);
  const after = (await waiting()).find(({ id }) => id === before?.id);
  if (after) expect(after.mailSlowed?.at).toBe(before?.mailSlowed?.at);
  expect(slug).toBe(before?.slug);
});

test('a confirmation waits for the next day where the rest of SES’s quota is for other mails; thanks go', async () => {
  await seed(database, {
    signOns: [aConfirmedSignOn({ pendingMail: 'mark' }), aSignOn({ email: 'ben@example.org' })],
  });
  const mailbox = newMailbox(database);
  mailbox.hasQuota = false;
  const [confirmed, unconfirmed] = [aConfirmedSignOn(), aSignOn({ email: 'ben@example.org' })];
  const handle = ({ id }: { id: string }) =>
    handleMailTask(mailbox.dependencies(), { task: 'pending', ...signOnKey(slug, id) });
  expect([await handle(confirmed), await handle(unconfirmed)]).toEqual(['done', 'later']);
  expect(mailbox.sent).toHaveLength(1);
  mailbox.hasQuota = true;
  expect(await handle(unconfirmed)).toBe('done');
});
