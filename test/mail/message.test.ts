import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { invitedMailTag, readInvited, unsubscribeNonce } from '../../shared/operations/inviting/invited.ts';
import { planMessage } from '../../shared/operations/mailing/plan-message.ts';
import { requestMessage } from '../../shared/operations/mailing/request-message.ts';
import { suppressAddress, unsubscribeFromLetter } from '../../shared/operations/mailing/unsubscribing.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { invitedId, mailboxHash } from '../../shared/sign-on/ids.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { isGenuine, parseToken } from '../../shared/sign-on/tokens.ts';
import { campaignPartition, claimKey, gateKey, invitedKey, signOnKey } from '../../shared/table/keys.ts';
import { type MessageAudience, readMessage } from '../../shared/table/messages.ts';
import type { Store } from '../../shared/table/table.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { testLinkKeys } from '../support/api.ts';
import { crashAtEveryStep, crashingStore, newCrashRun } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { losingAnswers } from '../support/lost-answers.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  aSignOn,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';

const source =
  '---\nsubject: The hearing is near\n---\nCome on **December 9**. We are {{ organizations.count }}.\n';
const spanish = '---\nsubject: La audiencia se acerca\n---\nVenga el 9 de diciembre.\n';
const { newUlid } = newIds();

let table: TestStore;
let mailbox: Mailbox;

const person = (name: string, changed: Partial<SignOn> = {}, details = {}): SignOn =>
  aConfirmedSignOn({
    email: `${name}@example.org`,
    submission: undefined,
    signed: someDetails({ name, ...details }),
    ...changed,
  });
const everybody = [person('ana'), person('ben'), person('eva', {}, { language: 'es' })];

async function start(signOns: SignOn[] = everybody): Promise<void> {
  table = await freshStore();
  mailbox = newMailbox(table);
  await seed(table, { gate: { organizations: 12 }, signOns });
}
beforeEach(() => start());

const idOf = (organization: string): string => invitedId(testAddressKey, organizationKey(organization));
async function invite(organization: string, place: object = {}): Promise<void> {
  const id = idOf(organization);
  await table.put({ ...invitedKey(slug, id), slug, id, organization, nonce: 'a-nonce', ...place });
}

const planOf = async (
  audience: MessageAudience = 'signers',
  texts = [source, spanish],
  store = table.store,
) => {
  const plan = await planMessage(store, {
    slug,
    audience,
    texts: texts.map((text, index) => ({ language: index === 0 ? 'en' : 'es', source: text })),
    now: mailbox.now,
    addressKey: testAddressKey,
  });
  if (!plan) throw new Error('no campaign');
  return plan;
};

async function ask(
  audience: MessageAudience = 'signers',
  texts = [source, spanish],
  store: Store = table.store,
) {
  const plan = await planOf(audience, texts, store);
  if (plan.recipients > 0) await requestMessage(store, plan, { now: mailbox.now, newUlid });
  return plan;
}

/** What the sweep finds due, as it would if the stream had lost it. */
async function owedTasks(): Promise<MailTask[]> {
  const later = new Date(mailbox.now.getTime() + 120_000);
  return (await sweepOnce(table, later, { isMailQueueEmpty: true })).mails;
}
const deliverOwed = async () => await mailbox.deliver(await owedTasks());
const sentTo = () => mailbox.sent.map(({ to }) => String(to)).sort();
const gateIs = async (changed: object) =>
  await table.put({ ...gateKey(slug), ...(await gateOf(table)), ...changed });
const events = async () =>
  (await table.store.query(eventSchema, { PK: campaignPartition(slug), prefix: 'EVENT#' })).items
    .map(({ event }) => event)
    .filter(({ type }) => type.startsWith('message'));
const put = (signOn: SignOn) => table.put({ ...signOnKey(slug, signOn.id), ...signOn });

describe('a message that was planned before', () => {
  test.each([
    ['taken down', { status: 'taken-down' }],
    ['being erased', { erasureId: 'x' }],
    ['erased', { erasedAt: '2026-11-05T11:00:00.000Z' }],
    ['being deleted', { deletion: { id: 'x', was: 'collecting', held: 'no', step: 'sign-ons' } }],
  ])('is not asked for when the campaign is %s', async (_, changed) => {
    const plan = await planOf();
    await gateIs(changed);
    expect(await requestMessage(table.store, plan, { now: mailbox.now, newUlid })).toBe(false);
    expect(await events()).toEqual([]);
  });

  test('leaves nothing where the campaign was deleted', async () => {
    const plan = await planOf();
    await table.store.remove({ remove: gateKey(slug) });
    expect(await requestMessage(table.store, plan, { now: mailbox.now, newUlid })).toBe(false);
    expect(await events()).toEqual([]);
    expect(await readMessage(table.store, slug, plan.message.id)).toBeUndefined();
    expect(await gateOf(table).catch(() => undefined)).toBeUndefined();
  });
});

describe('a message to the signers', () => {
  test('goes to each once, in the signer’s language, with links to the signature and to unsubscribe', async () => {
    const plan = await ask();
    expect([plan.recipients, plan.languages]).toEqual([3, { en: 2, es: 1 }]);
    await deliverOwed();
    expect(sentTo()).toEqual(['ana@example.org', 'ben@example.org', 'eva@example.org']);
    const [ana, eva] = ['ana', 'eva'].map((name) =>
      mailbox.sent.find(({ to }) => to === `${name}@example.org`),
    );
    expect(ana?.message.subject).toBe('The hearing is near');
    expect(ana?.message.text).toContain('Come on December 9. We are 12.');
    expect(ana?.message.html).toContain('<strong>December 9</strong>');
    expect(ana?.message.text).toMatch(
      /See or withdraw your signature:\nhttps:\/\/letters\.example\.org\/api\/sign-ons\//,
    );
    expect(ana?.unsubscribeLink).toMatch(/\/api\/unsubscribe\//);
    expect(ana?.message.text).toContain(`Stop these emails:\n${ana?.unsubscribeLink}`);
    expect(eva?.message.subject).toBe('La audiencia se acerca');
    expect(eva?.message.text).toContain('porque usted la firmó');
    expect(await events()).toEqual([
      { type: 'message-asked', audience: 'signers', message: plan.message.id.slice(0, 8), recipients: 3 },
      { type: 'message-sent', audience: 'signers', message: plan.message.id.slice(0, 8), sent: 3, failed: 0 },
    ]);
  });

  test('is in the campaign’s language where it is not translated, under a footer in the signer’s', async () => {
    await ask('signers', [source]);
    await deliverOwed();
    const eva = mailbox.sent.find(({ to }) => to === 'eva@example.org');
    expect(eva?.message.subject).toBe('The hearing is near');
    expect(eva?.message.html).toContain('<div lang="en">');
    expect(eva?.message.text).toContain('porque usted la firmó');
  });

  test('leaves out who has not confirmed, withdrew, was rejected, erased, unsubscribed, or cannot be reached', async () => {
    const at = mailbox.now.toISOString();
    await start([
      person('ana'),
      aSignOn({ email: 'pending@example.org' }),
      person('withdrawn', { status: 'withdrawn', eligible: 'no' }),
      person('rejected', { status: 'rejected', eligible: 'no' }),
      { ...person('erased'), email: '' },
      person('bounced', { mailFeedback: { what: 'bounced', at } }),
      person('unsubscribed', { unsubscribed: 'letter' }),
      person('other'),
      person('site'),
      person('waiting', { review: 'waiting', eligible: 'no' }),
    ]);
    await unsubscribeFromLetter(table.store, mailboxHash(testAddressKey, 'other@example.org'), slug);
    await suppressAddress(table.store, mailboxHash(testAddressKey, 'site@example.org'));
    expect((await ask()).recipients).toBe(2);
    await deliverOwed();
    const messages = mailbox.sent.filter(({ reference }) => reference.mail === 'message');
    expect(messages.map(({ to }) => to).sort()).toEqual(['ana@example.org', 'waiting@example.org']);
  });

  test('goes once to a mailbox that has signed for several, in whatever spelling', async () => {
    const forOne = (name: string, email: string) =>
      aConfirmedSignOn({
        kind: 'organization',
        email,
        submission: undefined,
        signed: organizationDetails(name),
      });
    const ids = ['1', '2', '3'].map((digit) => digit.repeat(32));
    await start([
      { ...forOne('Pier Elders', 'ana@example.org'), id: ids[0] ?? '' },
      { ...forOne('Dock Choir', 'ana+dock@example.org'), id: ids[1] ?? '' },
      { ...forOne('Reef Watch', 'Ana@example.org'), id: ids[2] ?? '' },
    ]);
    expect((await ask()).recipients).toBe(1);
    await deliverOwed();
    expect(mailbox.sent).toHaveLength(1);
  });

  test('asked for again goes to nobody twice, and to those who have signed since', async () => {
    await ask();
    await deliverOwed();
    expect(await ask()).toMatchObject({ recipients: 0, sent: 3, failed: 0 });
    await put(person('kim'));
    await gateIs({ organizations: 99 });
    expect(await ask()).toMatchObject({ recipients: 1, sent: 3 });
    await deliverOwed();
    expect(sentTo()).toEqual(['ana', 'ben', 'eva', 'kim'].map((name) => `${name}@example.org`));
    const kim = mailbox.sent.find(({ to }) => to === 'kim@example.org');
    expect(kim?.message.text).toContain('We are 12.');
    expect((await events()).at(-1)).toMatchObject({ type: 'message-sent', sent: 4, failed: 0 });
  });

  test('with another text, or to another audience, is another message', async () => {
    await ask();
    await deliverOwed();
    expect((await planOf('signers', [`${source} `, spanish])).recipients).toBe(3);
  });

  test('honors what happens between queuing and sending', async () => {
    await ask();
    const owed = await owedTasks();
    const pages = await queuedBy(owed);
    const mails = await everyMail(pages);
    await put(person('ana', { status: 'withdrawn', eligible: 'no' }));
    await unsubscribeFromLetter(table.store, mailboxHash(testAddressKey, 'ben@example.org'), slug);
    await put({ ...person('eva'), id: person('eva', {}, { language: 'es' }).id, email: '' });
    await mailbox.deliver(mails);
    expect(mailbox.sent).toEqual([]);
    // The count waits for nobody: also who was erased is settled.
    expect((await events()).at(-1)).toMatchObject({ type: 'message-sent', sent: 0, failed: 0 });
  });

  test('stops after a take-down, an erasure and a deletion, also in the middle', async () => {
    for (const stopped of [
      { status: 'taken-down' },
      { deletion: { id: 'x', was: 'collecting', held: 'no', step: 'sign-ons' } },
      { erasureId: 'x' },
      { erasedAt: mailbox.now.toISOString() },
    ]) {
      await start();
      await ask();
      const owed = await owedTasks();
      const mails = await everyMail(await queuedBy(owed));
      await gateIs(stopped);
      await mailbox.deliver([...owed, ...mails]);
      expect(mailbox.sent).toEqual([]);
    }
  });

  test('waits while the quota is kept for other mails, and queues nobody until then', async () => {
    await ask();
    mailbox.hasQuota = false;
    await deliverOwed();
    expect(mailbox.sent).toEqual([]);
    mailbox.hasQuota = true;
    expect(await ask()).toMatchObject({ recipients: 3, sent: 0 });
    await deliverOwed();
    expect(mailbox.sent).toHaveLength(3);
  });

  test('counts a refusal and a missing answer as failed, and repeats neither', async () => {
    await start([person('ana'), person('ben')]);
    await ask();
    mailbox.answers.push('unknown', 'refused');
    await deliverOwed();
    expect(mailbox.sent).toEqual([]);
    // The refused one is tried three times in all; the other never again.
    mailbox.answers.push('refused');
    await ask();
    await deliverOwed();
    expect(mailbox.sent).toEqual([]);
    expect((await planOf()).failed).toBe(1);
  });

  test('delivered twice and in any order, each task sends nothing twice', async () => {
    await ask();
    const owed = await owedTasks();
    const mails = await everyMail(await queuedBy([...owed, ...owed]));
    await mailbox.deliver([...mails, ...mails.toReversed(), ...owed]);
    expect(mailbox.sent).toHaveLength(3);
    expect((await events()).filter(({ type }) => type === 'message-sent')).toHaveLength(1);
  });

  test('sends nothing twice when functions handle one task, or two of a mailbox, at the same time', async () => {
    await start([person('ana'), person('Ana', { id: '1'.repeat(32) })]);
    await ask();
    const mails = (await everyMail(await queuedBy(await owedTasks()))).filter(
      ({ task }) => task === 'message-mail',
    );
    expect(mails).toHaveLength(2);
    await Promise.all([...mails, ...mails].map((task) => mailbox.handleTask(task, newCrashRun())));
    expect(mailbox.sent).toHaveLength(1);
  });

  test('goes when the answer to its claim was lost', async () => {
    await ask();
    const mails = await everyMail(await queuedBy(await owedTasks()));
    for (const task of mails)
      await handleMailTask({ ...mailbox.dependencies(), store: losingAnswers(table.store) }, task);
    expect(sentTo()).toEqual(['ana@example.org', 'ben@example.org', 'eva@example.org']);
  });

  test('has each once, whichever step a function dies at, when the same command goes on', async () => {
    await crashAtEveryStep(async (run, name) => {
      await start();
      await ask('signers', [source, spanish], crashingStore(table.store, run)).catch(() => undefined);
      const tasks: MailTask[] = await owedTasks();
      while (tasks.length > 0) {
        const [task] = tasks.splice(0, 1);
        if (!task) break;
        await mailbox.handleTask(task, run).catch(() => undefined);
        tasks.push(...mailbox.queued.splice(0));
      }
      mailbox.now = new Date(mailbox.now.getTime() + 16 * 60_000);
      await ask();
      await deliverOwed();
      const got = sentTo();
      expect([name, new Set(got).size]).toEqual([name, got.length]);
      // Whose mail was being sent when the function died counts as failed and is never sent again.
      const { failed } = await planOf();
      expect([name, got.length + failed >= 3, failed <= 1]).toEqual([name, true, true]);
    });
  });
});

describe('an invitation', () => {
  test('goes to each invited organization that has not signed, with a personal link and nobody’s address', async () => {
    await start([
      aConfirmedSignOn({
        kind: 'organization',
        email: 'ben@elders.example.org',
        submission: undefined,
        signed: organizationDetails('Council of Elders', { source: `invited.${idOf('Pier Elders')}` }),
      }),
    ]);
    await invite('Dock Choir', { email: 'choir@example.org' });
    await invite('Pier Elders', { email: 'elders@example.org' });
    await invite('Reef Watch', { email: 'reef@example.org' });
    await invite('Tide Pool Club');
    await invite('Quay Keepers', {
      email: 'quay@example.org',
      mailFeedback: { what: 'bounced', at: mailbox.now.toISOString() },
    });
    const plan = await ask('invited');
    expect([plan.recipients, plan.languages]).toEqual([2, { en: 2 }]);
    // Signs between queuing and sending.
    await table.put({ ...claimKey(slug, organizationKey('Reef Watch')), holder: '1'.repeat(32) });
    await deliverOwed();
    expect(sentTo()).toEqual(['choir@example.org']);
    const [mail] = mailbox.sent;
    expect(mail?.message.text).toMatch(
      /Sign for Dock Choir:\nhttps:\/\/letters\.example\.org\/api\/invitations\/\S+\n/,
    );
    expect(mail?.message.text).toContain('because your organization is invited to sign it.');
    const token = parseToken(mail?.unsubscribeLink?.split('/api/unsubscribe/')[1] ?? '');
    expect(token).toMatchObject({ purpose: 'invited', id: idOf('Dock Choir') });
    const row = await readInvited(table.store, slug, idOf('Dock Choir'));
    const nonce = row ? unsubscribeNonce(row) : '';
    expect(token && isGenuine(token, testLinkKeys, nonce)).toBe(true);
    expect(mail?.message.html).not.toContain('choir@example.org');
    expect(mail?.reference).toMatchObject({
      item: 'invited',
      id: idOf('Dock Choir'),
      mail: invitedMailTag(mailboxHash(testAddressKey, String(mail?.to))),
    });
  });

  test('goes out although somebody else’s signature of the name waits, and the plan says so', async () => {
    await start([
      aConfirmedSignOn({
        kind: 'organization',
        email: 'eve@throw-away.example.net',
        submission: undefined,
        ...{ review: 'waiting', eligible: 'no', counted: 'no' },
        signed: organizationDetails('Reef Watch'),
      }),
      aConfirmedSignOn({
        kind: 'organization',
        email: 'ana@dock-choir.example.org',
        submission: undefined,
        signed: organizationDetails('Dock Choir'),
      }),
    ]);
    await invite('Dock Choir', { email: 'choir@example.org' });
    await invite('Reef Watch', { email: 'reef@example.org' });
    await invite('Tide Pool Club');
    await invite('Quay Keepers', {
      email: 'quay@example.org',
      mailFeedback: { what: 'bounced', at: mailbox.now.toISOString() },
    });
    const { recipients, invited } = await ask('invited');
    expect([recipients, invited]).toEqual([
      1,
      { answered: 1, withoutAddress: 1, unreachable: 1, inReview: 1 },
    ]);
    await deliverOwed();
    expect(sentTo()).toEqual(['reef@example.org']);
  });

  test('comes back beside the organization, which gets no more', async () => {
    await invite('Dock Choir', { email: 'choir@example.org' });
    await ask('invited');
    await deliverOwed();
    await mailbox.report('bounced');
    expect((await planOf('invited', [`${source}!`])).recipients).toBe(0);
  });

  test('goes to many by pages of 25, each behind the one before', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `Pier Club ${index}`);
    for (const [index, name] of names.entries()) await invite(name, { email: `club-${index}@example.org` });
    await ask('invited');
    const batches: number[] = [];
    let tasks = await owedTasks();
    while (tasks.length > 0) {
      batches.push(tasks.filter(({ task }) => task === 'message-mail').length);
      tasks = await queuedBy(tasks);
    }
    expect(batches.filter((mails) => mails > 0)).toEqual([25, 25, 10]);
    expect(new Set(sentTo()).size).toBe(60);
    expect((await events()).at(-1)).toMatchObject({ type: 'message-sent', sent: 60, failed: 0 });
  });

  test('to nobody is nothing', async () => {
    expect(await ask('invited')).toMatchObject({ recipients: 0, sent: 0 });
    expect(await events()).toEqual([]);
  });
});

/** Carries tasks out and gives those that they queue. */
async function queuedBy(tasks: MailTask[]): Promise<MailTask[]> {
  for (const task of tasks) await mailbox.handleTask(task, newCrashRun());
  return mailbox.queued.splice(0);
}

/** Goes through all pages and gives what they queue, the count last. */
async function everyMail(tasks: MailTask[]): Promise<MailTask[]> {
  const mails = tasks.filter(({ task }) => task !== 'message-page');
  const pages = tasks.filter(({ task }) => task === 'message-page');
  if (pages.length === 0) return mails;
  return [...mails, ...(await everyMail(await queuedBy(pages)))];
}

test('A test in two languages goes on with the second one, if it could not be sent at once', async () => {
  const request = async () => {
    const { message } = await planOf();
    const test = { ...message, id: 'a-test', testAddress: 'ida@example.org' };
    await requestMessage(table.store, { message: test, recipients: 1 }, { now: mailbox.now, newUlid });
  };
  await request();
  mailbox.answers = ['accepted', 'too-fast'];
  await deliverOwed();
  await deliverOwed();
  const subjects = () => mailbox.sent.map(({ message }) => message.subject);
  expect(new Set(subjects()).size).toBe(2);
  expect(subjects()).toHaveLength(2);
  await deliverOwed();
  await request();
  await deliverOwed();
  expect(subjects()).toEqual([...subjects().slice(0, 2), ...subjects().slice(0, 2)]);
});
